// Commands that only read, by the real bin/swarmline, on a manager behind a proxy that lets nothing but GET through.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { run } from '../support/cli.ts'
import { fakeDocker } from '../support/fake-docker.ts'
import { smallEngine } from '../support/small-engine.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'sl-read-'))
const at = (name: string): string => path.join(folder, name)
const asked: string[] = []
const engine = smallEngine('manager', request => asked.push(request))
const server = http.createServer((request, response) => {
  if (request.method === 'GET') return engine(request, response)
  asked.push(`${request.method} ${request.url}`)
  response.writeHead(403).end(JSON.stringify({ message: 'Forbidden' }))
})

beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(at('docker.sock'), resolve))
  fakeDocker(at('bin'))
  // Whatever would load a module, or make itself root to do it, leaves its arguments.
  for (const name of ['modprobe', 'sudo', 'insmod']) {
    writeFileSync(path.join(at('bin'), name), `#!/bin/sh\necho "${name} $*" >> ${at('ran')}\nexit 1\n`)
    chmodSync(path.join(at('bin'), name), 0o755)
  }
  writeFileSync(at('stack.yml'), 'services:\n  web:\n    image: web:1\n')
})
beforeEach(() => {
  asked.length = 0
  rmSync(at('ran'), { force: true })
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
  rmSync(folder, { recursive: true, force: true })
})

const PLAN = ['deploy', 'shop', '--plan', '--compose-file', at('stack.yml'), '--unresolved-images', 'warn']
test.each([
  ['status', ['status', 'shop', '--docker-host'], 'there is no stack shop'],
  ['deploy --plan', [...PLAN, '--docker-host'], ''],
  ['doctor', ['doctor', '--docker-host'], 'Docker Engine 28.5.2']
])(
  '%s changes nothing there',
  async (_, args, said) => {
    const env = {
      PATH: `${at('bin')}:${process.env.PATH}`,
      SWARMLINE_STATE: at('state'),
      SWARMLINE_CACHE: at('cache'),
      DOCKER_HOST: undefined
    }
    const result = await run('swarmline', [...args, `unix://${at('docker.sock')}`], { cwd: folder, env })
    const all = result.stdout + result.stderr
    expect(all).toContain(said)
    expect(all).not.toContain('Forbidden')
    expect(asked).toContain('GET /info')
    expect(asked.filter(request => !request.startsWith('GET '))).toEqual([])
    const ran = existsSync(at('ran')) ? readFileSync(at('ran'), 'utf8').trim().split('\n') : []
    expect(ran.filter(line => !line.startsWith('modprobe --dry-run') && line !== 'sudo -n true')).toEqual([])
  },
  60_000
)
