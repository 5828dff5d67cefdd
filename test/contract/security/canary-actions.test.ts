// Five secrets go through the bundle of every action and its post step, which succeed, fail and are killed, on a manager
// whose docker client, tasks and logs quote them. They are searched in all that there is afterwards.
import type { ChildProcess } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type CanaryEngine, canaryEngine } from '../../support/canary/engine.ts'
import type { Exception } from '../../support/canary/exceptions.ts'
import { exceptionsIn, leaksIn } from '../../support/canary/places.ts'
import { CONTENTS, openWorkplace, PASSWORD, type Workplace } from '../../support/canary/workplace.ts'

let place: Workplace
let engine: CanaryEngine
beforeEach(async () => {
  place = openWorkplace(`app:v1@sha256:${'a'.repeat(64)}`)
  engine = await canaryEngine(place.at('e.sock'))
})
afterEach(async () => {
  await engine.close()
  place.remove()
})

const used = new Set<Exception>()
/** Searches all that there is since the last time. */
async function expectNothing(what: string): Promise<void> {
  const places = [...(await place.places()), ...engine.places()]
  for (const exception of exceptionsIn(places)) used.add(exception)
  expect([what, leaksIn(places)]).toEqual([what, []])
}

const LOGIN = { registry: 'registry.example:5000', username: 'canary', password: PASSWORD }
const reached = () => ({ 'docker-host': `unix://${place.at('e.sock')}`, ...LOGIN })
const byTls = {
  'docker-host': 'tcp://127.0.0.1:1',
  'tls-ca': CONTENTS.pem,
  'tls-cert': CONTENTS.pem,
  'tls-key': CONTENTS.pem
}
const deploy = () => ({
  ...reached(),
  stack: 'shop',
  'compose-files': 'stack.yml',
  secrets: JSON.stringify(CONTENTS),
  timeout: '60s'
})

/** Each way to use an action; what it ends with is its own matter. */
const USES: Record<string, () => Record<string, string>[]> = {
  'build-push': () => [
    { ...reached(), images: 'web=.' },
    { ...byTls, ...LOGIN, images: 'web=.' },
    { ...reached(), images: 'web', push: 'perhaps' }
  ],
  'deploy-stack': () => [
    deploy(),
    { ...deploy(), plan: 'true' },
    { ...deploy(), 'secret-names': 'password' },
    { ...deploy(), 'secret-names': 'nobody' },
    {
      ...deploy(),
      'registry-logins': JSON.stringify([{ registry: 'r.example', username: 'u', password: PASSWORD }])
    },
    { ...deploy(), 'registry-logins': `- password: ${PASSWORD}\n  user: me` },
    { ...deploy(), ...byTls },
    { ...deploy(), 'docker-host': 'ssh://nobody@127.0.0.1:1', 'ssh-key': CONTENTS.pem },
    { ...deploy(), 'docker-host': '', 'lint-only': 'true' },
    { ...deploy(), timeout: 'never' },
    { ...deploy(), secrets: `${JSON.stringify(CONTENTS)}}` },
    { ...deploy(), variables: `CANARY_URL=${CONTENTS.url}`, secrets: `password=${PASSWORD}` }
  ],
  'swarm-up': () => [{ 'docker-host': `unix://${place.at('e.sock')}`, engine: 'host', name: 'shop' }],
  teardown: () => [{ name: 'shop' }],
  verify: () => [
    { 'docker-host': `unix://${place.at('e.sock')}`, stack: 'shop' },
    { ...byTls, stack: 'shop', variables: `PASSWORD=${PASSWORD}` },
    { 'docker-host': `unix://${place.at('e.sock')}`, stack: 'shop', suites: 'json' }
  ]
}

test('there is a use of every action', () => {
  expect(readdirSync('actions').sort()).toEqual(Object.keys(USES).sort())
})

test.each(Object.keys(USES))('by %s', async name => {
  for (const [index, inputs] of (USES[name]?.() ?? []).entries()) {
    const [main] = await place.action(name, inputs)
    expect([name, index, main?.exitCode]).toEqual([name, index, expect.any(Number)])
    await expectNothing(`${name} ${index}`)
  }
})

test.each(['is refused', 'fails'] as const)(
  'by a deploy that %s, of which all quote the secrets',
  async fate => {
    engine.fate = fate
    const [main] = await place.action('deploy-stack', deploy())
    expect([main?.exitCode, main?.log]).toEqual([1, expect.stringContaining('[secret]')])
    await expectNothing(fate)
  }
)

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGKILL'] as const
test('by a deploy that is killed at ten moments', async () => {
  await place.action('deploy-stack', deploy())
  const requests = engine.count
  for (let moment = 1; moment <= 10; moment++) {
    await engine.close()
    engine = await canaryEngine(place.at('e.sock'))
    let step: ChildProcess | undefined
    let isKilled = false
    engine.onRequest = count => {
      if (count === Math.floor((requests * moment) / 11)) isKilled = step?.kill(SIGNALS[moment % 3]) ?? false
    }
    const [main] = await place.action('deploy-stack', deploy(), (_, child) => {
      step = child
    })
    expect([moment, isKilled, main?.exitCode]).toEqual([moment, true, expect.any(Number)])
    await expectNothing(`moment ${moment}`)
  }
})

test('every exception was needed, but for the one that only a shell has', () => {
  expect([...used].sort()).toEqual(['data of a secret', 'given environment', 'mask', 'own file'])
})
