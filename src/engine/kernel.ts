import type { Exec } from '../effects/effects.ts'
import { SwarmlineError } from '../errors.ts'

/** What the kernel under an engine can do for a swarm, and what tells a VM of ours from any other machine. */
export type MachineFacts = {
  /** IPVS: virtual addresses of services and the routing mesh. Without it both fail silently. */
  hasIpvs: boolean
  /** vxlan: overlay networks between nodes. */
  hasVxlan: boolean
  /** The machine is a VM that we made: nodes may use its /usr and must use its bridge. */
  isOurVm: boolean
}

/** Whether a path exists on the engine's machine. */
export type Look = (path: string) => Promise<boolean>

/** The folders that `lookAtMachine` needs to see. */
export const LOOKED_AT = ['/proc', '/sys', '/usr'] as const
export const VM_BRIDGE = 'br0'

export async function lookAtMachine(exists: Look): Promise<MachineFacts> {
  const [hasIpvs, hasVxlan, hasNodeInit, hasBridge] = await Promise.all([
    exists('/proc/1/net/ip_vs'),
    exists('/sys/module/vxlan'),
    exists('/usr/sbin/node-init'),
    exists(`/sys/class/net/${VM_BRIDGE}`)
  ])
  return { hasIpvs, hasVxlan, isOurVm: hasNodeInit && hasBridge }
}

const MODULES = ['ip_vs', 'ip_vs_rr', 'xt_ipvs', 'vxlan', 'br_netfilter', 'overlay']

/**
 * Asks the engine's machine to load what a mesh needs, with sudo where that asks no question. Not being able to
 * is no error: the modules may be built in, and what counts is what `lookAtMachine` sees afterwards.
 */
export async function loadModules(exec: Exec): Promise<void> {
  for (const prefix of [[], ['sudo', '-n']]) {
    const [program = '', ...args] = [...prefix, 'modprobe', '-a', '-q', ...MODULES]
    const result = await exec(program, args, { isChecked: false, timeoutMs: 60_000 }).catch(error => {
      if (error instanceof SwarmlineError && error.code === 'cancelled') throw error
      return undefined
    })
    if (result?.exitCode === 0) return
  }
}
