// What a stack that is not the workload is made of, and what somebody does to it by hand.
import type { StackText } from '../../support/pipeline.ts'
import { argv } from '../programs.ts'
import { APP, type Ground, OTHER_APP } from './ground.ts'

/** What somebody does to a stack that runs. */
export type Hand = (on: Ground) => Promise<unknown>
export type Sample = {
  stack: string
  title: string
  text(subnet: (n: number) => string): StackText
  /** Beside its file, by name. */
  files?: Record<string, string>
  /** Before it is deployed, and after it is removed. */
  before?: Hand
  after?: Hand
  /** What is told not to be checked: all of it, in order. */
  unasked?: RegExp[]
  /** Changes of specs, after which it settles again. */
  byHand: Hand[]
  /** After that: services whose listeners end while their tasks run on. */
  silenced?: string[]
  /** What each check that is derived, by its id, must then fail with: all of them. */
  says: Record<string, RegExp>
}

// biome-ignore lint/suspicious/noExplicitAny: as loose as a stack file
export type Loose = any

/** Listens on TCP ports and sends back what comes; its listeners can be ended while the task runs on. */
export const listening = (...ports: number[]): string[] =>
  argv(
    [
      "trap 'exit 0' TERM",
      ...ports.map(port => `nc -ll -p ${port} -e cat &\necho $! >>/pids`),
      'while :; do sleep 1; done'
    ].join('\n')
  )
export const IDLE = argv("trap 'exit 0' TERM\nwhile :; do sleep 1; done")

export const service = (
  command: string[],
  networks: string[],
  more: Loose = {},
  deploy: Loose = {}
): Loose => ({
  ...{ image: APP, command, networks, stop_grace_period: '2s' },
  ...more,
  deploy: { restart_policy: { condition: 'any', delay: '500ms' }, ...deploy }
})
/** Addresses that lead nowhere from this machine, whatever answers for all others. */
export const network = (subnet: string): Loose => ({ driver: 'overlay', ipam: { config: [{ subnet }] } })
export const stackText = (services: Loose, networks: Loose, more: Loose = {}): StackText => ({
  ...{ version: '3.8', services, networks },
  ...more
})
export const onHost = (published: number, target = published, protocol = 'tcp'): Loose => ({
  ...{ target, published, protocol, mode: 'host' }
})

/** `docker service update` of a service, by its name in the swarm. */
export const update =
  (service_: string, ...args: string[]): Hand =>
  on =>
    on.docker('service', 'update', '--detach', ...args, service_)
export const scale = (service_: string, replicas: number): Hand =>
  update(service_, '--replicas', String(replicas))
export const touch = (service_: string): Hand => update(service_, '--env-add', 'BY=hand')
export const exchange = (service_: string): Hand => update(service_, '--image', OTHER_APP)
export const without = (service_: string, networkName: string): Hand =>
  update(service_, '--network-rm', networkName)
export const joined = (service_: string, networkName: string): Hand =>
  update(service_, '--network-add', networkName)
/** Gives or takes a secret of the stack. */
export const grant =
  (how: 'add' | 'rm', stack: string, secret: string, ...services: string[]): Hand =>
  async on => {
    const name = await on.secretName(stack, secret)
    for (const each of services) await update(`${stack}_${each}`, `--secret-${how}`, name)(on)
  }
/** A service of nobody's stack that goes by another's name, on networks of both. */
export const intruder =
  (alias: string, ...networks: string[]): Hand =>
  on =>
    on.docker(
      ...['service', 'create', '--detach=false', '--name', 'intruder', '--endpoint-mode', 'dnsrr'],
      ...networks.flatMap(each => ['--network', `name=${each},alias=${alias}`]),
      ...[APP, 'sleep', '3600']
    )

/** What checks say of it. */
export const SAYS = {
  node: /worker2 is ready and pause/,
  changed: /what was changed since the last deploy is “[\w., ]*ContainerSpec\.Env/,
  exchanged: /what was changed since the last deploy is “[\w., ]*ContainerSpec\.Image/,
  scaled: /^replicas is \d+; running tasks is \d+; .*Mode\.Replicated\.Replicas/,
  networks: /networks is “.*what was changed since the last deploy is “[\w., ]*TaskTemplate\.Networks/,
  silent: /from this machine: (?:refused|silent)/,
  quiet: /from its replica on \w+: refused/,
  stranger: /gives [\d., ]+, which nothing of that name has/,
  password: /has DB_PASSWORD in its environment/
}
export const intruderIsGone: Hand = on => on.docker('service', 'rm', 'intruder').catch(() => undefined)
