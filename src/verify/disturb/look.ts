import * as z from 'zod'
import { isGone } from '../../docker/client.ts'
import type { ApiService, ApiTask } from '../../docker/types.ts'
import { checked } from '../looking/reads.ts'
import { nameInSwarm } from '../names.rules.ts'
import type { World } from '../world.ts'

/** A service and all its tasks at one moment, those that are over among them. */
export type ServiceLook = { service: ApiService; tasks: ApiTask[] }

const name = z.string().min(1)
const time = z.string().refine(text => !Number.isNaN(Date.parse(text)))
const SERVICE = z.looseObject({
  ID: name,
  Version: z.looseObject({ Index: z.number() }),
  Spec: z.looseObject({
    Name: name,
    TaskTemplate: z.looseObject({ ForceUpdate: z.number().nullish() }),
    Mode: z.looseObject({
      Replicated: z.looseObject({ Replicas: z.number().nullish() }).nullish(),
      Global: z.looseObject({}).nullish()
    })
  }),
  UpdateStatus: z.looseObject({ State: z.string().nullish() }).nullish()
})
const TASK = z.looseObject({
  ID: name,
  ServiceID: name,
  CreatedAt: time,
  UpdatedAt: time,
  DesiredState: name,
  Slot: z.number().nullish(),
  NodeID: z.string().nullish(),
  Spec: z.looseObject({ ForceUpdate: z.number().nullish() }),
  Status: z.looseObject({
    State: name,
    Err: z.string().nullish(),
    ContainerStatus: z.looseObject({ ContainerID: z.string().nullish() }).nullish()
  })
})

/**
 * What a manager says of a service now: unlike `world.reads`, nothing is kept from an earlier look.
 *
 * @returns `undefined` when the swarm has no such service
 * @throws `engine-lost`, also for an answer without its form
 */
export async function lookAtService(
  service: string,
  { stack, manager }: Pick<World, 'stack' | 'manager'>,
  signal: AbortSignal
): Promise<ServiceLook | undefined> {
  const path = `/services/${encodeURIComponent(nameInSwarm(stack, service))}`
  try {
    const found = checked(path, SERVICE, await manager.json<unknown>('GET', path, { signal }))
    const filters = JSON.stringify({ service: [found.ID] })
    const tasks = await manager.json<unknown>('GET', '/tasks', { query: { filters }, signal })
    return {
      service: found as unknown as ApiService,
      tasks: checked('/tasks', z.array(TASK), tasks) as unknown as ApiTask[]
    }
  } catch (error) {
    if (isGone(error)) return undefined
    throw error
  }
}
