import type { EngineClient } from '../../../docker/client.ts'
import { type PersistEffects, persist } from '../../../docker/persist.ts'
import type { ApiServiceSpec } from '../../../docker/types.ts'
import { isBook } from '../../../plain/labels.ts'
import { stackObjects } from '../../plan/plan.ts'

/** A stack as it was before a deploy. Specs may hold environment values: they are never logged. */
export type StackSnapshot = {
  stack: string
  /** `id` is `undefined` in what comes from a record: the service is then found by its name. */
  services: { id: string | undefined; spec: ApiServiceSpec }[]
  networkIds: string[]
  secretIds: string[]
  configIds: string[]
}

/** Reads what `restoreStack` can go back to. Errors: those of the engine client. */
export async function takeSnapshot(
  client: EngineClient,
  stack: string,
  fx: PersistEffects
): Promise<StackSnapshot> {
  const { services, networks, secrets, configs } = await persist(
    () => stackObjects(client, stack, fx.signal),
    fx
  )
  return {
    stack,
    services: services.map(({ ID, Spec }) => ({ id: ID, spec: Spec })),
    networkIds: networks.map(network => network.Id),
    secretIds: secrets.map(secret => secret.ID),
    configIds: configs.filter(config => !isBook(config.Spec.Labels)).map(config => config.ID)
  }
}
