// Every field of a service's spec (Engine API 1.51, ServiceSpec) is seen by the view that a plan compares.
import { describe, expect, test } from '@jest/globals'
import type { ApiServiceSpec } from '../../../../src/docker/types.ts'
import { differences } from '../../../../src/stack/plan/compare-views.rules.ts'
import { viewOfModel } from '../../../../src/stack/plan/view-of-model.rules.ts'
import { viewOfSpec } from '../../../../src/stack/plan/view-of-spec.rules.ts'

const rolling = {
  Parallelism: 2,
  Delay: 1e9,
  FailureAction: 'continue',
  Monitor: 2e9,
  MaxFailureRatio: 0.5,
  Order: 'start-first'
}
const amounts = {
  NanoCPUs: 5e8,
  MemoryBytes: 8e6,
  GenericResources: [{ DiscreteResourceSpec: { Kind: 'gpu', Value: 1 } }]
}
const file = { Name: 'f', UID: '1', GID: '2', Mode: 0o400 }

const whole = {
  Name: 's_web',
  Labels: { a: 'b' },
  Mode: { Replicated: { Replicas: 3 } },
  UpdateConfig: rolling,
  RollbackConfig: rolling,
  EndpointSpec: {
    Mode: 'dnsrr',
    Ports: [{ Protocol: 'udp', TargetPort: 53, PublishedPort: 5353, PublishMode: 'host' }]
  },
  TaskTemplate: {
    ContainerSpec: {
      Image: 'app:v1',
      Labels: { l: 'x' },
      Command: ['a'],
      Args: ['b'],
      Hostname: 'h',
      Env: ['E=1'],
      Dir: '/d',
      User: 'u',
      Groups: ['g'],
      Privileges: {
        CredentialSpec: { Config: 'c', File: 'f', Registry: 'r' },
        SELinuxContext: { Disable: true, User: 'u', Role: 'r', Type: 't', Level: 'l' },
        Seccomp: { Mode: 'unconfined', Profile: 'p' },
        AppArmor: { Mode: 'disabled' },
        NoNewPrivileges: true
      },
      TTY: true,
      OpenStdin: true,
      ReadOnly: true,
      Mounts: [
        {
          Type: 'volume',
          Source: 's',
          Target: '/t',
          ReadOnly: true,
          Consistency: 'cached',
          BindOptions: {
            Propagation: 'shared',
            NonRecursive: true,
            CreateMountpoint: true,
            ReadOnlyNonRecursive: true,
            ReadOnlyForceRecursive: true
          },
          VolumeOptions: {
            NoCopy: true,
            Labels: { v: '1' },
            DriverConfig: { Name: 'local', Options: { o: 'x' } },
            Subpath: 'a'
          },
          TmpfsOptions: { SizeBytes: 5, Mode: 0o700, Options: [['noexec']] }
        },
        { Type: 'image', Source: 'i:1', Target: '/i', ImageOptions: { Subpath: 'p' } }
      ],
      StopSignal: 'SIGINT',
      StopGracePeriod: 3e9,
      Healthcheck: {
        Test: ['CMD', 'x'],
        Interval: 1e9,
        Timeout: 2e9,
        Retries: 4,
        StartPeriod: 5e9,
        StartInterval: 6e9
      },
      Hosts: ['192.0.2.1 h'],
      DNSConfig: { Nameservers: ['192.0.2.2'], Search: ['x.example'], Options: ['ndots:2'] },
      Secrets: [{ SecretID: 'i', SecretName: 'n', File: file }],
      Configs: [{ ConfigID: 'i', ConfigName: 'n', File: file }],
      OomScoreAdj: 7,
      Isolation: 'hyperv',
      Init: true,
      Sysctls: { 'net.x': '1' },
      CapabilityAdd: ['CAP_KILL'],
      CapabilityDrop: ['CAP_CHOWN'],
      Ulimits: [{ Name: 'nofile', Soft: 1, Hard: 2 }]
    },
    Resources: { Limits: { ...amounts, Pids: 9 }, Reservations: amounts, SwapBytes: 1, MemorySwappiness: 2 },
    RestartPolicy: { Condition: 'on-failure', Delay: 1e9, MaxAttempts: 2, Window: 3e9 },
    Placement: {
      Constraints: ['node.role == worker'],
      Preferences: [{ Spread: { SpreadDescriptor: 'node.labels.z' } }],
      MaxReplicas: 1,
      Platforms: [{ Architecture: 'amd64', OS: 'linux' }]
    },
    Networks: [{ Target: 'n', Aliases: ['alias', 'web'], DriverOpts: { d: '1' } }],
    LogDriver: { Name: 'json-file', Options: { 'max-size': '1m' } },
    ForceUpdate: 1,
    Runtime: 'container'
  }
}

/** Which no file asks for, and why a change of them is none. */
const UNSEEN: Record<string, string> = {
  'TaskTemplate.ForceUpdate': "docker's own count of forced updates, which it leaves as it is",
  'TaskTemplate.Runtime': 'a stack has containers only',
  'TaskTemplate.ContainerSpec.Secrets.0.SecretID': 'the name is compared',
  'TaskTemplate.ContainerSpec.Configs.0.ConfigID': 'the name is compared'
}

type Path = (string | number)[]

function leaves(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]))
}

function changed(path: Path): ApiServiceSpec {
  const copy = structuredClone(whole) as unknown as Record<string, unknown>
  let at: Record<string, unknown> = copy
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>
  const last = path.at(-1) as string
  const value = at[last]
  at[last] = typeof value === 'number' ? value + 1e9 : typeof value === 'boolean' ? !value : `${value}2`
  return copy as unknown as ApiServiceSpec
}

const names = { networks: {}, configs: {} }
const view = (spec: ApiServiceSpec) => viewOfSpec(spec, 's', names)

describe('a change of', () => {
  test.each(leaves(whole).map(path => [path.join('.'), path] as const))('%s', (name, path) => {
    const seen = differences(view(whole as unknown as ApiServiceSpec), view(changed(path))).length > 0
    expect([name, seen]).toEqual([name, !(name in UNSEEN)])
  })
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
