// Every field of what an engine is given is seen by the plan, or is on a list with the reason. The fields are those of the
// Engine API's published description.
import { describe, expect, test } from '@jest/globals'
import type { ApiServiceSpec } from '../../../../src/docker/types.ts'
import type { CurrentStack } from '../../../../src/stack/plan/current.ts'
import { planObjects } from '../../../../src/stack/plan/plan-objects.rules.ts'
import { viewOfModel } from '../../../../src/stack/plan/view-of-model.rules.ts'
import { viewOfSpec } from '../../../../src/stack/plan/view-of-spec.rules.ts'
import type { Model } from '../../../../src/stack/read/plain.rules.ts'
import { fieldsOf, type SpecName, specWith } from '../../../support/engine-fields.ts'

/** Which no file asks for, and why a change of them is none. */
const UNSEEN: Readonly<Record<SpecName, Readonly<Record<string, string>>>> = {
  ServiceSpec: {
    'TaskTemplate.ForceUpdate': "docker's own count of forced updates, which it leaves as it is",
    'TaskTemplate.Runtime': 'a stack has containers only',
    'TaskTemplate.ContainerSpec.Configs.[].Runtime': 'stands for the credential spec, which is compared',
    'TaskTemplate.ContainerSpec.Secrets.[].SecretID': 'the name is compared',
    'TaskTemplate.ContainerSpec.Configs.[].ConfigID': 'the name is compared'
  },
  NetworkSpec: {
    Scope: 'networks of a stack have one scope, that of the swarm',
    Ingress: 'the ingress network is no part of a stack',
    ConfigOnly: 'such a network has the scope of one node',
    'ConfigFrom.Network': 'such a network has the scope of one node',
    'IPAM.Config.[].IPRange': 'files cannot say it, and the engine may choose it',
    'IPAM.Config.[].Gateway': 'files cannot say it, and the engine chooses it',
    'IPAM.Config.[].AuxiliaryAddresses.*': 'files cannot say it',
    'IPAM.Options.*': 'files cannot say it',
    EnableIPv4: 'files cannot say it, and docker leaves the network as it is',
    EnableIPv6: 'files cannot say it, and docker leaves the network as it is'
  },
  SecretSpec: {
    Data: 'an engine never answers it: the name follows the content',
    'Driver.Name': 'a swarm never changes it, and refuses the update',
    'Driver.Options.*': 'a swarm never changes it, and refuses the update',
    'Templating.Name': 'part of what the name follows',
    'Templating.Options.*': 'files cannot say it'
  },
  ConfigSpec: {
    Data: 'the name follows the content',
    'Templating.Name': 'part of what the name follows',
    'Templating.Options.*': 'files cannot say it'
  }
}

/** Of the modes and the kinds of tasks a service has one. */
const MODES = ['Mode.Replicated.', 'Mode.Global', 'Mode.ReplicatedJob.', 'Mode.GlobalJob'] as const
const modeOf = (path: string): string | undefined => MODES.findLast(mode => path.startsWith(mode))

/** All fields that can stand beside the one. Those of jobs have no update settings, and need none of their own. */
function fieldsBeside(spec: SpecName, path: string): [string, string][] {
  const mode = modeOf(path) ?? 'Mode.Replicated.'
  return fieldsOf(spec).filter(([each]) => !each.startsWith('Mode.') || modeOf(each) === mode)
}

const names = { networks: {}, configs: {} }
const view = (spec: ApiServiceSpec) => viewOfSpec(spec, 's', names)

type Spec = Record<string, unknown>
const LABELS = { 'com.docker.stack.namespace': 's' }
const current = (over: object) => ({
  services: [],
  networks: [],
  secrets: [],
  configs: [],
  apiVersion: '1.51',
  ...over
})
const one: Model = { services: { web: { image: 'x', networks: { n: null } } } }
const definition = specWith(fieldsOf('NetworkSpec')) as Record<string, Spec>

