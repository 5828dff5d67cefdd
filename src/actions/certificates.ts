import type { WayValues } from '../inputs/target.ts'
import type { Door } from './door.ts'
import { removePrivate, writePrivately } from './private-folder.ts'

const STATE = 'tls'

/**
 * Writes the certificates for an engine behind TLS to files that only their owner reads; `forgetCertificates` removes
 * them in the post step. Without such inputs the workflow's environment counts: DOCKER_CERT_PATH, DOCKER_TLS_VERIFY.
 *
 * @returns the folder with ca.pem, cert.pem and key.pem; `undefined` when there is none
 */
export async function writeCertificates(
  { tlsCa, tlsCert, tlsKey }: WayValues,
  door: Pick<Door, 'tempDir' | 'saveState' | 'certDir'>
): Promise<string | undefined> {
  if (!tlsCa || !tlsCert || !tlsKey) return door.certDir
  const files = { 'ca.pem': `${tlsCa}\n`, 'cert.pem': `${tlsCert}\n`, 'key.pem': `${tlsKey}\n` }
  return writePrivately(STATE, files, door)
}

export function forgetCertificates(door: Pick<Door, 'tempDir' | 'savedState'>): Promise<void> {
  return removePrivate(STATE, door)
}
