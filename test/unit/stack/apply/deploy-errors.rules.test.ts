import { describe, expect, test } from '@jest/globals'
import {
  explainDeploy,
  isDetachUnknown,
  isWorthRetrying,
  lostNetwork,
  refusedService
} from '../../../../src/stack/apply/deploy-errors.rules.ts'

/** What docker printed → the code, and what the line and the way out must name. */
const SAID: [string, string, string[]][] = [
  [
    "failed to create service p2_a: Error response from daemon: rpc error: code = InvalidArgument desc = port '8200' is already in use by service 'p1_a' (u1) as an ingress port",
    'port-taken',
    ['8200', 'p1_a', 'docker service rm p1_a']
  ],
  [
    'failed to update secret t_pw: Error response from daemon: rpc error: code = InvalidArgument desc = only updates to Labels are allowed',
    'deploy-failed',
    ['secret t_pw', 'name:']
  ],
  [
    'failed to update config t_c: rpc error: code = InvalidArgument desc = only updates to Labels are allowed',
    'deploy-failed',
    ['config t_c']
  ],
  [
    'network "shared" is declared as external, but could not be found. You need to create a swarm-scoped network before the stack is deployed',
    'deploy-failed',
    ['shared', 'docker network create']
  ],
  ['secret not found: db_password', 'deploy-failed', ['docker secret create db_password']],
  [
    'failed to create service t_app: Error response from daemon: network t_n not found',
    'deploy-failed',
    ['t_n', 'again']
  ],
  [
    'failed to update service t_app: Error response from daemon: rpc error: code = Unknown desc = update out of sequence',
    'deploy-failed',
    ['is changing the same services']
  ],
  ['services.web Additional property foo is not allowed', 'input', ['foo']],
  ['invalid reference format', 'input', ['image']],
  ['unsupported Compose file version: 3.13', 'missing-tool', ['too old', '3.13']],
  [
    'Error response from daemon: This node is not a swarm manager. Use "docker swarm init"',
    'deploy-failed',
    ['manager']
  ],
  [
    'Cannot connect to the Docker daemon at unix:///x.sock. Is the docker daemon running?',
    'engine-lost',
    ['engine']
  ],
  ...[
    'failed to update service t_app: rpc error: code = Unknown desc = The swarm does not have a leader.',
    'could not find the corresponding predefined swarm network: rpc error: code = DeadlineExceeded desc = context deadline exceeded',
    'rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing"'
  ].map((said): [string, string, string[]] => [said, 'engine-lost', ['leader', 'docker node ls']]),
  ['error during connect: Post "http://x/v1.41/services/create": EOF', 'engine-lost', ['engine']],
  ['write /x: no space left on device', 'disk-full', ['space']]
]

test.each(SAID)('%s', (said, code, names) => {
  const error = explainDeploy('t', said)
  expect(error.code).toBe(code)
  expect(error.message).not.toContain('\n')
  for (const name of names) expect(`${error.message} ${error.hint}`).toContain(name)
})

test("what is not known is docker's last line, without the transport's prefix", () => {
  expect(
    explainDeploy(
      't',
      'Creating network t_n\nError response from daemon: rpc error: code = Unknown desc = the moon is full\n'
    ).message
  ).toBe('deploying t: the moon is full')
  expect(explainDeploy('t', '').message).toBe('deploying t: docker stack deploy failed')
})

describe('trouble that goes away', () => {
  test.each([
    ['update out of sequence', true],
    ['network t_n not found', true],
    ['network other_n not found', false],
    ['invalid reference format', false]
  ])('%s: %s', (said, expected) => expect(isWorthRetrying('t', said)).toBe(expected))
})

test('the network that an earlier removal has taken away', () => {
  const said = (network: string) => `failed to create service t_app: network ${network} not found`
  expect(['t_n', 'other_n'].map(network => lostNetwork('t', said(network)))).toEqual(['t_n', ''])
  expect(lostNetwork('t', 'update out of sequence')).toBe('')
})

test('an old client', () => {
  expect(isDetachUnknown("unknown flag: --detach\nSee 'docker stack deploy --help'.")).toBe(true)
})

test('whose write was refused; where the engine went away, nobody knows', () => {
  const failed = (why: string) => `failed to update service t_app: Error response from daemon: ${why}`
  expect(refusedService(failed('rpc error: code = Unknown desc = update out of sequence'))).toBe('t_app')
  expect(refusedService('failed to create service t_b: network t_n not found')).toBe('t_b')
  expect(refusedService(failed('The swarm does not have a leader.'))).toBe('')
  expect(refusedService('update out of sequence')).toBe('')
})

test('a port that another service of the stack is about to let go of is worth another try', () => {
  const said = (service: string) =>
    `failed to create service s_b: Error response from daemon: port '80' is already in use by service '${service}' (x) as an ingress port`
  expect(isWorthRetrying('s', said('s_a'))).toBe(true)
  expect(isWorthRetrying('s', said('other_a'))).toBe(false)
})
