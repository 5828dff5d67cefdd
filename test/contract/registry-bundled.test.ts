// Asking a registry out of a bundle, as actions do: what is loaded when it is used is there as well.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'
import { startFakeRegistry } from '../support/fake-registry.ts'

const run = promisify(execFile)
const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"

test('the configuration of an image', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sl-bundled-'))
  const registry = await startFakeRegistry()
  try {
    const config = { User: 'somebody' }
    const digest = registry.keep({ config: { digest: registry.keep({ config }) }, layers: [] })
    const options = ['--bundle', '--splitting', '--platform=node', '--format=esm', `--banner:js=${REQUIRE}`]
    const bundle = ['src/images/registry-config.ts', ...options, '--log-level=error', `--outdir=${folder}`]
    await run('node_modules/.bin/esbuild', bundle)
    const question = {
      ...{ reference: `${registry.address}/team/web@${digest}`, architecture: 'amd64' },
      timeoutMs: 60_000
    }
    const effects = '{ log: { debug: console.error }, signal: new AbortController().signal }'
    writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}')
    writeFileSync(
      path.join(folder, 'ask.js'),
      `import { configInRegistry } from './registry-config.js'
       console.log(JSON.stringify(await configInRegistry(${JSON.stringify(question)}, ${effects})))`
    )
    const { stdout, stderr } = await run(process.execPath, [path.join(folder, 'ask.js')])
    expect([stderr, JSON.parse(stdout)]).toEqual(['', config])
  } finally {
    await registry.close()
    rmSync(folder, { recursive: true })
  }
})
