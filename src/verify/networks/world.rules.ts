import type { ApiNetwork, ApiService, ApiTask } from '../../docker/types.ts'
import { STACK_LABEL } from '../../plain/labels.ts'
import { serviceInStack } from '../names.rules.ts'

/** An address of a task, or a virtual one of a service, on a network; `prefix` is its length in bits. */
export type Attachment = { network: string; address: string; prefix: number }
export type MeshTask = { id: string; nodeId: string; containerId: string; attachments: Attachment[] }
export type PublishedPort = { port: number; target: number; mode: 'ingress' | 'host' }

export type MeshService = {
  /** In the swarm: `shop_web`. */
  fullName: string
  /** In the stack, and in rules: `web`. */
  name: string
  mode: 'vip' | 'dnsrr'
  /** The names of the networks that its running spec attaches it to; `host` is the node's own. */
  networks: string[]
  /** Other names that it is known by, each on one network. */
  aliases: { name: string; network: string }[]
  vips: Attachment[]
  published: PublishedPort[]
  /** No task of it has to run: a job, or a service without replicas. */
  isIdle: boolean
  /** Its running tasks. */
  tasks: MeshTask[]
}

/** A stack as its swarm knows it. */
export type MeshWorld = {
  services: MeshService[]
  networks: { name: string; isInternal: boolean }[]
  nodes: MeshNode[]
}
export type MeshNode = { id: string; name: string; address: string }

/** What the Engine API says beyond the product's own types. */
type AttachedTask = ApiTask & {
  NetworksAttachments?: { Network: { ID: string }; Addresses?: string[] | null }[] | null
}
type SwarmNetwork = ApiNetwork & { Internal?: boolean; Ingress?: boolean }

/**
 * @param stack the stack's name; the services of others are left out
 * @param tasks all tasks of those services: the running ones count
 */
export function meshWorld(
  stack: string,
  services: readonly ApiService[],
  tasks: readonly AttachedTask[],
  networks: readonly SwarmNetwork[],
  nodes: readonly MeshNode[]
): MeshWorld {
  // The network of published ports is nobody's own: tasks cannot speak to each other over it.
  const named = new Map(networks.filter(one => !one.Ingress).map(one => [one.Id, one]))
  const attach = (id: string, withPrefix: string | undefined): Attachment[] => {
    const network = named.get(id)
    const [address = '', prefix = ''] = (withPrefix ?? '').split('/')
    return network && address ? [{ network: network.Name, address, prefix: Number(prefix) || 32 }] : []
  }
  return {
    services: services
      .filter(service => (service.Spec.Labels?.[STACK_LABEL] ?? '') === stack)
      .map(service => {
        const attached = service.Spec.TaskTemplate.Networks ?? []
        const fullName = service.Spec.Name
        return {
          fullName,
          name: serviceInStack(fullName, stack),
          mode: service.Spec.EndpointSpec?.Mode === 'dnsrr' ? ('dnsrr' as const) : ('vip' as const),
          networks: attached.flatMap(one => named.get(one.Target)?.Name ?? []).sort(),
          aliases: attached.flatMap(({ Target, Aliases }) =>
            [...new Set(Aliases ?? [])]
              .sort()
              .map(alias => ({ name: alias, network: named.get(Target)?.Name ?? Target }))
          ),
          vips: (service.Endpoint?.VirtualIPs ?? []).flatMap(vip => attach(vip.NetworkID, vip.Addr)),
          published: publishedOf(service),
          isIdle: isIdle(service),
          tasks: tasks
            .filter(task => task.ServiceID === service.ID && task.Status.State === 'running')
            .flatMap(task => taskOf(task, attach))
        }
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    networks: [...named.values()].map(one => ({ name: one.Name, isInternal: one.Internal === true })),
    nodes: nodes.map(({ id, name, address }) => ({ id, name, address }))
  }
}

/** Whether a service is meant to run no task for good. */
export const isIdle = ({ Spec: { Mode } }: Pick<ApiService, 'Spec'>): boolean =>
  (Mode?.ReplicatedJob ?? Mode?.GlobalJob ?? undefined) !== undefined || Mode?.Replicated?.Replicas === 0

/** Whether nobody can be asked, or be reached, and nobody should. */
export const isAbsent = ({ isIdle, tasks }: MeshService): boolean => isIdle && tasks.length === 0

function taskOf(
  task: AttachedTask,
  attach: (id: string, address: string | undefined) => Attachment[]
): MeshTask[] {
  const containerId = task.Status.ContainerStatus?.ContainerID
  if (!containerId || !task.NodeID) return []
  const attachments = (task.NetworksAttachments ?? []).flatMap(one =>
    (one.Addresses ?? []).flatMap(address => attach(one.Network.ID, address))
  )
  return [{ id: task.ID, nodeId: task.NodeID, containerId, attachments }]
}

function publishedOf(service: ApiService): PublishedPort[] {
  return (service.Endpoint?.Ports ?? service.Spec.EndpointSpec?.Ports ?? [])
    .filter(port => port.Protocol === 'tcp')
    .flatMap(port =>
      port.PublishedPort === undefined
        ? []
        : [{ port: port.PublishedPort, target: port.TargetPort, mode: port.PublishMode }]
    )
}
