import type { Findings } from '../../../src/engine/findings.ts'

type Changes = {
  [K in keyof Findings]?: NonNullable<Findings[K]> extends object
    ? Partial<NonNullable<Findings[K]>>
    : Findings[K]
}

/** A bare Debian with root, packages and no engine: a VM can be made. Changes are laid over each part. */
export function findings(changes: Changes = {}): Findings {
  const base: Findings = {
    system: {
      platform: 'linux',
      arch: 'x64',
      title: 'Debian GNU/Linux 12 (bookworm)',
      kernel: '6.1.0',
      cores: 4,
      memoryBytes: 16 * 1024 ** 3,
      memoryAvailableBytes: 12 * 1024 ** 3
    },
    nodeVersion: '24.0.0',
    cache: { folder: '/cache', freeBytes: 100 * 1024 ** 3 },
    docker: undefined,
    host: { isReachable: false, dockerHost: 'unix:///s', reason: 'no engine answers', hint: 'start one' },
    isHostNamed: false,
    swarmState: undefined,
    kernel: { ip_vs: 'absent', vxlan: 'present', overlay: 'present' },
    qemu: {
      version: '10.0.2',
      acceleration: { acceleration: 'tcg', reason: 'there is no /dev/kvm', isProved: true },
      isVmBuilt: false
    },
    missingPackages: [],
    apt: { privilege: 'root', archive: 'reachable' },
    dockerHub: { isReachable: false, reason: 'its name does not resolve' }
  }
  const entries = Object.entries(changes).map(([key, value]) => {
    const before = base[key as keyof Findings]
    const isPart = typeof before === 'object' && typeof value === 'object' && !Array.isArray(value)
    return [key, isPart ? { ...before, ...value } : value]
  })
  return { ...base, ...Object.fromEntries(entries) }
}

export function hostEngine(hasMesh: boolean): Findings['host'] {
  return {
    isReachable: true,
    dockerHost: 'unix:///s',
    title: 'Docker Engine 28.5.2 on this machine',
    version: '28.5.2',
    kernel: '6.1.0',
    hasMesh
  }
}
