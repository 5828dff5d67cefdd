// What needs nothing is checked first, then what is cheap: no docker client is run, let alone fetched, for a deploy that
// cannot begin.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { run } from '../support/cli.ts'

// Nobody waits for it but a machine that is busy.
jest.setTimeout(120_000)

const folder = mkdtempSync(path.join(tmpdir(), 'cheapest-'))
const at = (name: string): string => path.join(folder, name)
beforeAll(() => {
  for (const name of ['bin', 'state', 'cache', 'home']) mkdirSync(at(name))
  writeFileSync(at('bin/docker'), `#!/bin/sh\ntouch ${at('docker-was-run')}\nexit 1\n`, { mode: 0o755 })
  writeFileSync(at('good.yml'), 'services: {web: {image: "nginx:1.27"}}\n')
  writeFileSync(at('bad.yml'), 'services: {web: {imag: "nginx:1.27"}}\n')
})
afterAll(() => rmSync(folder, { recursive: true }))

const TO_NOBODY = ['--docker-host', `unix://${at('none.sock')}`]
test.each<[string, string[], number, RegExp]>([
  [
    'a socket where nobody answers',
    ['shop', ...TO_NOBODY, '--compose-file', at('good.yml')],
    1,
    /none\.sock/
  ],
  ['stack files before the socket', ['shop', ...TO_NOBODY, '--compose-file', at('bad.yml')], 1, /bad\.yml:1/],
  [
    'settings before the files',
    ['shop', ...TO_NOBODY, '--compose-file', at('bad.yml'), '--setting', 'nonsense'],
    2,
    /nonsense/
  ],
  ['settings before the cluster', ['--compose-file', at('good.yml'), '--setting', 'nonsense'], 2, /nonsense/],
  [
    'the cluster before the files, which may need its registry',
    ['--compose-file', at('bad.yml')],
    1,
    /no cluster/
  ]
])('%s', async (_, argv, exitCode, said) => {
  for (const plan of [[], ['--plan']]) {
    const result = await run('swarmline', ['deploy', ...argv, ...plan], {
      cwd: folder,
      timeoutMs: 60_000,
      env: {
        ...{ PATH: `${at('bin')}:${process.env.PATH}`, HOME: at('home'), DOCKER_HOST: undefined },
        ...{ SWARMLINE_STATE: at('state'), SWARMLINE_CACHE: at('cache') }
      }
    })
    expect(result).toMatchObject({ exitCode, stderr: expect.stringMatching(said) })
    expect(existsSync(at('docker-was-run'))).toBe(false)
  }
})
