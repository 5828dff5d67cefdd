import type { Engine } from '../../../engine/engine.ts'
import { LABEL } from '../../../plain/labels.ts'
import type { AddressPlan, PlannedNode } from '../../addresses.rules.ts'
import type { RegistryDoor } from '../../cluster-record.ts'
import type { ContainerBody } from '../../containers.ts'
import { nameOf } from '../../labels.rules.ts'
import { MACHINE_BINDS, NODE_ENTRY } from './skel.rules.ts'

/** Where the nodes' sockets lie on the engine's machine: `/run/swarmline/CLUSTER/NODE/docker.sock`. */
export const SOCKETS_ROOT = '/run/swarmline'
export const socketFolder = (cluster: string, node: string): string => `${SOCKETS_ROOT}/${cluster}/${node}`
export const socketOf = (cluster: string, node: string): string =>
  `${socketFolder(cluster, node)}/docker.sock`

/** What a node container is made from. `usr` nodes keep their data in a folder of the engine's machine. */
export type NodeImage =
  | { kind: 'usr'; skel: string; dataFolder: string }
  | { kind: 'image'; reference: string; entrypoint: readonly string[] }

export type NodeContainer = {
  cluster: string
  node: PlannedNode
  labels: Record<string, string>
  image: NodeImage
  engine: Pick<Engine, 'privileges' | 'socketGid'>
  gateway: AddressPlan['gateway']
  registry: Pick<RegistryDoor, 'reference' | 'mirror'>
  /** Nothing beyond the machine can be reached: docker.io is not even asked. */
  isOffline: boolean
}

/**
 * The container that is a node: an engine on unix sockets only, so there is no port to protect, and no 16 s that
 * dockerd waits before it listens on TCP without TLS.
 */
export function nodeContainer(spec: NodeContainer): ContainerBody {
  const { cluster, node, image } = spec
  const network = nameOf.network(cluster)
  return {
    ...(image.kind === 'usr'
      ? { Image: image.skel, Entrypoint: [NODE_ENTRY] }
      : { Image: image.reference, Volumes: { '/var/lib/docker': {} } }),
    ...privileges(spec.engine.privileges, image),
    Hostname: node.name,
    Cmd: ['dockerd', ...dockerdFlags(spec)],
    // The official image would make TLS keys and listen on TCP.
    Env: ['DOCKER_TLS_CERTDIR='],
    Labels: { ...spec.labels, [LABEL.node]: node.name },
    HostConfig: {
      ...privileges(spec.engine.privileges, image).HostConfig,
      NetworkMode: network,
      Binds: [
        `${socketFolder(cluster, node.name)}:/host`,
        ...(image.kind === 'usr' ? [...MACHINE_BINDS, `${image.dataFolder}:/var/lib/docker`] : [])
      ],
      Tmpfs: { '/run': 'exec', '/tmp': 'exec' },
      // A name that resolves to a place where nobody listens fails in 44 ms; a resolver that is cut off costs
      // 10 s an image.
      ...(spec.isOffline
        ? { ExtraHosts: DOCKER_HUB.map(host => `${host}:127.0.0.1`), Dns: [spec.gateway] }
        : {})
    },
    NetworkingConfig: { EndpointsConfig: { [network]: { IPAMConfig: { IPv4Address: node.address } } } }
  }
}

const DOCKER_HUB = ['docker.io', 'index.docker.io', 'registry-1.docker.io']

/** With `http://` is the only form that pull, push and BuildKit take alike, from 20.10 to 28. */
function dockerdFlags({ registry, engine, image }: NodeContainer): string[] {
  return [
    '--host=unix:///host/docker.sock',
    '--host=unix:///var/run/docker.sock',
    ...(engine.socketGid ? [`--group=${engine.socketGid}`] : []),
    '--storage-driver=overlay2',
    // A VM of ours has it: see the VM's packages.
    ...(image.kind === 'usr' ? ['--add-runtime=crun=/usr/bin/crun', '--default-runtime=crun'] : []),
    `--registry-mirror=http://${registry.mirror}`,
    `--insecure-registry=http://${registry.mirror}`,
    `--insecure-registry=http://${registry.reference}`,
    // Apart from the cluster's own network, and the same in every node: they never meet.
    '--bip=172.29.0.1/24',
    '--default-address-pool=base=172.28.0.0/16,size=24',
    '--ip6tables=false',
    '--userland-proxy=false'
  ]
}

/**
 * `caps`: an old engine whose root lacks CAP_SYS_RESOURCE cannot give `privileged`. Everything that makes it up
 * is named one by one, and what the runtime mounts read only is made writable inside.
 */
function privileges(
  kind: Engine['privileges'],
  image: NodeImage
): { Entrypoint?: string[]; HostConfig: Partial<ContainerBody['HostConfig']> } {
  if (kind === 'privileged') return { HostConfig: { Privileged: true } }
  const entry = image.kind === 'usr' ? [NODE_ENTRY] : image.entrypoint
  return {
    Entrypoint: ['/bin/sh', '-c', MAKE_WRITABLE, 'sh', ...entry],
    HostConfig: {
      CapAdd: ['ALL'],
      CapDrop: ['SYS_RESOURCE'],
      SecurityOpt: ['seccomp=unconfined', 'apparmor=unconfined'],
      MaskedPaths: [],
      ReadonlyPaths: [],
      DeviceCgroupRules: ['a *:* rwm'],
      // A view of its own: the cgroups of the node's containers go when the node goes.
      CgroupnsMode: 'private'
    }
  }
}

/** A constant, never put together: the entrypoint follows as arguments. */
const MAKE_WRITABLE = `mount -o remount,rw /sys
mount -o remount,rw /proc/sys 2>/dev/null
for place in /sys/fs/cgroup /sys/fs/cgroup/*; do mount -o remount,rw,bind "$place" 2>/dev/null; done
exec "$@"`
