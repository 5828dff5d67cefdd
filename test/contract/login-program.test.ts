// Logins that docker keeps in a credential helper: real programs on a PATH of the test's own.
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { startTimeOf } from '../../src/engine/process.ts'
import { askLoginProgram } from '../../src/images/login-program.ts'
import { recordedEffects } from '../support/effects.ts'
import { realEffects } from '../support/real-effects.ts'

// Nobody waits for it but a machine that is busy.
jest.setTimeout(60_000)

const folder = mkdtempSync(path.join(tmpdir(), 'sl-helper-'))
const at = (name: string): string => path.join(folder, name)
const PATH = process.env.PATH ?? ''
beforeAll(() => {
  process.env.PATH = `${folder}:${PATH}`
})
afterAll(() => {
  process.env.PATH = PATH
  rmSync(folder, { recursive: true })
})

/** A helper that is this shell script. */
function install(name: string, script: string): void {
  writeFileSync(at(`docker-credential-${name}`), `#!/bin/sh\n${script}\n`)
  chmodSync(at(`docker-credential-${name}`), 0o755)
}

async function ask(name: string, { timeoutMs = 30_000, abort = new AbortController() } = {}) {
  const { fx, lines } = recordedEffects(abort.signal)
  return { login: await askLoginProgram(name, 'ghcr.io', timeoutMs, fx), said: lines.join('\n') }
}
const answer = (text: string): string => `cat <<'END'\n${text}\nEND`
const of = (Username: string, Secret: string): string => answer(JSON.stringify({ Username, Secret }))

test('the server goes in, the login comes out, and nothing is said of it', async () => {
  install('good', `cat > ${at('asked')}; echo "$*" > ${at('args')}\n${of('me', 's3cret')}`)
  expect(await ask('good')).toEqual({ login: { username: 'me', password: 's3cret' }, said: '' })
  expect([readFileSync(at('asked'), 'utf8'), readFileSync(at('args'), 'utf8')]).toEqual(['ghcr.io', 'get\n'])
})

test('a token is no password', async () => {
  install('token', of('<token>', 's3cret'))
  expect((await ask('token')).login).toEqual({ identityToken: 's3cret' })
})

test.each([
  ['does not know the server', 'echo "credentials not found: s3cret"; exit 1', 'has no login'],
  ['fails and says why', 'echo "s3cret" >&2; exit 2', 'has no login'],
  ['says something else', 'echo "s3cret is it"', 'has no login'],
  ['names no user', of('', 's3cret'), 'has no login'],
  ['gives no secret', answer('{"Username":"me"}'), 'has no login'],
  ['gives nothing', 'exit 0', 'has no login'],
  ['says null', 'echo null', 'has no login']
])('one that %s: no login, and what it printed is in no log', async (_, script, why) => {
  install('bad', script)
  const { login, said } = await ask('bad')
  expect(login).toBeUndefined()
  expect(said).toContain(`docker-credential-bad ${why}`)
  expect(said).not.toContain('s3cret')
})

test('one that is not there', async () => {
  expect(await ask('none')).toEqual({ login: undefined, said: 'docker-credential-none cannot be run' })
})

test('one that does not answer ends with all that it started', async () => {
  install('slow', `sleep 300 &\necho $! > ${at('child')}\nwait`)
  const { login, said } = await ask('slow', { timeoutMs: 500 })
  expect([login, said]).toEqual([undefined, 'docker-credential-slow did not answer within 0.5 s'])
  const child = Number(readFileSync(at('child'), 'utf8'))
  expect(await startTimeOf(child, realEffects())).toBeUndefined()
})

test('a cancelled deploy does not wait for it', async () => {
  install('cancelled', 'sleep 300')
  const abort = new AbortController()
  const asked = ask('cancelled', { abort })
  abort.abort()
  await expect(asked).rejects.toMatchObject({ code: 'cancelled' })
})
