import { createHash } from 'node:crypto'
import { FINISH_ROOT } from './guest/finish-root.ts'
import { INITRD_INIT } from './guest/initrd-init.ts'
import { NODE_INIT } from './guest/node-init.ts'
import { SSHD_CONFIG } from './guest/sshd-config.ts'
import { VM_INIT } from './guest/vm-init.ts'

/** What the VM's files are made from; two recipes with the same key give the same VM. */
export type Recipe = { suite: string; packages: readonly string[]; isHardened: boolean; key: string }

/** The size of the VM's disk as the VM sees it; on this machine only what is written takes space. */
export const DISK_BYTES = 24 * 1024 ** 3

const PACKAGES = [
  'docker.io',
  // Starts a container, and each of its health checks, at a tenth of runc's cost: it counts where all is emulated.
  'crun',
  'tini',
  'iptables',
  'iproute2',
  'kmod',
  'mount',
  'hostname',
  'procps',
  'ca-certificates',
  'openssh-server',
  'busybox-static'
]

/** Files that we add to the root: path → text. */
export const GUEST_FILES: Readonly<Record<string, string>> = {
  'usr/sbin/vm-init': VM_INIT,
  'usr/sbin/node-init': NODE_INIT,
  'etc/ssh/swarmline.conf': SSHD_CONFIG
}

export function recipeOf(suite: string): Recipe {
  // Until bookworm the client was part of docker.io.
  const hasClientPackage = !['buster', 'bullseye', 'bookworm'].includes(suite)
  const packages = hasClientPackage ? [...PACKAGES, 'docker-cli'] : PACKAGES
  const parts = JSON.stringify([suite, packages, GUEST_FILES, FINISH_ROOT, INITRD_INIT, DISK_BYTES])
  const digest = createHash('sha256').update(parts).digest('hex')
  return {
    suite,
    packages,
    isHardened: !['sid', 'unstable', 'experimental'].includes(suite),
    key: `${suite}-${digest.slice(0, 12)}`
  }
}