/** A model that says of its objects what the specs with the first values say. */
const model: Model = {
  ...one,
  networks: {
    n: {
      name: 'one',
      driver: 'one',
      internal: true,
      attachable: true,
      ipam: { driver: 'one', config: [{ subnet: 'one' }] },
      driver_opts: definition.Options,
      labels: definition.Labels
    }
  },
  secrets: { o: { name: 'one', file: '/o', labels: { key: 'one' } } },
  configs: { o: { name: 'one', file: '/o', labels: { key: 'one' } } }
}
const labelled = (spec: Spec): Spec => ({ ...spec, Labels: { ...(spec.Labels as Spec), ...LABELS } })
const objects = (over: object): string =>
  JSON.stringify(planObjects(model, 's', current(over) as unknown as CurrentStack))

/** What the plan makes of a spec that is live. */
const SEEN_BY: Readonly<Record<SpecName, (spec: Spec) => string>> = {
  ServiceSpec: spec => JSON.stringify(Object.entries(view(spec as unknown as ApiServiceSpec)).sort()),
  NetworkSpec: spec => objects({ networks: [{ Id: 'i', ...labelled(spec) }] }),
  SecretSpec: spec => objects({ secrets: [{ ID: 'i', Spec: labelled(spec) }] }),
  ConfigSpec: spec => objects({ configs: [{ ID: 'i', Spec: labelled(spec) }] })
}
const SPECS: readonly SpecName[] = ['ServiceSpec', 'NetworkSpec', 'SecretSpec', 'ConfigSpec']

describe.each(SPECS)('a change of %s:', spec => {
  test.each(fieldsOf(spec).filter(([path]) => path !== 'Name'))('%s', path => {
    const fields = fieldsBeside(spec, path)
    const isSeen = SEEN_BY[spec](specWith(fields)) !== SEEN_BY[spec](specWith(fields, path))
    expect([path, isSeen]).toEqual([path, !(path in UNSEEN[spec])])
  })

  test('the list names fields that there are', () =>
    expect(Object.keys(UNSEEN[spec]).filter(path => !fieldsOf(spec).some(([each]) => each === path))).toEqual(
      []
    ))
})

test('what the files and the swarm say alike is no change', () => {
  const same = (spec: SpecName) => labelled(specWith(fieldsOf(spec)))
  const all = {
    networks: [{ Id: 'i', ...same('NetworkSpec') }],
    secrets: [{ ID: 'i', Spec: same('SecretSpec') }],
    configs: [{ ID: 'i', Spec: same('ConfigSpec') }]
  }
  expect(planObjects(model, 's', current(all) as unknown as CurrentStack)).toEqual([])
})

test('what an engine makes of nothing is nothing', () => {
  const bare = (container: object, task: object = {}) =>
    view({
      Name: 's_web',
      Mode: { Replicated: { Replicas: 1 } },
      TaskTemplate: { ContainerSpec: { Image: 'app:v1', ...container }, ...task }
    } as unknown as ApiServiceSpec)
  expect(
    bare(
      {
        Privileges: { CredentialSpec: null, SELinuxContext: null, NoNewPrivileges: false },
        DNSConfig: {},
        Isolation: 'default',
        Groups: [],
        Mounts: null
      },
      { Resources: { Limits: {} }, Placement: {}, ForceUpdate: 0, Runtime: 'container' }
    )
  ).toEqual(bare({}))
})

test.each([
  ['volume', { subpath: 'a' }, { VolumeOptions: { Subpath: 'a' } }],
  ['image', { subpath: 'a' }, { ImageOptions: { Subpath: 'a' } }]
])('a subpath of a mount of type %s is in a file as it is in a spec', (type, options, spec) => {
  const volumes = [{ type, source: 'd', target: '/d', consistency: 'cached', [type]: options }]
  const of = viewOfModel(
    { services: { web: { image: 'a', volumes } }, volumes: { d: { name: 'd' } } },
    's',
    'web'
  )
  const live = view({
    Name: 's_web',
    Mode: {},
    TaskTemplate: {
      ContainerSpec: {
        Image: 'a',
        Mounts: [{ Type: type, Source: 'd', Target: '/d', Consistency: 'cached', ...spec }]
      }
    }
  } as unknown as ApiServiceSpec)
  expect(of['volumes./d']).toBe(`${type} d cached subpath=a`)
  expect(live['volumes./d']).toBe(of['volumes./d'])
})
