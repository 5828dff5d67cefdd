import type { Wanted } from '../../judging/compare.rules.ts'
import { fieldAt } from '../../judging/field.rules.ts'
import { type FieldCheck, fieldsExpected, judgeFields } from '../../judging/field-checks.rules.ts'
import { fail, inconclusive, type Judgement } from '../../judging/judgement.rules.ts'
import { shownAt } from '../../judging/spec-secrets.rules.ts'

export type ServiceParams = {
  service: string
  image?: Wanted | undefined
  mode?: string | undefined
  replicas?: Wanted | undefined
  running?: Wanted | undefined
  networks?: string[] | undefined
  secrets?: string[] | undefined
  configs?: string[] | undefined
  published?: number[] | undefined
  deployed?: true | undefined
  fields: Record<string, Wanted>
}
export type ServiceEvidence =
  | { exists: false }
  | {
      exists: true
      /** The service's spec as the swarm has it. */
      spec: Record<string, unknown>
      running: number
      /** By their names in the stack. */
      networks: string[]
      secrets: string[]
      configs: string[]
      /** Paths of what is not as the last deploy asked; `undefined` where no deploy of it is on record. */
      changed: string[] | undefined
    }

/** Where stack files say what the API calls by another name. */
const PLACES: [RegExp, string[]][] = [
  [/^TaskTemplate\.ContainerSpec\.Image/, ['image']],
  [/^TaskTemplate\.ContainerSpec\.Healthcheck/, ['healthcheck']],
  [/^TaskTemplate\.ContainerSpec\.StopGracePeriod/, ['stop_grace_period']],
  [/^TaskTemplate\.ContainerSpec\.Mounts/, ['volumes']],
  [/^TaskTemplate\.ContainerSpec\.Env/, ['environment']],
  [/^TaskTemplate\.Placement/, ['deploy', 'placement']],
  [/^TaskTemplate\.Resources/, ['deploy', 'resources']],
  [/^TaskTemplate\.RestartPolicy/, ['deploy', 'restart_policy']],
  [/^UpdateConfig/, ['deploy', 'update_config']],
  [/^RollbackConfig/, ['deploy', 'rollback_config']],
  [/^EndpointSpec\.Ports/, ['ports']],
  [/^Mode/, ['deploy']]
]

export function serviceExpected(params: ServiceParams): string {
  return fieldsExpected(params.service, checksOf(params, undefined))
}

export function judgeService(params: ServiceParams, evidence: ServiceEvidence): Judgement {
  const { service } = params
  if (!evidence.exists)
    return fail(serviceExpected(params), `the stack has no service ${service}`, 'see `docker stack services`')
  const checks = checksOf(params, evidence)
  if (params.deployed === true && evidence.changed === undefined)
    return inconclusive(
      serviceExpected(params),
      `no deploy of ${service} with Swarmline is on record`,
      'deploy the stack with `swarmline deploy`, or leave deployed: out'
    )
  if (checks.length === 0)
    return inconclusive(`${service} is as it must be`, 'the check compares nothing', 'give it fields:')
  return judgeFields(
    service,
    checks,
    `see \`docker service inspect\` of ${service}, and what its stack file says`,
    { running: evidence.running }
  )
}

type Found = Extract<ServiceEvidence, { exists: true }>

function checksOf(params: ServiceParams, evidence: Found | undefined): FieldCheck[] {
  const at = (...keys: string[]) => ['services', params.service, ...keys]
  const spec = evidence?.spec
  const field = (path: string) => fieldAt(spec, path)
  const named: (FieldCheck | false)[] = [
    params.image !== undefined && {
      what: 'image',
      value: field('TaskTemplate.ContainerSpec.Image'),
      wanted: params.image,
      place: at('image')
    },
    params.mode !== undefined && {
      what: 'mode',
      value: modeOf(spec),
      wanted: params.mode,
      place: at('deploy', 'mode')
    },
    params.replicas !== undefined && {
      what: 'replicas',
      value: field('Mode.Replicated.Replicas'),
      wanted: params.replicas,
      place: at('deploy', 'replicas')
    },
    params.running !== undefined && {
      what: 'running tasks',
      value: evidence?.running,
      wanted: params.running,
      hint: 'see `docker service ps --no-trunc`'
    },
    params.networks !== undefined &&
      listCheck('networks', evidence?.networks, params.networks, at('networks')),
    params.secrets !== undefined && listCheck('secrets', evidence?.secrets, params.secrets, at('secrets')),
    params.configs !== undefined && listCheck('configs', evidence?.configs, params.configs, at('configs')),
    params.published !== undefined &&
      listCheck(
        'published ports',
        (field('EndpointSpec.Ports[*].PublishedPort') as unknown[] | undefined) ?? [],
        params.published,
        at('ports')
      ),
    params.deployed === true && {
      ...listCheck('what was changed since the last deploy', evidence?.changed, [], at()),
      hint: 'deploy again, or change the stack file to what is meant'
    }
  ]
  const byPath = Object.entries(params.fields).map(([path, wanted]): FieldCheck => {
    const place = PLACES.find(([pattern]) => pattern.test(path))?.[1] ?? []
    return {
      what: path,
      value: field(path),
      shownAs: shownAt(path, field(path)),
      wanted,
      place: at(...place)
    }
  })
  return [...named.filter(check => check !== false), ...byPath]
}

/** Exactly these, in whatever order. */
function listCheck(
  what: string,
  values: readonly unknown[] | undefined,
  wanted: readonly (string | number)[],
  place: string[]
): FieldCheck {
  const inOrder = (list: readonly unknown[]): string => list.map(String).toSorted().join(', ') || 'none'
  return { what, value: values && inOrder(values), wanted: inOrder(wanted), place }
}

function modeOf(spec: Record<string, unknown> | undefined): string | undefined {
  const names: Record<string, string> = {
    Replicated: 'replicated',
    Global: 'global',
    ReplicatedJob: 'replicated-job',
    GlobalJob: 'global-job'
  }
  const mode = fieldAt(spec, 'Mode')
  if (!mode || typeof mode !== 'object') return undefined
  const [key] = Object.entries(mode).find(([, value]) => value !== null && value !== undefined) ?? []
  return key === undefined ? undefined : names[key]
}
