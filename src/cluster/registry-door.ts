import { randomBytes } from 'node:crypto'
import type { EngineClient } from '../docker/client.ts'
import type { AddressPlan } from './addresses.rules.ts'
import {
  createContainer,
  inspectContainer,
  notOurs,
  putFiles,
  removeContainer,
  startContainer
} from './containers.ts'
import { nameOf } from './labels.rules.ts'
import { REGISTRY_CONFIG, REGISTRY_STORE, registryConfig } from './registry-config.rules.ts'
import { loginsFile, newLogin } from './registry-login.ts'
import { isOf, runOf } from './whose.rules.ts'

export type RegistrySpec = {
  cluster: string
  labels: Record<string, string>
  /** Reference of an image, on the engine, whose entrypoint takes `serve CONFIG`: distribution's own does. */
  image: string
  addresses: Pick<AddressPlan, 'registry' | 'mirror'>
  /** Folder for the docker client configuration with the login. */
  dockerConfigDir: string
  /** Where docker's client finds its plugins, when not in the usual places. */
  cliPluginsExtraDirs: readonly string[]
}
export const DOORS = ['push', 'mirror'] as const
export type DoorName = (typeof DOORS)[number]

export const containerOf = (cluster: string, door: DoorName): string =>
  door === 'push' ? nameOf.registry(cluster) : nameOf.mirror(cluster)

/** Makes and starts one door's container; keeps one of this run that runs, replaces one that has ended. */
export async function openDoor(
  client: EngineClient,
  spec: RegistrySpec,
  door: DoorName,
  signal: AbortSignal
): Promise<void> {
  const name = containerOf(spec.cluster, door)
  const what = door === 'push' ? 'the registry' : 'the mirror'
  const existing = await inspectContainer(client, name, signal)
  if (existing && !isOf(runOf(spec.labels), existing.labels)) throw notOurs(name)
  if (existing?.isRunning) return
  if (existing) await removeContainer(client, name)
  const network = nameOf.network(spec.cluster)
  const [address = '', port] = spec.addresses[door === 'push' ? 'registry' : 'mirror'].split(':')
  await createContainer(
    client,
    what,
    name,
    {
      Image: spec.image,
      Cmd: ['serve', REGISTRY_CONFIG],
      Labels: spec.labels,
      HostConfig: {
        NetworkMode: network,
        Binds: [`${nameOf.store(spec.cluster)}:${REGISTRY_STORE}${door === 'mirror' ? ':ro' : ''}`]
      },
      NetworkingConfig: { EndpointsConfig: { [network]: { IPAMConfig: { IPv4Address: address } } } }
    },
    signal
  )
  const config = registryConfig(door, Number(port), randomBytes(24).toString('hex'))
  // The first login is one that nobody knows: until `changeLogin` the door is shut, not open.
  const files = [
    { kind: 'file' as const, path: REGISTRY_CONFIG.slice(1), content: config, mode: 0o600 },
    ...(door === 'push' ? [await loginsFile(newLogin(), new Date(0))] : [])
  ]
  await putFiles(client, name, files, signal)
  await startContainer(client, what, name, signal)
}
