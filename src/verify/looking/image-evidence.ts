import * as z from 'zod'
import type { World } from '../world.ts'
import { taskDoors } from './in-task.ts'
import { checked } from './reads.ts'

const CONTAINER = z.looseObject({ Image: z.string().min(1) })
const IMAGE = z.looseObject({
  Id: z.string().min(1),
  Size: z.number(),
  Config: z.looseObject({}).nullish(),
  RootFS: z.looseObject({ Layers: z.array(z.string()).nullish() })
})
const HISTORY = z.array(z.looseObject({ CreatedBy: z.string() }))

export type ImageFound = {
  kind: 'found'
  /** As the service's spec names it. */
  reference: string
  id: string
  sizeBytes: number
  layers: number
  config: Record<string, unknown>
  /** The commands that made it. */
  history: string[]
}
export type ImageReading =
  | ImageFound
  | { kind: 'no-service' }
  | { kind: 'not-running'; reference: string }
  | { kind: 'unreachable'; reason: string }

/** The image that a service's container really runs, as its node's engine has it. Read once for all checks. */
export function imageOfService(service: string, world: World): Promise<ImageReading> {
  return world.share(`image ${service}`, shared => readImage(service, shared))
}

async function readImage(service: string, world: World): Promise<ImageReading> {
  const found = await world.reads.service(service)
  if (!found) return { kind: 'no-service' }
  const reference = found.Spec.TaskTemplate.ContainerSpec?.Image ?? ''
  const doors = await taskDoors(service, world)
  if (doors.length === 0) return { kind: 'not-running', reference }
  const door = doors.find(({ at }) => at?.engine)
  const engine = door?.at?.engine
  if (!door || !engine)
    return { kind: 'unreachable', reason: 'no node’s engine with a task of it can be reached' }
  const get = async <T>(path: string, form: z.ZodType<T>): Promise<T> =>
    checked(path, form, await engine.json('GET', path, { signal: world.signal }))
  const { Image: id } = await get(`/containers/${door.containerId}/json`, CONTAINER)
  const [image, history] = await Promise.all([
    get(`/images/${id}/json`, IMAGE),
    get(`/images/${id}/history`, HISTORY)
  ])
  return {
    kind: 'found',
    reference,
    id: image.Id,
    sizeBytes: image.Size,
    layers: image.RootFS.Layers?.length ?? 0,
    config: image.Config ?? {},
    history: history.map(({ CreatedBy }) => CreatedBy)
  }
}
