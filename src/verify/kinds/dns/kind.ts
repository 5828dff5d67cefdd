import * as z from 'zod'
import { defineKind } from '../../kind.ts'
import { duration } from '../../suite/duration.ts'
import { serviceName } from '../../suite/wanted.ts'
import { gatherDns } from './gather.ts'
import { DNS_EXPECTED, judgeDns } from './judge.ts'

const params = z.strictObject({
  services: z
    .array(serviceName())
    .min(1)
    .max(200)
    .optional()
    .describe('The services that ask; without it, all.'),
  settle: duration().default(2000).describe('Before the second look when a name is not right.')
})

export const dns = defineKind({
  name: 'dns',
  explanation:
    'Asks the engine’s resolver inside one task of each service on each node for every service that it shares a ' +
    'network with: the service’s name and its aliases must give the virtual address (with dnsrr, the tasks’ ' +
    'addresses), `tasks.` and the name all running tasks’ addresses, as a manager knows them. Addresses that ' +
    'nobody has any more are named.',
  example: '- kind: dns\n  services: [backend]',
  isDisturbing: false,
  visits: 'none',
  deadlineMs: () => 120_000,
  params,
  expected: () => DNS_EXPECTED,
  gather: ({ services, settle }, world) =>
    gatherDns(world, { settleMs: settle, ...(services ? { services } : {}) }),
  judge: (_params, evidence) => judgeDns(evidence)
})
