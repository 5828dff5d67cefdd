import { MOST_MANAGERS, MOST_NODES } from '../plain/cluster-size.ts'
import { but, type Called, input, type Reading, type Values } from './input.ts'
import { flag, list, listOf, matching, oneOf, optional, wholeNumber } from './kinds.ts'
import { type ForOneEngine, machineFaults, machineInputs } from './machines.ts'
import { clusterName, engine, engineOptions, hostKeyInput, swarmName } from './target.ts'

/** One label of one node. */
export type NodeLabel = { node: string; key: string; value: string }

const labelOf = (entry: string): NodeLabel | undefined => {
  const [, node, key, value] = /^([^:=\s]+):([^=\s]+)=(.*)$/.exec(entry) ?? []
  return node && key && value !== undefined ? { node, key, value } : undefined
}
const DEFAULT_LABEL = 'worker1:data=persistent'

/** Trixie is what stand-ins and VMs were proved with. */
export const debianRelease = input(
  matching('name', /^[a-z]{3,20}$/, 'the name of a Debian release'),
  'Debian release of the VM and of the images made here',
  { fallback: 'trixie', formerly: ['suite'] }
)

const shape = {
  managers: input(wholeNumber(1, MOST_MANAGERS), 'number of managers', {
    fallback: '1',
    more: 'An odd number keeps a quorum best.'
  }),
  workers: input(wholeNumber(0, MOST_NODES - 1), 'number of workers', { fallback: '2' }),
  labels: input(listOf('node:key=value', 'NODE:KEY=VALUE', labelOf), 'label of a node', {
    fallback: DEFAULT_LABEL
  }),
  ttlHours: input(wholeNumber(1, 8760), 'hours after which a sweep may remove the swarm', {
    fallback: '24',
    formerly: ['ttl']
  }),
  debianRelease,
  endpoint: input(oneOf('mode', ['mesh', 'dnsrr'] as const), 'how published ports are reached', {
    fallback: 'mesh',
    more: '`dnsrr` is for a kernel without IPVS: published ports then answer only where a task runs.'
  }),
  buildContexts: input(list('folder'), 'folder with a Dockerfile whose base images the registry must have'),
  composeFiles: input(list('file'), 'stack file whose images the registry must have', { formerly: ['file'] })
}

export const upOptions = { name: swarmName, engine, ...engineOptions, ...shape, ...machineInputs }
export const upInputs = {
  name: swarmName,
  engine,
  // Over TLS nothing but the engine's API is reached, and the nodes have sockets of their own.
  dockerHost: input(
    optional(matching('url', /^(?:unix:\/\/\/|ssh:\/\/)./, 'unix:///PATH or ssh://USER@HOST')),
    'DOCKER_HOST of the engine that carries the nodes: `ssh://user@host` or `unix://…`',
    { more: "By default what the environment names, else the runner's own engine." }
  ),
  ...hostKeyInput,
  ...shape,
  ...machineInputs,
  keep: input(flag, 'leave the swarm up after the job', {
    fallback: 'false',
    more: '`teardown` takes it down.'
  })
}

export const downOptions = {
  name: swarmName,
  all: input(flag, 'every swarm that swarmline made on this machine', { fallback: 'false' })
}
export const downInputs = {
  name: input(optional(clusterName), "the swarm's name", { more: 'Give this or `all`.' }),
  all: but(downOptions.all, { about: 'take down every swarm that swarmline made on this machine' })
}

type OneEngine = Pick<
  Values<typeof upOptions>,
  'engine' | 'dockerHost' | 'hostKey' | 'debianRelease' | 'endpoint' | 'buildContexts' | 'composeFiles'
> &
  Partial<Pick<Values<typeof upOptions>, 'context' | 'tlsDir'>>

/** What is asked for that only an engine which carries the nodes has; a default is not asked for. */
const forOneEngine = (values: OneEngine): ForOneEngine => ({
  engine: values.engine !== upOptions.engine.fallback,
  dockerHost: values.dockerHost !== undefined,
  context: values.context !== undefined,
  hostKey: values.hostKey !== undefined,
  tlsDir: values.tlsDir !== undefined,
  debianRelease: values.debianRelease !== debianRelease.fallback,
  endpoint: values.endpoint !== shape.endpoint.fallback,
  buildContexts: values.buildContexts.length > 0,
  composeFiles: values.composeFiles.length > 0
})

/** What is wrong with the inputs that say what the nodes are. */
export const providerFaults = (
  values: OneEngine & Shape & Values<typeof machineInputs>,
  called: Called
): string[] => machineFaults(values, forOneEngine(values), called)

type Shape = Pick<Values<typeof shape>, 'managers' | 'workers' | 'labels'>

/** Node → labels, for the nodes that there will be; what is wrong with the numbers or the labels otherwise. */
export function nodeLabels(
  { managers, workers, labels }: Shape,
  called: Called
): Reading<Record<string, Record<string, string>>> {
  if (managers + workers > MOST_NODES)
    return {
      fault: `${called('managers')} and ${called('workers')} make ${managers + workers} nodes: a swarm takes at most ${MOST_NODES}`
    }
  const nodes = [...numbered('manager', managers), ...numbered('worker', workers)]
  const placed: Record<string, Record<string, string>> = {}
  for (const { node, key, value } of labels) {
    // Where the default label's worker is not asked for, the data are kept on the first manager.
    const at = workers === 0 && `${node}:${key}=${value}` === DEFAULT_LABEL ? 'manager1' : node
    if (!nodes.includes(at))
      return { fault: `${called('labels')} names ${at}; the nodes are ${nodes.join(', ')}` }
    placed[at] = { ...placed[at], [key]: value }
  }
  return { value: placed }
}

const numbered = (role: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${role}${i + 1}`)
