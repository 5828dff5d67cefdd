import { expect, test } from '@jest/globals'
import { run } from '../../../src/cli/run.ts'
import { SwarmlineError } from '../../../src/errors.ts'
import type { UpMachinesRequest } from '../../../src/usecases/requests.ts'
import { fakeDoor } from './fake-door.ts'

async function requestOf(argv: string[], env: Record<string, string>): Promise<UpMachinesRequest> {
  const requests: UpMachinesRequest[] = []
  const upMachines = async (request: UpMachinesRequest) => {
    requests.push(request)
    throw new SwarmlineError('internal', 'enough')
  }
  const door = fakeDoor({ upMachines }, { env })
  await run(argv, door)
  if (!requests[0]) throw new Error(door.stderr.text())
  return requests[0]
}

const MACHINES = ['up', 'm', '--provider', 'docker-machine', '--driver', 'generic']

test('up with machines takes the driver, its flags and what is adopted', async () => {
  const given = [
    '--driver-flag',
    'generic-ssh-user=root',
    '--driver-flag',
    'worker1:generic-ip-address=10.0.0.5'
  ]
  const adopt = ['--adopt', 'manager1=old.one', '--advertise', '10.0.0.0/8']
  // An engine that the environment names is none of theirs.
  const env = { DOCKER_HOST: 'http://odd' }
  expect(await requestOf([...MACHINES, ...given, ...adopt], env)).toEqual({
    ...{ name: 'm', managers: 1, workers: 2, ttlHours: 24, owner: 'somebody' },
    labels: { worker1: { data: 'persistent' } },
    ...{ driver: 'generic', advertise: '10.0.0.0/8', adopt: { manager1: 'old.one' } },
    flags: [
      { node: undefined, name: 'generic-ssh-user', value: 'root' },
      { node: 'worker1', name: 'generic-ip-address', value: '10.0.0.5' }
    ]
  })
})

test.each([
  [['up', '--driver', 'generic'], '--driver: only with --provider docker-machine'],
  [['up', '--provider', 'docker-machine'], '--provider docker-machine also needs --driver'],
  [
    [
      ...MACHINES,
      '--engine',
      'vm',
      '--docker-host',
      'unix:///x',
      '--compose-file',
      'a',
      '--endpoint',
      'dnsrr'
    ],
    '--engine, --docker-host, --endpoint, --compose-file: not with --provider docker-machine'
  ],
  [[...MACHINES, '--driver-flag', 'hetzner-api-token=abc123'], 'would show a credential to every user'],
  [[...MACHINES, '--driver-flag', 'amazonec2-secret-key'], 'would show a credential to every user'],
  [[...MACHINES, '--driver-flag', 'swarm-master'], 'swarm-master cannot be set'],
  [[...MACHINES, '--driver-flag', 'driver=x'], 'driver cannot be set'],
  [[...MACHINES, '--driver-flag', '--generic-ssh-user=x'], '--driver-flag takes NAME, NAME=VALUE or'],
  [[...MACHINES, '--driver-flag', 'worker3:a=b'], '--driver-flag names worker3, which will not be a node'],
  [[...MACHINES, '--adopt', 'worker0=a'], '--adopt names worker0, which will not be a node'],
  [[...MACHINES, '--adopt', 'worker1=-a'], '--adopt takes NODE=MACHINE'],
  [[...MACHINES, '--adopt', 'worker1=a', '--adopt', 'worker2=a'], '--adopt names a twice'],
  [[...MACHINES, '--advertise', '10.0.0.0/33'], '--advertise takes an IPv4 network'],
  [[...MACHINES, '--advertise', 'eth0;id'], '--advertise takes the name of an interface']
])('up refuses %j', async (argv, words) => {
  const door = fakeDoor()
  expect(await run(argv, door)).toBe(2)
  expect(door.stderr.text()).toContain(words)
  expect(door.stderr.text()).not.toContain('abc123')
})
