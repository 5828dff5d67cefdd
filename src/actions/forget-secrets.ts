import { forgetCertificates } from './certificates.ts'
import { forgetLogin } from './docker-login.ts'
import type { Door } from './door.ts'
import { forgetSshKey } from './ssh-key.ts'

/** The post step: removes whatever the main step wrote privately. One that fails does not keep the others. */
export async function forgetSecrets(door: Pick<Door, 'tempDir' | 'savedState'>): Promise<void> {
  const done = await Promise.allSettled([forgetLogin(door), forgetCertificates(door), forgetSshKey(door)])
  for (const one of done) if (one.status === 'rejected') throw one.reason
}
