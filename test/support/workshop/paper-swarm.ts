// A swarm on paper: what its managers would answer if a stack ran just as its file says. Enough for the checks that only
// read what was asked for; whatever a program does is not on paper.
import type { PlaceOf } from '../../../src/grading/allowed/refusal.ts'
import { durationMs } from '../../../src/plain/durations.ts'
import { type Mapping, mapping, sequence } from '../../../src/stack/read/plain.rules.ts'
import { apiNode, type Routes } from '../../unit/verify/builders.ts'

export const NODES = ['manager1', 'worker1', 'worker2']
export const STACK = 'workshop'

export type PaperStack = {
  /** The stack’s files in one, in the long form. */
  model: Mapping
  placeOf: PlaceOf
  errors: string[]
  warnings: string[]
}

/** What a manager answers about the services of a stack. A service runs where its mode and constraints let it. */
export function paperRoutes(model: Mapping): Routes {
  const services = Object.entries(mapping(model.services)).map(([name, service]) => ({
    ID: `id-${name}`,
    Spec: specOf(name, mapping(service))
  }))
  const tasks = services.flatMap(({ ID, Spec }) =>
    nodesOf(Spec).map((node, i) => ({
      ID: `${ID}-${i}`,
      ServiceID: ID,
      NodeID: `id-${node}`,
      DesiredState: 'running',
      Spec: {},
      Status: { State: 'running', ContainerStatus: { ContainerID: `${ID}-${i}` } }
    }))
  )
  return {
    'GET /nodes': () => NODES.map(name => apiNode(name)),
    'GET /services': () => services,
    'GET /networks': () => [],
    'GET /tasks': ({ query }) => {
      const { service } = JSON.parse(String(query?.filters)) as { service: string[] }
      return tasks.filter(task => service.includes(task.ServiceID))
    },
    ...Object.fromEntries(services.map(each => [`GET /services/${each.Spec.Name}`, () => each]))
  }
}

type Spec = ReturnType<typeof specOf>

function specOf(name: string, service: Mapping) {
  const deploy = mapping(service.deploy)
  const update = mapping(deploy.update_config)
  const isGlobal = deploy.mode === 'global'
  return {
    Name: `${STACK}_${name}`,
    Labels: { 'com.docker.stack.namespace': STACK },
    TaskTemplate: {
      ContainerSpec: {
        Image: String(service.image),
        Env: Object.entries(mapping(service.environment)).map(([key, value]) => `${key}=${value ?? ''}`),
        Mounts: mountsOf(service),
        Healthcheck: healthOf(mapping(service.healthcheck))
      },
      Placement: { Constraints: sequence(mapping(deploy.placement).constraints).map(String) }
    },
    Mode: isGlobal ? { Global: {} } : { Replicated: { Replicas: Number(deploy.replicas ?? 1) } },
    UpdateConfig:
      deploy.update_config === undefined
        ? undefined
        : {
            Parallelism: Number(update.parallelism ?? 1),
            Delay: (durationMs(String(update.delay ?? '0')) ?? 0) * 1e6,
            Order: update.order
          },
    // An engine leaves out what is empty.
    EndpointSpec: sequence(service.ports).length > 0 ? { Ports: portsOf(service) } : {}
  }
}

function mountsOf(service: Mapping) {
  const mounts = sequence(service.volumes).map(mount => {
    const { type, source, target } = mapping(mount)
    return { Type: type, Source: source, Target: target }
  })
  return mounts.length > 0 ? mounts : undefined
}

function portsOf(service: Mapping) {
  return sequence(service.ports).map(port => {
    const { target, published, protocol, mode } = mapping(port)
    return { Protocol: protocol, TargetPort: target, PublishedPort: published, PublishMode: mode }
  })
}

function healthOf({ test, disable }: Mapping): { Test: string[] } | undefined {
  if (disable === true) return { Test: ['NONE'] }
  if (test === undefined) return undefined
  return { Test: typeof test === 'string' ? ['CMD-SHELL', test] : sequence(test).map(String) }
}

function nodesOf({ Mode, TaskTemplate }: Spec): string[] {
  const fit = NODES.filter(name => TaskTemplate.Placement.Constraints.every(each => allows(each, name)))
  if ('Global' in Mode) return fit
  const { Replicas = 0 } = Mode.Replicated ?? {}
  return fit.length === 0 ? [] : Array.from({ length: Replicas }, (_, i) => fit[i % fit.length] ?? '')
}

/** As far as the workshop’s nodes differ: by name, role and the label of worker1. */
function allows(constraint: string, name: string): boolean {
  const [, key = '', operator = '', wanted = ''] = /^\s*(\S+?)\s*(==|!=)\s*(.*?)\s*$/.exec(constraint) ?? []
  const values: Record<string, string> = {
    'node.hostname': name,
    'node.role': name.startsWith('manager') ? 'manager' : 'worker',
    'node.labels.data': name === 'worker1' ? 'persistent' : ''
  }
  const value = values[key]
  return value !== undefined && (value === wanted) === (operator === '==')
}

/** The networks of each service, by the names in the file. */
export function networksOf(model: Mapping): Map<string, string[]> {
  return new Map(
    Object.entries(mapping(model.services)).map(([name, service]) => {
      const named = Object.keys(mapping(mapping(service).networks))
      return [name, named.length > 0 ? named : ['default']]
    })
  )
}
