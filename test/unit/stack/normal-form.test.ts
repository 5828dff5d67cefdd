import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { normalForm } from '../../../src/stack/normal-form.ts'
import { fakeEffects } from '../../support/fake-engine.ts'
import { realEffects } from '../../support/real-effects.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'normal-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A docker client that is a shell script. */
function client(script: string) {
  const file = path.join(mkdtempSync(path.join(folder, 'c-')), 'docker')
  writeFileSync(file, `#!/bin/sh\n${script}\n`)
  chmodSync(file, 0o755)
  return { file, configDir: '/config', env: { DOCKER_CLI_HINTS: 'false' } }
}
const ask = (script: string, fx = realEffects()) =>
  normalForm(
    {
      docker: client(script),
      composeFiles: ['/a.yml', '/b.yml'],
      projectDir: folder,
      variables: { TAG: 'v1' }
    },
    fx
  )

test.concurrent("compose's own words come back as a model; it sees our files, our variables and nothing else", async () => {
  process.env.SWARMLINE_TEST_STRAY = 'stray'
  const model = await ask(
    'printf \'args: "%s"\\nenv: "%s"\\ncwd: "%s"\\n\' "$*" "$(env | cut -d= -f1 | sort | tr "\\n" " ")" "$PWD"'
  )
  delete process.env.SWARMLINE_TEST_STRAY
  expect(model).toEqual({
    args: `compose --project-name stack --project-directory ${folder} --env-file /dev/null -f /a.yml -f /b.yml config`,
    env: expect.stringMatching(/^DOCKER_CLI_HINTS DOCKER_CONFIG (OLDPWD )?PATH PWD TAG (_ )?$/),
    cwd: folder
  })
})

test.concurrent.each([
  ["docker: 'compose' is not a docker command."],
  ['unknown flag: --project-name\\n\\nUsage:  docker [OPTIONS]\\n\\nRun docker --help'],
  ['docker: unknown command: docker compose']
])('without the plugin nothing is said: %s', async words => {
  const fx = realEffects()
  expect(await ask(`printf "${words}" >&2; exit 125`, fx)).toBeUndefined()
  expect(fx.lines).toEqual(['no compose plugin: the stack files are read without it'])
})

test.concurrent('what compose finds fault with is a warning, and not the end', async () => {
  const fx = realEffects()
  const script =
    'echo "time=x level=warning msg=obsolete" >&2; echo "services.web.ports must be a list" >&2; exit 15'
  expect(await ask(script, fx)).toBeUndefined()
  expect(fx.lines).toEqual([
    'docker compose finds fault with the stack files: services.web.ports must be a list'
  ])
})

test.concurrent.each([
  ['invalid interpolation for \\"A\\": hunter2-long', 'invalid interpolation for "A": (hidden)'],
  [
    'failed to read /a.env: line 3: unexpected character \\"@\\" in variable name \\"PW@RD\\"',
    'failed to read /a.env: line 3: unexpected character (hidden)'
  ],
  ['time: invalid duration \\"swordfish\\"', 'time: invalid duration (hidden)'],
  ['cannot fetch https://u:p@h/x?t=1', 'cannot fetch https://(hidden)@h/x?(hidden)']
])('and what it quotes of values is not shown: %s', async (words, shown) => {
  const fx = realEffects()
  const variables = { TAG: 'hunter2-long' }
  const docker = client(`echo "${words}" >&2; exit 15`)
  await normalForm({ docker, composeFiles: ['/a.yml'], projectDir: folder, variables }, fx)
  expect(fx.lines).toEqual([`docker compose finds fault with the stack files: ${shown}`])
})

test.concurrent('a client that does not come back is not waited for', async () => {
  const fx = fakeEffects()
  expect(await ask('sleep 0.3', fx as never)).toBeUndefined()
  expect(fx.lines[0]).toContain('does not come to an end')
})
