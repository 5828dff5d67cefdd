// Five secrets go through every command, which succeeds and fails, on a manager whose docker client, tasks and logs quote
// them; and through `deploy`, killed at ten moments. They are searched in all that there is afterwards.
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type CanaryEngine, canaryEngine } from '../../support/canary/engine.ts'
import type { Exception } from '../../support/canary/exceptions.ts'
import { exceptionsIn, leaksIn } from '../../support/canary/places.ts'
import { openWorkplace, stackArguments, type Workplace } from '../../support/canary/workplace.ts'
import { run } from '../../support/cli.ts'

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
async function expectNothing(): Promise<void> {
  const places = [...(await place.places()), ...engine.places()]
  for (const exception of exceptionsIn(places)) used.add(exception)
  expect(leaksIn(places)).toEqual([])
}

const target = () => ['--docker-host', `unix://${place.at('e.sock')}`]
const deploy = (...more: string[]) => [
  ...['deploy', 'shop', ...target(), ...stackArguments(place.at), '--timeout', '60s', ...more]
]

/** Each way to call a command; what it ends with is its own matter. */
const CALLS: Record<string, () => string[][]> = {
  build: () => [
    ['build', ...target(), '--image', `web=${place.at('work')}`, '--registry', 'registry.example:5000']
  ],
  completion: () => [['completion', 'bash']],
  demo: () => [['demo', ...target(), '--engine', 'host', '--project', place.at('work')]],
  deploy: () => [deploy('--plan'), deploy('--dry-run', '--json'), deploy('--verbose')],
  doctor: () => [['doctor', ...target(), '--verbose']],
  down: () => [['down', 'shop']],
  env: () => [['env'], ['env', '--unset', '--shell', 'bash']],
  help: () => [['help', 'deploy']],
  history: () => [
    ['history', 'shop', ...target()],
    ['history', 'shop', ...target(), '--json', '--verbose']
  ],
  lint: () => [
    ['lint', place.at('work', 'stack.yml'), '--env-file', place.at('work', 'vars'), '--json'],
    ['lint', place.at('work', 'password')],
    ['lint', '-']
  ],
  ls: () => [['ls'], ['ls', 'shop', '--json']],
  report: () => [
    ['report', place.at('out')],
    ['report', place.at('out'), '--as', 'html'],
    ['report', place.at('work')]
  ],
  rollback: () => [['rollback', 'shop', ...target(), '--to', '1', '--timeout', '30s', '--verbose']],
  status: () => [
    ['status', 'shop', ...target()],
    ['status', 'shop', ...target(), '--json', '--verbose'],
    ['status', 'shop', ...target(), '--drift', '--verbose']
  ],
  up: () => [
    ['up', 'shop', ...target(), '--engine', 'host', '--compose-file', place.at('work', 'stack.yml')]
  ],
  url: () => [['url']],
  verify: () => [
    ['verify', 'shop', ...target(), '--report-dir', place.at('verified'), '--evidence', place.at('evidence')],
    ['verify', 'shop', ...target(), '--init', place.at('checks.yml'), '--json'],
    ['verify', 'shop', ...target(), '--suite', place.at('work', 'json')],
    ['verify', 'shop', ...target(), '--compose-file', place.at('work', 'stack.yml'), '--list']
  ],
  workshop: () => [
    ['workshop', 'start', place.at('learned')],
    ['workshop', 'check', '05', ...target(), '--dir', place.at('learned')],
    ['workshop', 'status', ...target(), '--dir', place.at('work')]
  ]
}

test('there is a call of every command', async () => {
  const { stdout } = await run('swarmline', ['--help'])
  const names = [...stdout.matchAll(/^ {2}([a-z]+) (?:\[|<)?.*$/gm)].map(([, name]) => name)
  expect(names.sort()).toEqual(Object.keys(CALLS).sort())
})

test('by every command, after a deploy that succeeds', async () => {
  const deployed = await place.swarmline(deploy('--report-dir', place.at('out'), '--verbose'))
  expect([deployed.exitCode, deployed.stderr]).toEqual([0, expect.any(String)])
  await expectNothing()
  for (const call of Object.values(CALLS).flatMap(calls => calls())) {
    await place.swarmline(call)
    const leaks = leaksIn([...(await place.places()), ...engine.places()])
    expect([call.join(' '), leaks]).toEqual([call.join(' '), []])
  }
})

test.each(['is refused', 'fails'] as const)(
  'by a deploy that %s, of which all quote the secrets',
  async fate => {
    engine.fate = fate
    for (const form of [['--verbose'], ['--json', '--on-failure', 'keep']]) {
      const { exitCode, stdout, stderr } = await place.swarmline(
        deploy('--report-dir', place.at('out'), ...form)
      )
      expect([1, 3]).toContain(exitCode)
      expect(stdout + stderr).toContain('[secret]')
      await expectNothing()
    }
    await place.swarmline(['report', place.at('out')])
    await expectNothing()
  }
)

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGKILL'] as const
const ENDS = [143, 130, 'SIGKILL'] as const
test('by a deploy that is killed at ten moments', async () => {
  await place.swarmline(deploy('--report-dir', place.at('out')))
  const requests = engine.count
  expect(requests).toBeGreaterThan(20)
  for (let moment = 1; moment <= 10; moment++) {
    await engine.close()
    engine = await canaryEngine(place.at('e.sock'))
    const which = moment % 3
    const { exitCode } = await place.swarmline(deploy('--report-dir', place.at('out')), child => {
      engine.onRequest = count => {
        if (count === Math.floor((requests * moment) / 11)) child.kill(SIGNALS[which])
      }
    })
    expect([moment, exitCode]).toEqual([moment, ENDS[which]])
    await expectNothing()
  }
})

test('every exception was needed, but for the one that only steps of a workflow have', () => {
  expect([...used].sort()).toEqual(['data of a secret', 'given environment', 'own file', 'shell'])
})
