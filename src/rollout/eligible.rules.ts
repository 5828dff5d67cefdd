import type { ApiNode, ApiTaskSpec } from '../docker/types.ts'

/**
 * The nodes that must run one task of a global service: ready, active, and fit by constraints and platform.
 * The rules are SwarmKit's (manager/constraint, manager/scheduler/filter.go).
 */
export function eligibleNodes(spec: ApiTaskSpec, nodes: readonly ApiNode[]): ApiNode[] {
  const constraints = spec.Placement?.Constraints ?? []
  return nodes.filter(
    node =>
      node.Status.State === 'ready' &&
      node.Spec.Availability === 'active' &&
      constraints.every(constraint => isMet(constraint, node)) &&
      isPlatformFit(spec, node)
  )
}

/** Is `key == value` or `key != value` true of the node? A constraint that SwarmKit would not know is not met. */
export function isMet(constraint: string, node: ApiNode): boolean {
  const operator = constraint.includes('==') ? '==' : '!='
  const at = constraint.indexOf(operator)
  if (at < 0) return false
  const actual = attributeOf(constraint.slice(0, at).trim(), node)
  if (actual === undefined) return false
  const isEqual =
    actual.toLowerCase() ===
    constraint
      .slice(at + 2)
      .trim()
      .toLowerCase()
  return operator === '==' ? isEqual : !isEqual
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
