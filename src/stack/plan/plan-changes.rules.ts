import type { ApiService } from '../../docker/types.ts'
import { serviceEntries } from '../read/read.rules.ts'
import type { Model } from '../read/read.ts'
import { differences, effectOnTasks } from './compare-views.rules.ts'
import { forShowing } from './conceal.rules.ts'
import type { CurrentStack } from './current.ts'
import { type KnownPlatforms, platformsInWords } from './digests/platforms.rules.ts'
import { isPinned, withoutDigest } from './digests/reference.rules.ts'
import { planObjects } from './plan-objects.rules.ts'
import { withPortMoves } from './port-moves.rules.ts'
import type { ServiceChange, StackChanges } from './stack-changes.ts'
import { isRunJob } from './stages/run-jobs.rules.ts'
import type { ServiceView } from './view.ts'
import { viewOfModel } from './view-of-model.rules.ts'
import { namesOf, viewOfSpec } from './view-of-spec.rules.ts'

export type PlanOptions = {
  isPruning: boolean
  /** Of images with a digest. Those that are not among them lose what the swarm has: no registry tells docker. Default: none. */
  platforms?: KnownPlatforms
}

/**
 * What deploying a model will do to a stack, against what the swarm really has: a change that somebody made by
 * hand counts as much as one of the files.
 */
export function planChanges(
  model: Model,
  stack: string,
  current: CurrentStack,
  options: PlanOptions
): StackChanges {
  const names = namesOf(current)
  const live = new Map(current.services.map(service => [service.Spec.Name, service]))
  const wanted = serviceEntries(model).map(([name]) => name)
  const services = wanted.map(name => {
    const service = live.get(`${stack}_${name}`)
    const to = viewOfModel(model, stack, name)
    if (!service) return created(stack, name)
    const from = viewOfSpec(service.Spec, stack, names)
    return compared(stack, name, from, comparable(to, from, current.apiVersion, options))
  })
  const left = [...live.values()].filter(({ Spec }) => !wanted.some(name => Spec.Name === `${stack}_${name}`))
  const objects = planObjects(model, stack, current)
  const all = [...services, ...left.map(service => leftOver(stack, service, options.isPruning))]
  const isUnchanged =
    all.every(({ kind }) => kind === 'orphaned' || kind === 'unchanged') &&
    objects.every(({ change }) => change !== 'created' && change !== 'updated')
  const runJobs = new Set(serviceEntries(model).flatMap(([name, each]) => (isRunJob(each) ? [name] : [])))
  const changes: StackChanges = {
    stack,
    services: all.map(change =>
      !isUnchanged && change.kind === 'unchanged' && runJobs.has(change.name)
        ? { ...change, tasks: 'run-again' }
        : change
    ),
    objects,
    isUnchanged
  }
  return withPortMoves(changes, model, stack, current.services)
}

const PLATFORMS = 'deploy.placement.platforms'

/** The view of the model, where the engine or the client decides and not the model: as it is now. */
function comparable(
  to: ServiceView,
  from: ServiceView,
  apiVersion: string,
  { platforms }: PlanOptions
): ServiceView {
  const { image = '' } = to
  const { image: liveImage = '' } = from
  const result: Record<string, string> = { ...to }
  // Docker leaves the digest as it is while the name stays.
  if (!isPinned(image) && withoutDigest(liveImage) === image) result.image = liveImage
  // What docker will be told of an image without a digest is not known before.
  const forNodes = isPinned(image) ? platformsInWords(platforms?.get(image) ?? []) : from[PLATFORMS]
  if (forNodes) result[PLATFORMS] = forNodes
  if (!isSince(apiVersion, 44)) delete result['healthcheck.start_interval']
  if (!isSince(apiVersion, 46)) delete result.oom_score_adj
  return result
}

/** Engines drop what their version of the API does not know. */
const isSince = (apiVersion: string, minor: number): boolean => {
  const [major = 1, own = 0] = apiVersion.split('.').map(Number)
  return major > 1 || own >= minor
}

const MODE = 'deploy.mode'

function compared(stack: string, name: string, from: ServiceView, to: ServiceView): ServiceChange {
  const changes = differences(from, to)
  const isJob = (to[MODE] ?? '').endsWith('-job')
  const modes = changes.find(({ field }) => field === MODE)
  return {
    name,
    fullName: `${stack}_${name}`,
    kind: changes.length > 0 ? 'updated' : 'unchanged',
    fields: forShowing(changes, from, to),
    tasks: isJob && changes.length > 0 ? 'run-again' : effectOnTasks(changes),
    refusal:
      modes &&
      `a swarm never changes the mode of a service (${modes.from} to ${modes.to}): ` +
        `remove it first (docker service rm ${stack}_${name}), or give it another name`
  }
}

const created = (stack: string, name: string): ServiceChange => ({
  name,
  fullName: `${stack}_${name}`,
  kind: 'created',
  fields: [],
  tasks: 'none',
  refusal: undefined
})

function leftOver(stack: string, { Spec }: ApiService, isPruning: boolean): ServiceChange {
  const name = Spec.Name.startsWith(`${stack}_`) ? Spec.Name.slice(stack.length + 1) : Spec.Name
  return { ...created(stack, name), fullName: Spec.Name, kind: isPruning ? 'removed' : 'orphaned' }
}
