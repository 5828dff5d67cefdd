import { type EngineClient, isGone } from '../../../docker/client.ts'
import { persist } from '../../../docker/persist.ts'
import { isSameSpec } from '../../../docker/same-spec.rules.ts'
import type { ApiService, ApiServiceSpec } from '../../../docker/types.ts'
import type { Effects } from '../../../effects/effects.ts'
import { explain } from '../../../errors.ts'
import { isRunJobSpec } from '../../plan/plan.rules.ts'
import { stackObjects } from '../../plan/plan.ts'
import type { StackSnapshot } from './snapshot.ts'

/** What was done about one service. It is asked for then; whether it runs, watching says. */
export type ServiceRestored = { service: string } & (
  | { action: 'restored' | 'removed' | 'recreated' | 'unchanged' }
  | { action: 'failed'; why: string }
)

export type RestoreEffects = Pick<Effects, 'clock' | 'log' | 'signal' | 'awayMs'>

/**
 * A base64url `X-Registry-Auth` for an image. Without one an update keeps the credentials that the swarm has for the
 * service, which are those of the deploy that is undone: the newest; a service that is made anew has none.
 */
export type RegistryAuth = (image: string) => string | undefined

/**
 * Gives every service of a stack the spec that it had, makes those anew that are gone, and removes those that came
 * later. A spec that is in force is not touched, so its tasks run on; an update that is paused or under way is
 * overtaken by the old spec. Networks, secrets and configs stay: see `removeCreated`. A job before or after a deploy
 * does not run again for that: one that is not what it was is removed, and the next deploy makes it anew.
 *
 * @returns what was done, service by service; one that fails does not stop the others
 * @throws `cancelled`; `engine-lost` when the stack cannot even be looked at
 */
export async function restoreStack(
  {
    client,
    snapshot,
    registryAuth
  }: { client: EngineClient; snapshot: StackSnapshot; registryAuth?: RegistryAuth },
  fx: RestoreEffects
): Promise<ServiceRestored[]> {
  const { services } = await persist(() => stackObjects(client, snapshot.stack, fx.signal), fx)
  const done: ServiceRestored[] = []
  const wanted = snapshot.services.filter(({ spec }) => !isRunJobSpec(spec))
  const old = wanted.map(({ id, spec }) => ({
    spec,
    id: (services.find(s => s.ID === id) ?? services.find(s => s.Spec.Name === spec.Name))?.ID
  }))
  const isOldJob = ({ Spec }: ApiService): boolean =>
    isRunJobSpec(Spec) && snapshot.services.some(({ spec }) => isSameSpec(spec, Spec))
  const late = services.filter(each => !old.some(({ id }) => id === each.ID) && !isOldJob(each))
  const remove = async (some: readonly ApiService[]): Promise<void> => {
    for (const { ID, Spec } of some)
      done.push(await attempt(Spec.Name, fx, () => removeService(client, ID, fx)))
  }
  // What came later goes last, but for what has a port that is wanted back.
  const inTheWay = late.filter(({ Spec }) => old.some(({ spec }) => haveOnePort(Spec, spec)))
  await remove(inTheWay)
  for (const { id, spec } of old)
    done.push(await attempt(spec.Name, fx, () => restore(client, id, spec, registryAuth, fx)))
  await remove(late.filter(each => !inTheWay.includes(each)))
  // A port that two of them had exchanged is free only when both have been told.
  for (const [i, { service, action }] of done.entries()) {
    const again = old.find(({ spec }) => spec.Name === service)
    if (action !== 'failed' || !again) continue
    done[i] = await attempt(service, fx, () => restore(client, again.id, again.spec, registryAuth, fx))
  }
  return done
}

const haveOnePort = (a: ApiServiceSpec, b: ApiServiceSpec): boolean =>
  (a.EndpointSpec?.Ports ?? []).some(({ PublishedPort, Protocol }) =>
    (b.EndpointSpec?.Ports ?? []).some(
      other => PublishedPort && other.PublishedPort === PublishedPort && other.Protocol === Protocol
    )
  )

/** No cancellation ends a write: whoever looks next would not know whether it is still to come. */
const WRITE_MS = 30_000

type Action = Exclude<ServiceRestored['action'], 'failed'>

async function attempt(
  service: string,
  fx: RestoreEffects,
  work: () => Promise<Action>
): Promise<ServiceRestored> {
  try {
    return { service, action: await work() }
  } catch (error) {
    if (fx.signal.aborted) throw error
    return { service, action: 'failed', why: explain(error) }
  }
}

async function restore(
  client: EngineClient,
  id: string | undefined,
  spec: ApiServiceSpec,
  registryAuth: RegistryAuth | undefined,
  fx: RestoreEffects
): Promise<Action> {
  const auth = registryAuth?.(spec.TaskTemplate.ContainerSpec?.Image ?? '')
  const headers = auth === undefined ? {} : { 'x-registry-auth': auth }
  let hasWritten = false
  return persist(async () => {
    // By its name once we have made it ourselves, in a request whose answer may have been lost.
    const current = await inspect(client, id ?? spec.Name, fx)
    if (!current) {
      await client.json('POST', '/services/create', { body: spec, headers, timeoutMs: WRITE_MS })
      return 'recreated'
    }
    if (isSameSpec(current.Spec, spec) && !isUnfinished(current))
      return hasWritten ? 'restored' : id === undefined ? 'recreated' : 'unchanged'
    hasWritten = true
    await client.json('POST', `/services/${current.ID}/update`, {
      query: { version: current.Version.Index, registryAuthFrom: 'spec' },
      body: spec,
      headers,
      timeoutMs: WRITE_MS
    })
    return 'restored'
  }, fx)
}

const GONE_BACK = ['paused', 'rollback_started', 'rollback_paused', 'rollback_completed']

/**
 * SwarmKit has stopped half-way, or goes back by itself. The same spec again restarts no task that has it already,
 * sets going what has stopped, and ends what the service's state says of the failed update.
 */
const isUnfinished = ({ UpdateStatus }: ApiService): boolean => GONE_BACK.includes(UpdateStatus?.State ?? '')

function inspect(client: EngineClient, id: string, fx: RestoreEffects): Promise<ApiService | undefined> {
  return client
    .json<ApiService>('GET', `/services/${encodeURIComponent(id)}`, { signal: fx.signal })
    .catch(error => {
      if (isGone(error)) return undefined
      throw error
    })
}

async function removeService(client: EngineClient, id: string, fx: RestoreEffects): Promise<Action> {
  await persist(
    () =>
      client.json('DELETE', `/services/${id}`, { timeoutMs: WRITE_MS }).catch(error => {
        if (!isGone(error)) throw error
      }),
    fx
  )
  return 'removed'
}
