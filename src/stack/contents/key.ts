import { randomBytes } from 'node:crypto'
import type { EngineClient } from '../../docker/client.ts'
import { STACK_LABEL } from '../labels.rules.ts'
import { bookName } from '../object-names.rules.ts'
import type { PersistEffects } from '../persist.ts'
import { createConfig, findConfig } from '../swarm-configs.ts'

const KEY_BYTES = 32

/**
 * The key of a stack's content hashes. Names of secrets end up in listings, logs and reports, and a plain hash of a
 * weak password can be found by trying: so the hash is keyed, with random bytes that are kept as a config's data.
 * Who can read that data commands a manager, and could mount the secret itself. The key goes with the stack.
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
  const name = bookName('key', stack)
  const known = keyOf(await findConfig(client, name, fx))
  if (known) return known
  const data = randomBytes(KEY_BYTES)
  if (mode === 'look') return data
  const labels = { [STACK_LABEL]: stack }
  if (await createConfig(client, { name, kind: 'content-key', labels, data }, fx)) return data
  // Somebody else was quicker: theirs it is.
  return keyOf(await findConfig(client, name, fx)) ?? data
}

const keyOf = (config: Awaited<ReturnType<typeof findConfig>>): Uint8Array | undefined =>
  config?.Spec.Data ? Buffer.from(config.Spec.Data, 'base64') : undefined
