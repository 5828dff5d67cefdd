import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { SwarmlineError } from '../../../../src/errors.ts'
import { askCompose } from '../../../../src/stack/lint/ask-compose.ts'
import { readStack } from '../../../../src/stack/lint/load.ts'
import { realEffects } from '../../../support/real-effects.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'compose-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A docker client that is a shell script. */
function client(script: string) {
  const file = path.join(mkdtempSync(path.join(folder, 'c-')), 'docker')
  writeFileSync(file, `#!/bin/sh\n${script}\n`)
  chmodSync(file, 0o755)
  return { file, configDir: '/config', env: { DOCKER_CLI_HINTS: 'false' } }
}
const MODEL = { services: { web: { image: 'web:v1', environment: { PRICE: '5$' } } } }
const ask = (script: string, fx = realEffects()) =>
  askCompose(
    { docker: client(script), model: MODEL, variables: { TAG: 'hunter2-long' }, projectDir: folder },
    fx
  )

test('it reads what the files say with the variables replaced, and is told to print nothing of it', async () => {
  const at = (name: string): string => path.join(folder, name)
  await ask(`echo "$* in $PWD" > ${at('args')}; cat > ${at('got')}`)
  expect(readFileSync(at('args'), 'utf8')).toMatch(
    /^compose --project-name stack --project-directory (\S+) --file - --env-file \/dev\/null config --quiet in \1$/m
  )
  expect(parse(readFileSync(at('got'), 'utf8'))).toEqual({
    services: { web: { image: 'web:v1', environment: { PRICE: '5$$' } } }
  })
})

test('no variable of a stack is in its environment: PATH and DOCKER_CONFIG stay what they are', async () => {
  const at = (name: string): string => path.join(folder, name)
  writeFileSync(at('stack.yml'), 'services: {web: {image: "web:$TAG", environment: [DB_PASSWORD]}}')
  writeFileSync(
    at('vars'),
    `PATH=${folder}/planted\nDOCKER_CONFIG=${folder}/planted\nTAG=v1\nLD_PRELOAD=/x.so\n`
  )
  process.env.SWARMLINE_TEST_STRAY = 'stray'
  const docker = client(
    `env | cut -d= -f1 > ${at('names')}; env | grep -E "planted|hunter2|stray" > ${at('hits')}`
  )
  const variables = { DB_PASSWORD: 'hunter2', GODEBUG: 'x', COMPOSE_FILE: '/planted' }
  const { forCompose } = await readStack({
    composeFiles: [at('stack.yml')],
    envFiles: [at('vars')],
    variables
  })
  await askCompose({ docker, ...forCompose }, realEffects())
  delete process.env.SWARMLINE_TEST_STRAY
  expect(readFileSync(at('hits'), 'utf8')).toBe('')
  const names = readFileSync(at('names'), 'utf8').split('\n')
  for (const name of ['TAG', 'DB_PASSWORD', 'LD_PRELOAD', 'GODEBUG', 'COMPOSE_FILE'])
    expect(names).not.toContain(name)
  for (const name of ['PATH', 'DOCKER_CONFIG', 'DOCKER_CLI_HINTS']) expect(names).toContain(name)
})

test.concurrent.each([
  ["docker: 'compose' is not a docker command."],
  ['unknown flag: --project-name\\n\\nUsage:  docker [OPTIONS]\\n\\nRun docker --help'],
  ['docker: unknown command: docker compose']
])('without the plugin nothing is said: %s', async words => {
  const fx = realEffects()
  await ask(`printf "${words}" >&2; exit 125`, fx)
  expect(fx.lines).toEqual(['no compose plugin: the stack files are not checked with it'])
})

test.concurrent('what compose finds fault with is a warning, and not the end', async () => {
  const fx = realEffects()
  const script =
    'echo "time=x level=warning msg=obsolete" >&2; echo "services.web.ports must be a list" >&2; exit 15'
  await ask(script, fx)
  expect(fx.lines).toEqual(['docker compose rejects the stack files: services.web.ports must be a list'])
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
  await ask(`echo "${words}" >&2; exit 15`, fx)
  expect(fx.lines).toEqual([`docker compose rejects the stack files: ${shown}`])
})

test.concurrent('a client that does not come back is ended', async () => {
  const fx = realEffects()
  const exec = async () => {
    throw new SwarmlineError('timed-out', 'docker did not finish within 30 s')
  }
  await ask('exit 0', { ...fx, exec })
  expect(fx.lines[0]).toContain('did not finish within 30 s')
})
