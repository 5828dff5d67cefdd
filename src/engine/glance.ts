import { release } from 'node:os'
import type { Exec } from '../effects/effects.ts'
import { SwarmlineError } from '../errors.ts'
import type { Door } from './host-door.ts'

/** A module of the kernel, and what is there once it is: loaded or built in. */
const NEEDED = { ip_vs: '/proc/net/ip_vs', vxlan: '/sys/module/vxlan' } as const
const DEADLINE_MS = 15_000

/**
 * Whether the machine of an engine that is not ours can carry a routing mesh, by what can be seen there without
 * changing anything: no container is made, no module is loaded.
 *
 * @param kernel as the engine says: behind a socket of this machine may be another one
 * @returns `undefined` where nothing can be seen
 * @throws `cancelled`
 */
export async function glance(door: Door, kernel: string): Promise<boolean | undefined> {
  if (door.reach === 'api' || (door.reach === 'here' && kernel !== release())) return undefined
  const seen = await Promise.all(
    Object.entries(NEEDED).map(async ([name, trace]) => {
      if (await ends(door.exec, 'test', ['-e', trace])) return true
      const asked = ['--dry-run', '--quiet', name]
      // Not every user's PATH has the folder of the programs for root.
      return (await ends(door.exec, 'modprobe', asked)) || (await ends(door.exec, '/sbin/modprobe', asked))
    })
  )
  return seen.every(Boolean)
}

async function ends(exec: Exec, program: string, args: readonly string[]): Promise<boolean> {
  try {
    return (await exec(program, args, { isChecked: false, timeoutMs: DEADLINE_MS })).exitCode === 0
  } catch (error) {
    if (error instanceof SwarmlineError && error.code === 'cancelled') throw error
    return false
  }
}
