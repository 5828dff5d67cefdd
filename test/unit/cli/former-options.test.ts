import { expect, test } from '@jest/globals'
import { run } from '../../../src/cli/run.ts'
import { fakeDoor } from './fake-door.ts'

test.each([
  [['deploy', '--file', 'x'], '--file is called --compose-file now — give --compose-file instead'],
  [['deploy', '--env=A=b'], '--env is called --variable now — give --variable instead'],
  [['rollback', '--wait', '1m'], '--wait is called --lock-wait now — give --lock-wait instead'],
  [['up', '--suite', 'trixie'], '--suite is called --debian-release now — give --debian-release instead'],
  [['status', '--name', 'big'], '--name is called --cluster now — give --cluster instead'],
  [
    ['deploy', '--cluster', 'big', '--docker-host', 'ssh://h'],
    '--cluster and --docker-host name two swarms: give one of them'
  ]
])('%j is refused, and what counts now is named', async (argv, said) => {
  const door = fakeDoor()
  expect(await run(argv, door)).toBe(2)
  expect(door.stderr.text()).toContain(`swarmline: ${said}`)
})
