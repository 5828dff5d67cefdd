import { randomBytes } from 'node:crypto'
import { EngineAnswerError, type EngineClient } from '../../docker/client.ts'
import type { PersistEffects } from '../../docker/persist.ts'
import { OUR_LABEL, STACK_LABEL } from '../../plain/labels.ts'
import { secretBookName } from '../../plain/object-names.ts'
import { type ApiConfig, createConfig, listConfigs, newToken, removeConfig } from './swarm-configs.ts'

const KEY_BYTES = 32

/**
 * The key of a stack's content hashes. Names of secrets end up in listings, logs and reports, and a plain hash of a
 * weak password can be found by trying: so the hash is keyed, with random bytes that are kept in the swarm. They are
 * a config's label: its data can be mounted by any stack that knows its name, labels by none, and who can read those
 * commands a manager and could mount the secret itself. The key goes with the stack.
 *
 * `mode: 'look'` makes nothing (for a plan): without a key in the swarm no name of ours can be there either, and a
 * throwaway key gives the new names.
 */
export async function contentKey(
  client: EngineClient,
  stack: string,
  mode: 'look' | 'make',
  fx: PersistEffects
): Promise<Uint8Array> {
  const known = await keysOf(client, stack, fx)
  const exposed = known.filter(({ Spec }) => keyIn(Spec) === undefined)
  const data = keyOf(known) ?? randomBytes(KEY_BYTES)
  if (mode === 'look') return data
  if (exposed.length === known.length) {
    const labels = { [STACK_LABEL]: stack, [OUR_LABEL.sealedBy]: Buffer.from(data).toString('base64') }
    const name = secretBookName('key', stack, newToken())
    await createConfig(client, { name, kind: 'content-key', labels, data: 'key' }, fx)
  }
  for (const { ID } of exposed) await removeUnlessUsed(client, ID, fx)
  // Of two who make one at once, both take the older.
  return keyOf(await keysOf(client, stack, fx)) ?? data
}

/** Oldest first. Another stack's object of such a name has another stack's label. */
async function keysOf(client: EngineClient, stack: string, fx: PersistEffects): Promise<ApiConfig[]> {
  const configs = await listConfigs(client, `${STACK_LABEL}=${stack}`, fx)
  return configs
    .filter(({ Spec }) => Spec.Labels?.[OUR_LABEL.kind] === 'content-key')
    .toSorted((a, b) => compare(a.CreatedAt, b.CreatedAt) || compare(a.ID, b.ID))
}

function keyOf(configs: readonly ApiConfig[]): Uint8Array | undefined {
  const sealed = configs.flatMap(({ Spec }) => keyIn(Spec) ?? [])
  // Earlier versions kept it as the data.
  const [key = configs[0]?.Spec.Data] = sealed
  return key ? Buffer.from(key, 'base64') : undefined
}

const keyIn = (spec: ApiConfig['Spec']): string | undefined => spec.Labels?.[OUR_LABEL.sealedBy]

/** One that a service mounts stays until that is gone. */
async function removeUnlessUsed(client: EngineClient, id: string, fx: PersistEffects): Promise<void> {
  await removeConfig(client, id, fx).catch(error => {
    if (!(error instanceof EngineAnswerError)) throw error
  })
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
