import type { LoginValues, TargetValues } from '../inputs/target.ts'
import type { SwarmTarget } from '../usecases/requests.ts'
import { writeCertificates } from './certificates.ts'
import { writeLogin } from './docker-login.ts'
import type { Door } from './door.ts'
import { writeSshKey } from './ssh-key.ts'

/** The swarm that the inputs name, with their secrets in files that `forgetSecrets` removes in the post step. */
export async function reachTarget(
  values: TargetValues & Partial<LoginValues>,
  door: Pick<Door, 'tempDir' | 'saveState' | 'certDir' | 'home'>
): Promise<SwarmTarget> {
  const { registry, username, password, registryLogins } = values
  const loginDir = await writeLogin({ registry, username, password, registryLogins }, door)
  const certDir = await writeCertificates(values, door)
  return targetOf(values, loginDir, certDir, await writeSshKey(values, door))
}

/**
 * @param certDir folder of the certificates for tcp://
 * @param identityPath file of the private key for ssh://
 */
export function targetOf(
  { cluster, dockerHost, hostKey }: TargetValues,
  dockerConfigDir: string | undefined,
  certDir?: string | undefined,
  identityPath?: string | undefined
): SwarmTarget {
  if (cluster) return { kind: 'cluster', name: cluster }
  return { kind: 'existing', dockerHost, dockerConfigDir, hostKey, certDir, identityPath }
}
