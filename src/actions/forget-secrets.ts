import { forgetCertificates } from './certificates.ts'
import { forgetLogin } from './docker-login.ts'
import type { Door } from './door.ts'

/** The post step: removes whatever the main step wrote privately. One that fails does not keep the other. */
export async function forgetSecrets(door: Pick<Door, 'tempDir' | 'savedState'>): Promise<void> {
  const done = await Promise.allSettled([forgetLogin(door), forgetCertificates(door)])
  for (const one of done) if (one.status === 'rejected') throw one.reason
}
