// Services that listen and do nothing else, on overlay networks of a real swarm: what isolation is measured on.
// Addresses of a network that a container is not on leave its machine, so on this one a route swallows them.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import type { EngineClient } from '../../src/docker/client.ts'
import { importImage } from '../../src/docker/import-image.ts'
import type { ApiTask } from '../../src/docker/types.ts'
import { systemClock } from '../../src/effects/clock.ts'
import { waitFor } from '../../src/effects/wait-for.ts'
import { echoCommand, echoFiles, muteCommand, whyNoEcho } from './udp-echo.ts'

const BUSYBOX = '/bin/busybox'
/** Why no such service can be made here; `undefined` when it can. */
export const whyNoListener = existsSync(BUSYBOX)
  ? undefined
  : 'no static busybox: apt-get install busybox-static'

const IMAGE = 'listener:v1'
const PORT = 8080
/** The listener's process id stays in a file, so that a test can end it and leave the task running. */
const LISTEN = `/bin/busybox nc -ll -p ${PORT} -e /bin/busybox cat & echo $! >/pid; while :; do /bin/busybox sleep 1; done`
/** It ends when the listener has ended. */
const SILENCE =
  'p=$(/bin/busybox cat /pid); kill $p; while kill -0 $p 2>/dev/null; do /bin/busybox sleep 1; done'
/** A port by UDP, on which services answer that are asked to. */
export const ECHO_PORT = 9
const UDP = { echo: `${echoCommand(ECHO_PORT)} & `, mute: `${muteCommand(ECHO_PORT)} & ` } as const
const answerOn = (port: number) => {
  const bound = `:${port.toString(16).toUpperCase().padStart(4, '0')} `
  return `${echoCommand(port)} & until /bin/busybox grep -q '${bound}' /proc/net/udp; do /bin/busybox sleep 0.1; done`
}
const SLEEP = 'while :; do /bin/busybox sleep 1; done'

export type ListeningService = {
  networks: readonly string[]
  mode?: 'vip' | 'dnsrr'
  replicas?: number
  isSilent?: boolean
  /** By UDP: sends back what comes, or takes it and never answers; else the port is closed. */
  udp?: 'echo' | 'mute'
}
export type ListeningStack = {
  stack: string
  networkIds: Map<string, string>
  /** Adds services to the stack and waits until their tasks run. */
  add(services: Record<string, ListeningService>): Promise<void>
  containerOf(service: string): Promise<string>
  /** Ends the listener of a service's first task. */
  silence(service: string): Promise<void>
  /** From now on a service's first task sends back what comes by UDP. */
  answer(service: string, port: number): Promise<void>
  remove(): Promise<void>
}

/**
 * @param client the engine of a swarm's manager, which has no stack of that name
 * @param others the swarm's other engines, when it is not a private one on this machine
 */
export async function startListeningStack(
  client: EngineClient,
  stack: string,
  networks: readonly string[],
  others?: readonly EngineClient[]
): Promise<ListeningStack> {
  for (const engine of [client, ...(others ?? [])])
    await importImage(engine, IMAGE, [
      ...['bin', 'proc', 'sys', 'dev', 'etc'].map(path => ({ kind: 'folder' as const, path })),
      { kind: 'file', path: 'bin/busybox', content: readFileSync(BUSYBOX), mode: 0o755 },
      ...(whyNoEcho ? [] : echoFiles())
    ])
  const range = others ? undefined : swallowRange()
  const labels = { 'com.docker.stack.namespace': stack }
  const networkIds = new Map<string, string>()
  const serviceIds = new Map<string, string>()
  for (const [i, name] of networks.entries()) {
    const { Id } = await client.json<{ Id: string }>('POST', '/networks/create', {
      body: {
        Name: `${stack}_${name}`,
        Driver: 'overlay',
        Attachable: true,
        Labels: labels,
        ...(range ? { IPAM: { Config: [{ Subnet: range.subnet(i) }] } } : {})
      }
    })
    networkIds.set(name, Id)
  }
  const tasksOf = async (service: string) => {
    const filters = JSON.stringify({ service: [serviceIds.get(service)], 'desired-state': ['running'] })
    const tasks = await client.json<ApiTask[]>('GET', '/tasks', { query: { filters } })
    return tasks.filter(task => task.Status.State === 'running')
  }
  const containerOf = async (service: string) =>
    (await tasksOf(service))[0]?.Status.ContainerStatus?.ContainerID ?? ''
  /** Runs a script in the first task's container, to its end; what it leaves in the background stays. */
  const runIn = async (service: string, script: string) => {
    const container = await containerOf(service)
    const { Id } = await client.json<{ Id: string }>('POST', `/containers/${container}/exec`, {
      body: { Cmd: ['/bin/busybox', 'ash', '-c', script] }
    })
    await client.json('POST', `/exec/${Id}/start`, { body: { Detach: true } })
    const hasEnded = async () =>
      (await client.json<{ Running: boolean }>('GET', `/exec/${Id}/json`)).Running ? undefined : true
    await waitFor(`the end of a script in ${service}`, hasEnded, { clock: systemClock, deadlineMs: 60_000 })
  }

  return {
    stack,
    networkIds,
    containerOf,
    async add(services) {
      for (const [name, { networks: own, mode = 'dnsrr', replicas = 1, isSilent, udp }] of Object.entries(
        services
      )) {
        const { ID } = await client.json<{ ID: string }>('POST', '/services/create', {
          body: {
            Name: `${stack}_${name}`,
            Labels: labels,
            TaskTemplate: {
              ContainerSpec: {
                Image: IMAGE,
                Command: ['/bin/busybox', 'ash', '-c', `${udp ? UDP[udp] : ''}${isSilent ? SLEEP : LISTEN}`],
                StopGracePeriod: 1
              },
              Networks: own.map(network => ({ Target: networkIds.get(network), Aliases: [name] }))
            },
            Mode: { Replicated: { Replicas: replicas } },
            EndpointSpec: { Mode: mode }
          }
        })
        serviceIds.set(name, ID)
      }
      for (const [name, { replicas = 1 }] of Object.entries(services))
        await waitFor(
          `the tasks of ${name}`,
          async () => ((await tasksOf(name)).length >= replicas ? true : undefined),
          { clock: systemClock, deadlineMs: 120_000 }
        )
    },
    silence: service => runIn(service, SILENCE),
    answer: (service, port) => runIn(service, answerOn(port)),
    async remove() {
      for (const id of serviceIds.values())
        await client.json('DELETE', `/services/${id}`).catch(() => undefined)
      for (const id of networkIds.values())
        await waitFor(
          'the networks to be free',
          () =>
            client.json('DELETE', `/networks/${id}`).then(
              () => true,
              () => undefined
            ),
          { clock: systemClock, deadlineMs: 120_000 }
        ).catch(() => undefined)
      range?.release()
    }
  }
}

/** A /16 of its own that goes nowhere from this machine, cut into networks of 256 addresses. */
export function swallowRange(): { subnet(i: number): string; release(): void } {
  const second = 200 + Math.floor(Math.random() * 12)
  for (let i = 0; i < 12; i++) {
    const range = `10.${200 + ((second - 200 + i) % 12)}.0.0/16`
    try {
      execFileSync('ip', ['route', 'add', 'blackhole', range], { stdio: 'ignore' })
    } catch {
      continue // another test's
    }
    return {
      subnet: n => range.replace('.0.0/16', `.${n}.0/24`),
      release: () => execFileSync('ip', ['route', 'del', 'blackhole', range], { stdio: 'ignore' })
    }
  }
  throw new Error('no address range is free')
}
