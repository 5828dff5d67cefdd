import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { START_CONTAINERD } from '../../../../src/engine/vm/guest/start-containerd.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sl-ctrd-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Ends without a word the first two times, as one that a busy machine starves; then it listens. */
const CONTAINERD = `#!/bin/bash
echo "$@" >> "$0.calls"
[ "$(wc -l < "$0.calls")" -ge 3 ] || exit 1
exec node -e 'require("net").createServer().listen(process.argv[1]); setTimeout(process.exit, 1500)' "$SOCKET"
`

test('one that ends is started again, and who comes after finds it listening', () => {
  const program = join(folder, 'containerd')
  writeFileSync(program, CONTAINERD)
  chmodSync(program, 0o755)
  const script = START_CONTAINERD.replaceAll('/run/containerd', folder).replace('sleep 1;', '')
  const out = execFileSync('bash', ['-c', `${script}echo $containerd; kill %1`], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, PATH: `${folder}:${process.env.PATH}`, SOCKET: join(folder, 'engine.sock') }
  })
  expect(out).toBe(`${join(folder, 'engine.sock')}\n`)
  expect(existsSync(join(folder, 'engine.sock'))).toBe(true)
  expect(readFileSync(`${program}.calls`, 'utf8').split('\n')).toHaveLength(4)
})
