import type { EngineClient } from '../../src/docker/client.ts'
import type { ApiService, ApiTask } from '../../src/docker/types.ts'
import { STACK } from './healthy-stack.ts'

export type Upstream = { host: string; port: number }
/** An address of this machine's own at which nothing listens. */
export const FREE: Upstream = { host: '127.0.0.1', port: 1 }

type Gateway = { Containers?: Record<string, { IPv4Address?: string }> }

/** The addresses, on the engine's gateway network, of the tasks that run behind a published port. */
export async function upstreamsOf(engine: EngineClient, port: number): Promise<Upstream[]> {
  const ofStack = JSON.stringify({ label: [`com.docker.stack.namespace=${STACK}`] })
  const services = await engine.json<ApiService[]>('GET', '/services', { query: { filters: ofStack } })
  const found = services.flatMap(service =>
    (service.Spec.EndpointSpec?.Ports ?? [])
      .filter(each => each.PublishedPort === port)
      .map(({ TargetPort }) => ({ id: service.ID, port: TargetPort ?? port }))
  )[0]
  if (!found) return []
  const filters = JSON.stringify({ service: [found.id], 'desired-state': ['running'] })
  const tasks = await engine.json<ApiTask[]>('GET', '/tasks', { query: { filters } })
  const gateway = await engine.json<Gateway>('GET', '/networks/docker_gwbridge')
  return tasks.flatMap(({ Status }) => {
    const id = Status.State === 'running' ? Status.ContainerStatus?.ContainerID : undefined
    const address = id && gateway.Containers?.[id]?.IPv4Address
    return address ? [{ host: address.replace(/\/.*/, ''), port: found.port }] : []
  })
}
