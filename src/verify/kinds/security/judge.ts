import { fail, inconclusive, type Judgement, pass } from '../../judging/judgement.rules.ts'
import { neutralise } from '../../judging/untrusted-text.rules.ts'

export const RULES = [
  'engine-port',
  'engine-socket',
  'capabilities',
  'published-ports',
  'passwords-in-environment',
  'memory-limits',
  'pinned-images',
  'autolock',
  'certificates',
  'encrypted-networks'
] as const
export type Rule = (typeof RULES)[number]

export type SecurityParams = { rules: Rule[]; except: { rule: Rule; services: string[] }[]; ports: number[] }
export type SecuredService = {
  name: string
  image: string
  mounts: string[]
  capabilities: string[]
  ports: number[]
  /** Names of variables that have a value, never the values. */
  environment: string[]
  memoryLimitBytes: number
}
export type SecurityEvidence = {
  services: SecuredService[]
  networks: { name: string; isOverlay: boolean; isEncrypted: boolean }[]
  swarm: { isAutolocked: boolean; certificateDays: number } | undefined
  /** What plain HTTP on each node's engine ports answers; `undefined` where it was not asked. */
  enginePorts: { node: string; port: number; seen: 'engine' | 'other' | 'closed' | 'unknown' }[] | undefined
}

export function securityExpected({ rules, ports }: SecurityParams): string {
  const allowed = rules.includes('published-ports') ? ` (published: ${ports.join(', ') || 'none'})` : ''
  return `no finding for ${rules.join(', ')}${allowed}`
}

type Finding = { what: string; hint: string; place?: readonly string[] }

export function judgeSecurity(params: SecurityParams, evidence: SecurityEvidence): Judgement {
  const expected = securityExpected(params)
  const findings = params.rules.flatMap(rule => findingsOf(rule, params, evidence))
  const figures = {
    rules: params.rules.length,
    services: evidence.services.length,
    findings: findings.length
  }
  const [first] = findings
  if (first) {
    const judgement = fail(expected, findings.map(({ what }) => what).join('; '), first.hint, figures)
    return first.place ? { ...judgement, place: first.place } : judgement
  }
  const unknown = params.rules.filter(rule => isUnknown(rule, evidence))
  if (unknown.length > 0)
    return inconclusive(expected, `${unknown.join(', ')} could not be read`, undefined, figures)
  return pass(expected, `${params.rules.length} rules over ${evidence.services.length} services`, figures)
}

/** Names of the services that a rule finds something in. */
export function offenders(rule: Rule, services: readonly SecuredService[]): string[] {
  const evidence = { services: [...services], networks: [], swarm: undefined, enginePorts: undefined }
  const findings = findingsOf(rule, { rules: [rule], except: [], ports: [] }, evidence)
  return [...new Set(findings.flatMap(({ place }) => place?.[1] ?? []))].sort()
}

function isUnknown(rule: Rule, { services, networks, swarm, enginePorts }: SecurityEvidence): boolean {
  if (rule === 'autolock' || rule === 'certificates') return swarm === undefined
  if (rule === 'engine-port')
    return !enginePorts?.length || enginePorts.some(({ seen }) => seen === 'unknown')
  return rule === 'encrypted-networks' ? networks.length === 0 : services.length === 0
}

function findingsOf(rule: Rule, params: SecurityParams, evidence: SecurityEvidence): Finding[] {
  const excepted = params.except.filter(each => each.rule === rule).flatMap(each => each.services)
  const services = evidence.services.filter(({ name }) => !excepted.includes(name))
  const each = (
    of: (service: SecuredService) => string | false,
    hint: string,
    ...keys: string[]
  ): Finding[] =>
    services.flatMap(service => {
      const what = of(service)
      return what
        ? [{ what: `${service.name} ${what}`, hint, place: ['services', service.name, ...keys] }]
        : []
    })
  switch (rule) {
    case 'engine-port':
      return (evidence.enginePorts ?? [])
        .filter(({ seen }) => seen === 'engine')
        .map(({ node, port }) => ({
          what: `the engine of ${node} answers anyone on port ${port}`,
          hint: 'let dockerd listen on a socket only or require --tlsverify'
        }))
    case 'engine-socket':
      return each(
        ({ mounts }) => {
          const mount = mounts.find(source =>
            /^\/(?:var\/?|var\/run\/?|run\/?)?$|\/docker\.sock$/.test(source)
          )
          return mount !== undefined && `mounts ${neutralise(mount)}, with the engine’s socket`
        },
        'whoever has the socket controls the node: remove the mount',
        'volumes'
      )
    case 'capabilities':
      return each(
        ({ capabilities }) => capabilities.length > 0 && `has the capabilities ${capabilities.join(', ')}`,
        'leave cap_add out',
        'cap_add'
      )
    case 'published-ports':
      return each(
        ({ ports }) => {
          const open = ports.filter(port => !params.ports.includes(port))
          return open.length > 0 && `publishes ${open.join(', ')}`
        },
        'publish only what the outside must reach',
        'ports'
      )
    case 'passwords-in-environment':
      return each(
        ({ environment }) => {
          const names = environment.filter(name => SECRET_NAME.test(name) && !/_FILE$/i.test(name))
          return (
            names.length > 0 && `has ${names.map(name => neutralise(name, 60)).join(', ')} in its environment`
          )
        },
        'hand it over as a secret, and name its file in the environment',
        'environment'
      )
    case 'memory-limits':
      return each(
        ({ memoryLimitBytes }) => memoryLimitBytes <= 0 && 'has no memory limit',
        'set deploy.resources.limits.memory',
        'deploy'
      )
    case 'pinned-images':
      return each(
        ({ image }) =>
          !/@sha256:[0-9a-f]{64}$/.test(image) && `runs ${neutralise(image, 100)}, without a digest`,
        'deploy by digest',
        'image'
      )
    case 'autolock':
      return evidence.swarm && !evidence.swarm.isAutolocked
        ? [{ what: 'managers keep their keys unlocked', hint: '`docker swarm update --autolock=true`' }]
        : []
    case 'certificates':
      return evidence.swarm && evidence.swarm.certificateDays > MOST_DAYS
        ? [
            {
              what: `node certificates hold for ${Math.round(evidence.swarm.certificateDays)} days`,
              hint: '`docker swarm update --cert-expiry 720h`'
            }
          ]
        : []
    case 'encrypted-networks':
      return evidence.networks
        .filter(({ name, isOverlay, isEncrypted }) => isOverlay && !isEncrypted && !excepted.includes(name))
        .map(({ name }) => ({
          what: `the network ${name} is not encrypted between nodes`,
          hint: 'driver_opts: { encrypted: "" }',
          place: ['networks', name]
        }))
    default:
      return rule satisfies never
  }
}

const SECRET_NAME = /(?:PASSW(?:OR)?D|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY)/i
/** SwarmKit's default is 90 days. */
const MOST_DAYS = 90
