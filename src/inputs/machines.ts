import { type Called, input, type Values } from './input.ts'
import { listOf, matching, oneOf, optional } from './kinds.ts'

/** A flag of a driver, without its dashes; `node` where it is for one node's machine only. */
export type DriverFlagInput = { node: string | undefined; name: string; value: string | undefined }

const flagOf = (entry: string): DriverFlagInput | undefined => {
  const [, node, name, value] = /^(?:([^:=\s]+):)?([a-z0-9][a-z0-9-]*)(?:=(.*))?$/s.exec(entry) ?? []
  return name ? { node, name, value } : undefined
}
const adoptionOf = (entry: string): { node: string; machine: string } | undefined => {
  const [, node, machine] = /^([^=\s]+)=([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)$/i.exec(entry) ?? []
  return node && machine ? { node, machine } : undefined
}
const IPV4 = /^(?:\d{1,3}\.){3}\d{1,3}\/(?:\d|[12]\d|3[0-2])$/

export const machineInputs = {
  provider: input(oneOf('provider', ['dind', 'docker-machine'] as const), 'what the nodes are', {
    fallback: 'dind',
    more: '`dind` makes containers on one engine; `docker-machine` makes machines with that program or rancher-machine.'
  }),
  driver: input(
    optional(matching('name', /^[a-z0-9][a-z0-9-]{0,62}$/, "the name of one of docker-machine's drivers")),
    'docker-machine driver that makes the machines'
  ),
  driverFlags: input(
    listOf('node:name=value', 'NAME, NAME=VALUE or NODE:NAME=VALUE', flagOf),
    "flag of the driver without its dashes, for every machine or one node's",
    { more: 'Credentials go into the environment variables that the driver reads, not in here.' }
  ),
  adopt: input(
    listOf('node=machine', 'NODE=MACHINE', adoptionOf),
    'existing machine to use for a node, and to keep when the swarm goes'
  ),
  advertise: input(
    optional(
      matching(
        'interface',
        /^(?:[a-z][a-z0-9._-]{0,14}|[0-9.]+\/\d{1,2})$/i,
        'the name of an interface, or a network such as 10.0.0.0/8'
      )
    ),
    'interface or network whose address nodes advertise to each other',
    { more: "By default the address in the machine's URL." }
  )
}

type Machines = Values<typeof machineInputs>
type Shape = { managers: number; workers: number }
/** What only an engine that carries nodes is asked for; each by its key, with whether it was given. */
export type ForOneEngine = Readonly<Record<string, boolean>>

/** Whoever may list this machine's processes reads what a program is called with. */
const SECRET = /(?:token|passw(?:or)?d|secret|api-?key|credential)/
/** The old Swarm, before Docker had one in it. */
const CLASSIC = /^swarm(?:-|$)/
/** What is set here already. */
const OURS = ['driver', 'd', 'engine-label', 'help', 'h']

/** What is wrong with the inputs for machines, and with those that do not go with them. */
export function machineFaults(
  values: Machines & Shape,
  forOneEngine: ForOneEngine,
  called: Called
): string[] {
  const { provider, driver, driverFlags, adopt, advertise } = values
  if (provider === 'dind') {
    const given = { driver, driverFlags: driverFlags[0], adopt: adopt[0], advertise }
    const names = Object.entries(given).flatMap(([key, value]) => (value === undefined ? [] : [called(key)]))
    return names.length > 0 ? [`${names.join(', ')}: only with ${called('provider')} docker-machine`] : []
  }
  const others = Object.entries(forOneEngine).flatMap(([key, isGiven]) => (isGiven ? [called(key)] : []))
  return [
    ...(others.length > 0 ? [`${others.join(', ')}: not with ${called('provider')} docker-machine`] : []),
    ...(driver === undefined ? [`${called('provider')} docker-machine also needs ${called('driver')}`] : []),
    ...(advertise?.includes('/') && !IPV4.test(advertise)
      ? [`${called('advertise')} takes an IPv4 network such as 10.0.0.0/8, not “${advertise}”`]
      : []),
    ...flagFaults(driverFlags, called),
    ...nodeFaults(values, called)
  ]
}

function flagFaults(flags: readonly DriverFlagInput[], called: Called): string[] {
  const of = (pattern: (name: string) => boolean) =>
    [...new Set(flags.map(({ name }) => name).filter(pattern))].join(', ')
  const secret = of(name => SECRET.test(name))
  const refused = of(name => CLASSIC.test(name) || OURS.includes(name))
  return [
    ...(secret
      ? [
          `${called('driverFlags')} ${secret} would show a credential to every user of this machine: set the environment variable that the driver reads instead`
        ]
      : []),
    ...(refused
      ? [`${called('driverFlags')} ${refused} cannot be set here: the swarm is formed without it`]
      : [])
  ]
}

function nodeFaults({ managers, workers, driverFlags, adopt }: Machines & Shape, called: Called): string[] {
  const count: Readonly<Record<string, number>> = { manager: managers, worker: workers }
  const isNode = (name: string): boolean => {
    const [, role = '', number] = /^(manager|worker)([1-9]\d*)$/.exec(name) ?? []
    return Number(number) <= (count[role] ?? 0)
  }
  const flagged = driverFlags.flatMap(({ node }) => (node === undefined || isNode(node) ? [] : [node]))
  const adopted = adopt.flatMap(({ node }) => (isNode(node) ? [] : [node]))
  const twice = (texts: readonly string[]) => texts.find((text, at) => texts.indexOf(text) !== at)
  const again = twice(adopt.map(({ node }) => node)) ?? twice(adopt.map(({ machine }) => machine))
  const unknown = (key: string, names: readonly string[]) =>
    names.length > 0 ? [`${called(key)} names ${names.join(', ')}, which will not be a node`] : []
  return [
    ...unknown('driverFlags', flagged),
    ...unknown('adopt', adopted),
    ...(again === undefined ? [] : [`${called('adopt')} names ${again} twice`])
  ]
}

/** What these inputs ask for, of values without faults. */
export function machinesOf<V extends Machines & Shape & { name: string; ttlHours: number }>(values: V) {
  const { name, managers, workers, ttlHours, driver = '', driverFlags, adopt, advertise } = values
  return {
    ...{ name, managers, workers, ttlHours, driver, advertise },
    flags: driverFlags,
    adopt: Object.fromEntries(adopt.map(({ node, machine }) => [node, machine]))
  }
}
