// A swarm's objects in memory, with the rules that matter here: names are unique, versions are checked, what a
// service's spec names cannot be removed.

import { usesOf } from '../../../src/docker/service-uses.rules.ts'
import type { ApiService, ApiServiceSpec } from '../../../src/docker/types.ts'
import type { Clock } from '../../../src/effects/effects.ts'
import { answered, type FakeEngine, fakeClock, fakeEngine } from '../../support/fake-engine.ts'

type Labels = Record<string, string>
export type FakeObject = {
  ID: string
  Id: string
  Name: string
  Version: { Index: number }
  CreatedAt: string
  UpdatedAt: string
  Labels: Labels
  Spec: { Name: string; Labels: Labels; Data?: string }
}
type Kind = 'configs' | 'secrets' | 'networks'

export type FakeSwarm = {
  engine: FakeEngine
  clock: Clock
  objects: Record<Kind, FakeObject[]>
  services: ApiService[]
  names(kind: Kind): string[]
  add(kind: Kind, name: string, labels?: Labels): FakeObject
  /** Called before each request; it may throw what the engine would. */
  before: (request: string) => void
}

/** `leaderMs`: how far the leader's clock is from this machine's. */
export function fakeSwarm(leaderMs = 0, onSleep?: (nowMs: number) => void): FakeSwarm {
  const clock = fakeClock(onSleep)
  let made = 0
  const stamp = (): string => new Date(clock.now() + leaderMs + made / 1000).toISOString()
  const objects: FakeSwarm['objects'] = { configs: [], secrets: [], networks: [] }
  const swarm: FakeSwarm = {
    clock,
    objects,
    services: [],
    names: kind => objects[kind].map(object => object.Spec.Name),
    before: () => undefined,
    add: (kind, name, labels = {}) => {
      made += 1
      const id = `${kind}-${made}`
      const at = new Date(clock.now() + leaderMs + made).toISOString()
      const object = {
        ...{ ID: id, Id: id, Name: name, Version: { Index: made }, CreatedAt: at, UpdatedAt: at },
        Labels: labels,
        Spec: { Name: name, Labels: labels }
      }
      objects[kind].push(object)
      return object
    },
    engine: fakeEngine(({ method, path, filters, options }) => {
      swarm.before(`${method} ${path}`)
      const [, kind = '', id = '', verb] = path.split('/')
      if (kind === 'tasks' || kind === 'nodes') return []
      if (kind === 'services') return service(method, id, verb, options)
      return object(kind as Kind, method, id, verb, filters.label ?? [], options)
    })
  }

  function object(
    kind: Kind,
    method: string,
    id: string,
    verb: string | undefined,
    labels: string[],
    { body, query }: { body?: unknown; query?: Record<string, unknown> }
  ): unknown {
    const spec = body as FakeObject['Spec']
    if (id === '')
      return objects[kind].filter(o =>
        labels.every(l => {
          const [name = '', value] = l.split('=')
          const found = o.Spec.Labels[name]
          return found !== undefined && (value === undefined || found === value)
        })
      )
    if (id === 'create') {
      if (objects[kind].some(o => o.Spec.Name === spec.Name)) throw answered(409, 'already exists')
      const created = swarm.add(kind, spec.Name, spec.Labels)
      Object.assign(created.Spec, spec)
      return { ID: created.ID }
    }
    const found = objects[kind].find(o => o.ID === id || o.Spec.Name === id)
    if (!found) throw answered(404, `${kind} ${id} not found`)
    if (method === 'GET') return structuredClone(found)
    if (method === 'DELETE') {
      if (swarm.services.some(s => usesOf(s.Spec)[kind].includes(found.ID))) throw answered(400, 'is in use')
      objects[kind].splice(objects[kind].indexOf(found), 1)
      return undefined
    }
    if (verb === 'update' && query?.version !== found.Version.Index)
      throw answered(500, 'rpc error: update out of sequence')
    made += 1
    Object.assign(found, { Spec: spec, Version: { Index: made }, UpdatedAt: stamp() })
    return undefined
  }

  function service(
    method: string,
    id: string,
    verb: string | undefined,
    { body, query }: { body?: unknown; query?: Record<string, unknown> }
  ): unknown {
    if (id === '') return structuredClone(swarm.services)
    const spec = body as ApiServiceSpec
    if (id === 'create') {
      swarm.services.push({ ...aFake(spec), ID: `new-${spec.Name}` })
      return { ID: `new-${spec.Name}` }
    }
    const found = swarm.services.find(s => s.ID === id || s.Spec.Name === id)
    if (!found) throw answered(404, `service ${id} not found`)
    if (method === 'GET') return structuredClone(found)
    if (method === 'DELETE') {
      swarm.services.splice(swarm.services.indexOf(found), 1)
      return undefined
    }
    if (verb === 'update' && query?.version !== found.Version.Index)
      throw answered(500, 'rpc error: update out of sequence')
    Object.assign(found, {
      PreviousSpec: found.Spec,
      Spec: spec,
      Version: { Index: found.Version.Index + 1 }
    })
    delete found.UpdateStatus
    return undefined
  }
  return swarm
}

const aFake = (spec: ApiServiceSpec): ApiService => ({
  ID: spec.Name,
  Version: { Index: 1 },
  CreatedAt: '2026-01-01T00:00:00Z',
  UpdatedAt: '2026-01-01T00:00:00Z',
  Spec: spec
})
