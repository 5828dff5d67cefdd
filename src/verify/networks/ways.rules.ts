import type { Attachment, MeshService, MeshTask, MeshWorld } from './world.rules.ts'

/** Where one probe looks from: one running task for each service and node. */
export type LookOut = { key: string; service: MeshService; task: MeshTask }

/**
 * All tasks of a service on one node have the same networks, so the first of them looks out for all: as many
 * look-outs as tasks at most, never as many as pairs.
 */
export function lookOuts(world: MeshWorld): LookOut[] {
  return world.services.flatMap(service =>
    [...Map.groupBy(service.tasks, task => task.nodeId)].flatMap(([nodeId, [task]]) =>
      task ? [{ key: `${service.fullName}@${nodeId}`, service, task }] : []
    )
  )
}

/** How a service can be tried from a look-out, whatever the protocol. */
export type Ways = {
  hasShared: boolean
  /** Its tasks' addresses: on the networks that both are on, or on all of its own where they have none in common. */
  ways: { task: MeshTask; at: Attachment }[]
  /** Its virtual addresses that must answer there. */
  vips: Attachment[]
}

export function waysTo(from: LookOut, to: MeshService, hasMesh: boolean): Ways {
  const own = new Set(from.task.attachments.map(at => at.network))
  const hasShared = to.tasks.some(task => task.attachments.some(at => own.has(at.network)))
  return {
    hasShared,
    // On a common network the others of the target's networks are not its way.
    ways: to.tasks.flatMap(task =>
      task.attachments.filter(at => !hasShared || own.has(at.network)).map(at => ({ task, at }))
    ),
    // A virtual address is answered inside its own network only, and by a kernel that can balance.
    vips: hasMesh && to.mode === 'vip' ? to.vips.filter(vip => own.has(vip.network)) : []
  }
}

/** For each network the last of its addresses that none of the stack's tasks has. */
export function freeAddresses(world: MeshWorld): (network: string) => string | undefined {
  const attachments = world.services.flatMap(service => service.tasks.flatMap(task => task.attachments))
  const used = new Set(
    [...world.services.flatMap(service => service.vips), ...attachments].map(at => at.address)
  )
  const known = new Map(attachments.map(at => [at.network, at]))
  return network => {
    const at = known.get(network)
    return at && freeAddress(at, used)
  }
}

function freeAddress({ address, prefix }: Attachment, used: ReadonlySet<string>): string | undefined {
  const size = 2 ** (32 - prefix)
  const base = Math.floor(address.split('.').reduce((n, byte) => n * 256 + Number(byte), 0) / size) * size
  for (let offset = size - 2; offset > 1 && offset > size - 300; offset--) {
    const n = base + offset
    const free = [24, 16, 8, 0].map(bits => Math.floor(n / 2 ** bits) % 256).join('.')
    if (!used.has(free)) return free
  }
  return undefined
}
