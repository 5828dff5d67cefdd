import * as z from 'zod'
import type { ApiService } from '../../../docker/types.ts'
import { parsePath } from '../../judging/field.rules.ts'
import { defineKind } from '../../kind.ts'
import { nameInStack } from '../../names.rules.ts'
import { amount, port, serviceName, wanted } from '../../suite/wanted.ts'
import type { World } from '../../world.ts'
import { judgeService, type ServiceEvidence, serviceExpected } from './judge.ts'
import { specDifferences } from './spec-differences.rules.ts'

const names = (what: string) =>
  z
    .array(z.string().min(1).max(100))
    .max(100)
    .optional()
    .describe(`Exactly these ${what}, by their names in the stack file.`)

const params = z.strictObject({
  service: serviceName(),
  image: wanted().optional().describe('The image reference of the running spec.'),
  mode: z.enum(['replicated', 'global', 'replicated-job', 'global-job']).optional().describe('Its mode.'),
  replicas: amount().optional().describe('How many replicas the spec asks for.'),
  running: amount().optional().describe('How many tasks run now.'),
  networks: names('networks'),
  secrets: names('secrets'),
  configs: names('configs'),
  published: z.array(port()).max(100).optional().describe('Exactly these published ports.'),
  deployed: z
    .literal(true)
    .optional()
    .describe('The running spec is what the last deploy with Swarmline asked for: nobody changed it since.'),
  fields: z
    .record(
      z
        .string()
        .max(300)
        .refine(
          path => parsePath(path) !== undefined,
          'takes a path such as UpdateConfig.Order or Ports[*].TargetPort'
        ),
      wanted()
    )
    .default({})
    .describe('Any field of the spec by its path in the Engine API’s words; times are nanoseconds.')
})

export const service = defineKind({
  name: 'service',
  explanation:
    'Reads a service’s running spec from a manager and compares fields of it: the common ones by short names, all ' +
    'others by their path in the Engine API’s words. `[*]` stands for every entry of a list. With `deployed` the whole ' +
    'spec is compared with the one that the last deploy with Swarmline asked for. Fails when the service is not ' +
    'there, or a field is not what it must be.',
  example: `- kind: service
  service: backend
  mode: replicated
  replicas: 3
  image: { matches: '/backend:' }
  fields:
    UpdateConfig.Parallelism: 1
    UpdateConfig.Delay: { gte: 10000000000 }
    UpdateConfig.Order: start-first`,
  isDisturbing: false,
  visits: 'none',
  params,
  expected: serviceExpected,
  place: ({ service }) => ['services', service],
  gather: ({ service }, world) => gather(service, world),
  judge: judgeService
})

async function gather(name: string, world: World): Promise<ServiceEvidence> {
  const [found, running] = await Promise.all([world.reads.service(name), world.reads.runningTasks(name)])
  if (!found) return { exists: false }
  const { ContainerSpec } = found.Spec.TaskTemplate
  const ids = networksOf(found).map(({ Target }) => Target)
  const networkName = await world.reads.networkNames(ids)
  const asked = world.deployed?.services.find(({ Name }) => Name === found.Spec.Name)
  return {
    exists: true,
    spec: { ...found.Spec },
    running: running.length,
    networks: ids.map(id => nameInStack(networkName(id), world.stack)),
    secrets: (ContainerSpec?.Secrets ?? []).map(({ SecretName }) => nameInStack(SecretName, world.stack)),
    configs: (ContainerSpec?.Configs ?? []).map(({ ConfigName }) => nameInStack(ConfigName, world.stack)),
    changed: asked && specDifferences(asked, found.Spec)
  }
}

/** Old engines keep a service's networks beside the task's. */
function networksOf({ Spec }: ApiService): { Target: string }[] {
  const old = (Spec as { Networks?: { Target: string }[] }).Networks
  return Spec.TaskTemplate.Networks ?? old ?? []
}
