import * as z from 'zod'
import { matchesPattern } from '../../judging/pattern.rules.ts'
import { defineKind } from '../../kind.ts'
import { readLogs } from '../../looking/read-logs.ts'
import { duration } from '../../suite/duration.ts'
import { pattern, serviceName } from '../../suite/wanted.ts'
import { judgeLogs, type LogsEvidence, logsExpected } from './judge.ts'

const EVERY_MS = 1000

const params = z.strictObject({
  service: serviceName(),
  present: z.array(pattern()).max(50).default([]).describe('Regular expressions that must be found.'),
  absent: z.array(pattern()).max(50).default([]).describe('Regular expressions that must not be found.'),
  lines: z
    .number()
    .int()
    .min(1)
    .max(10_000)
    .default(1000)
    .describe('How many of the last lines of each task.'),
  within: duration().prefault('0s').describe('How long what must be found may take to come.')
})

export const logs = defineKind({
  name: 'logs',
  explanation:
    'Reads the last lines that a service’s tasks wrote, on all nodes, and looks for regular expressions (JavaScript’s, ' +
    'with the flags m and u). Fails when one is missing that must be there, or there that must not.',
  example: `- kind: logs
  service: backend
  absent: ['(?:ERROR|Fatal)', 'password']
  lines: 200`,
  isDisturbing: false,
  visits: 'none',
  deadlineMs: ({ within }) => within + 60_000,
  params,
  expected: logsExpected,
  place: ({ service }) => ['services', service],
  gather: async ({ service, present, lines, within }, world): Promise<LogsEvidence> => {
    const end = world.clock.now() + within
    for (;;) {
      const text = await readLogs(service, lines, world)
      const isComplete = text === undefined || present.every(each => matchesPattern(each, text) === 'holds')
      if (isComplete || world.clock.now() >= end) return { text }
      await world.clock.sleep(EVERY_MS, world.signal)
    }
  },
  judge: judgeLogs
})
