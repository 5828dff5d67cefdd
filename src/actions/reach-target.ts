import type { SwarmTarget } from '../usecases/requests.ts'
import { writeCertificates } from './certificates.ts'
import { writeLogin } from './docker-login.ts'
import type { Door } from './door.ts'
import { type LoginValues, type TargetValues, targetOf } from './target.rules.ts'

/** The swarm that the inputs name, with their secrets in files that `forgetSecrets` removes in the post step. */
export async function reachTarget(
  values: TargetValues & Partial<LoginValues>,
  door: Pick<Door, 'tempDir' | 'saveState' | 'certDir'>
): Promise<SwarmTarget> {
  const { registry, username, password } = values
  const loginDir = await writeLogin({ registry, username, password }, door)
  return targetOf(values, loginDir, await writeCertificates(values, door))
}
