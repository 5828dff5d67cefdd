import type { ApiNode, ApiTaskSpec } from './types.ts'

/**
 * The nodes that must run one task of a global service: ready, active, and fit by constraints and platform.
 * The rules are SwarmKit's (manager/constraint, manager/scheduler/filter.go).
 */
export function eligibleNodes(spec: ApiTaskSpec, nodes: readonly ApiNode[]): ApiNode[] {
  return fitNodes(spec, nodes).filter(
    node => node.Status.State === 'ready' && node.Spec.Availability === 'active'
  )
}

/** The nodes that are fit by constraints and platform, whether they run and take tasks or not. */
export function fitNodes(spec: ApiTaskSpec, nodes: readonly ApiNode[]): ApiNode[] {
  const constraints = spec.Placement?.Constraints ?? []
  return nodes.filter(
    node => constraints.every(constraint => isMet(constraint, node)) && isPlatformFit(spec, node)
  )
}

/** Is `key == value` or `key != value` true of the node? A constraint that SwarmKit would not know is not met. */
export function isMet(constraint: string, node: ApiNode): boolean {
  const operator = constraint.includes('==') ? '==' : '!='
  const at = constraint.indexOf(operator)
  if (at < 0) return false
  const actual = attributeOf(constraint.slice(0, at).trim(), node)
  if (actual === undefined) return false
  const wanted = constraint.slice(at + 2).trim()
  const isSubnet = constraint.slice(0, at).trim().toLowerCase() === 'node.ip' && wanted.includes('/')
  const isEqual = isSubnet ? isWithin(actual, wanted) : actual.toLowerCase() === wanted.toLowerCase()
  return operator === '==' ? isEqual : !isEqual
}

/** `node.ip==10.0.0.0/8`: is an IPv4 address within a subnet? */
function isWithin(address: string, subnet: string): boolean {
  const [network = '', bits = ''] = subnet.split('/')
  const [a, b] = [ipv4Of(address), ipv4Of(network)]
  if (a === undefined || b === undefined || !/^\d{1,2}$/.test(bits) || Number(bits) > 32) return false
  const size = 2 ** (32 - Number(bits))
  return Math.floor(a / size) === Math.floor(b / size)
}

function ipv4Of(text: string): number | undefined {
  const parts = text.split('.').map(part => (/^\d{1,3}$/.test(part) ? Number(part) : 256))
  if (parts.length !== 4 || parts.some(part => part > 255)) return undefined
  return parts.reduce((sum, part) => sum * 256 + part, 0)
}

/** `undefined` for an unknown key; an absent label is an empty string. Only the prefixes ignore the case. */
function attributeOf(key: string, node: ApiNode): string | undefined {
  const lower = key.toLowerCase()
  if (lower.startsWith('node.labels.')) return node.Spec.Labels?.[key.slice('node.labels.'.length)] ?? ''
  if (lower.startsWith('engine.labels.'))
    return node.Description.Engine.Labels?.[key.slice('engine.labels.'.length)] ?? ''
  switch (lower) {
    case 'node.id':
      return node.ID
    case 'node.hostname':
      return node.Description.Hostname
    case 'node.ip':
      return node.Status.Addr
    case 'node.role':
      return node.Spec.Role
    case 'node.platform.os':
      return node.Description.Platform.OS
    case 'node.platform.arch':
      return node.Description.Platform.Architecture
    default:
      return undefined
  }
}

function isPlatformFit(spec: ApiTaskSpec, node: ApiNode): boolean {
  const platforms = spec.Placement?.Platforms ?? []
  const { OS, Architecture } = node.Description.Platform
  return (
    platforms.length === 0 ||
    platforms.some(
      wanted =>
        (!wanted.OS || wanted.OS === OS) &&
        (!wanted.Architecture || normalise(wanted.Architecture) === normalise(Architecture))
    )
  )
}

const ARCHITECTURES: Record<string, string> = { x86_64: 'amd64', aarch64: 'arm64' }
const normalise = (architecture: string): string => ARCHITECTURES[architecture] ?? architecture
