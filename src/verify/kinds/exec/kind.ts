import * as z from 'zod'
import { defineKind } from '../../kind.ts'
import { runInTask, taskDoors } from '../../looking/in-task.ts'
import { duration } from '../../suite/duration.ts'
import { amount, program, serviceName, wanted } from '../../suite/wanted.ts'
import type { World } from '../../world.ts'
import { type ExecEvidence, execExpected, judgeExec } from './judge.ts'

const params = z.strictObject({
  service: serviceName(),
  command: program().describe('Program and arguments, with no shell between; they are visible on the node.'),
  tasks: z.enum(['one', 'every']).default('one').describe('In which of the service’s containers.'),
  exit: amount().default(0).describe('Its exit status.'),
  stdout: wanted().optional().describe('What it writes, without line ends behind it.'),
  stderr: wanted().optional().describe('What it writes to standard error.'),
  timeout: duration().prefault('20s').describe('For each container.'),
  output: z.number().int().min(1).max(1_048_576).default(65_536).describe('Bytes that it may write.')
})

export const exec = defineKind({
  name: 'exec',
  explanation:
    'Runs a program in a running container of a service, on whatever node it is, and compares exit status and ' +
    'output. Fails when the image lacks the program or it writes more than it may; inconclusive when the node’s ' +
    'engine cannot be reached or the program does not end in time.',
  example: `- kind: exec
  service: redis
  command: [redis-cli, ping]
  stdout: { contains: NOAUTH }`,
  isDisturbing: false,
  visits: 'none',
  deadlineMs: ({ timeout }) => timeout + 20_000,
  params,
  expected: execExpected,
  place: ({ service }) => ['services', service],
  gather: (asked, world) => gather(asked, world),
  judge: judgeExec
})

async function gather(asked: z.output<typeof params>, world: World): Promise<ExecEvidence> {
  const { service, command, tasks, timeout, output } = asked
  const exists = (await world.reads.service(service)) !== undefined
  const doors = await taskDoors(service, world)
  // A container that can be reached says more than one that cannot.
  const nearFirst = doors.toSorted((a, b) => Number(!a.at?.engine) - Number(!b.at?.engine))
  const chosen = tasks === 'one' ? nearFirst.slice(0, 1) : nearFirst
  const run = { argv: command, timeoutMs: timeout, maxBytes: output }
  return { exists, runs: await Promise.all(chosen.map(door => runInTask(door, run, world))) }
}
