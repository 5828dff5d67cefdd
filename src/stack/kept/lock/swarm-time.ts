import type { EngineClient } from '../../../docker/client.ts'
import type { PersistEffects } from '../../../docker/persist.ts'
import { bookName } from '../../../plain/object-names.ts'
import { createConfig, findConfig, removeConfig } from '../swarm-configs.ts'
import { requireOurs } from './foreign.rules.ts'

/**
 * What time it is for the swarm: the leader stamps every object that it makes, so one is made and read. This
 * machine's clock, and that of the manager which we happen to talk to, may be minutes off.
 *
 * @returns RFC 3339; `undefined` while somebody else asks the same
 * @throws `deploy-failed` where somebody else's config has the name
 */
export async function swarmTime(
  client: EngineClient,
  stack: string,
  fx: PersistEffects
): Promise<string | undefined> {
  const name = bookName('clock', stack)
  const id = await createConfig(client, { name, kind: 'clock', labels: {}, data: 'clock' }, fx)
  const made = await findConfig(client, id ?? name, fx)
  if (made) requireOurs(made, 'clock', stack)
  // Also one that somebody left here: the next who asks finds the name free.
  if (made) await removeConfig(client, made.ID, fx)
  return id ? made?.CreatedAt : undefined
}
