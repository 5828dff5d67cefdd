import * as z from 'zod'
import {
  defineKind,
  imageOfService,
  serviceName,
  type TaskDoor,
  taskDoors,
  type World
} from '../../../verify/verify.ts'
import { type HealthcheckEvidence, healthCommand, healthcheckExpected, judgeHealthcheck } from './judge.ts'
import { runAlone, runBeside } from './runs.ts'

const TIMEOUT_MS = 20_000

const params = z.strictObject({
  service: serviceName(),
  tested: z.boolean().default(true).describe('Its command is tried; else it only has to be there.')
})

export const healthcheck = defineKind({
  name: 'healthcheck',
  explanation:
    'Looks whether a service has a health check, in its own settings or in its image, and tries its command twice: in a ' +
    'container of the service, where it must succeed, and in a container of the same image in which nothing else runs, ' +
    'where it must fail. A check that always succeeds is found so, without stopping anything.',
  example: '- kind: healthcheck\n  service: backend',
  isDisturbing: false,
  visits: 'none',
  deadlineMs: () => 4 * TIMEOUT_MS,
  params,
  expected: healthcheckExpected,
  place: ({ service }) => ['services', service, 'healthcheck'],
  gather: (asked, world) => gather(asked, world),
  judge: judgeHealthcheck
})

async function gather(
  { service, tested }: z.output<typeof params>,
  world: World
): Promise<HealthcheckEvidence> {
  const found = await world.reads.service(service)
  if (!found) return { kind: 'no-service' }
  const image = await imageOfService(service, world)
  if (image.kind === 'no-service' || image.kind === 'not-running') return { kind: 'not-running' }
  if (image.kind === 'unreachable') return image
  const { ContainerSpec = { Image: '' } } = found.Spec.TaskTemplate
  const own = ContainerSpec.Healthcheck?.Test ?? []
  const test = own.length > 0 ? own : listOf((image.config.Healthcheck as { Test?: unknown } | null)?.Test)
  const shell = listOf(image.config.Shell)
  const command = healthCommand(test, shell.length > 0 ? shell : ['/bin/sh', '-c'])
  if (!command) return { kind: 'none' }
  if (!tested) return { kind: 'untested', test }
  const door = (await taskDoors(service, world)).find(({ at }) => at?.engine)
  if (!door?.at?.engine) return { kind: 'unreachable', reason: 'no node’s engine with a task can be reached' }
  const beside = await runBeside(door as TaskDoor, command, TIMEOUT_MS, world)
  const alone = await runAlone(
    door.at.engine,
    { image: image.id, command, environment: listOf(ContainerSpec.Env) },
    TIMEOUT_MS,
    world
  )
  return { kind: 'tested', test, beside, alone }
}

const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter(item => typeof item === 'string') : []
