/** A node as placement constraints see it. */
export type ConstrainedNode = {
  id: string
  name: string
  role: string
  address: string
  os: string
  arch: string
  labels: Record<string, string>
  engineLabels: Record<string, string>
}

const FORM = /^\s*([\w.-]+)\s*(==|!=)\s*(.*?)\s*$/

/**
 * Whether a node satisfies all constraints, as SwarmKit reads them: names of keys and values are compared without regard
 * to case, a label that is not there is empty, and a constraint that cannot be read is satisfied by none.
 */
export function isAccepted(constraints: readonly string[], node: ConstrainedNode): boolean {
  return constraints.every(constraint => {
    const [, key = '', operator, wanted = ''] = FORM.exec(constraint) ?? []
    const value = operator === undefined ? undefined : attributeOf(key, node)
    if (value === undefined) return false
    return (value.toLowerCase() === wanted.toLowerCase()) === (operator === '==')
  })
}

const NODE_LABEL = /^node\.labels\./i
const ENGINE_LABEL = /^engine\.labels\./i

function attributeOf(key: string, node: ConstrainedNode): string | undefined {
  if (NODE_LABEL.test(key)) return labelOf(node.labels, key.replace(NODE_LABEL, ''))
  if (ENGINE_LABEL.test(key)) return labelOf(node.engineLabels, key.replace(ENGINE_LABEL, ''))
  switch (key.toLowerCase()) {
    case 'node.id':
      return node.id
    case 'node.hostname':
      return node.name
    case 'node.ip':
      return node.address
    case 'node.role':
      return node.role
    case 'node.platform.os':
      return node.os
    case 'node.platform.arch':
      return node.arch
    default:
      return undefined
  }
}

const labelOf = (labels: Record<string, string>, name: string): string =>
  Object.hasOwn(labels, name) ? (labels[name] ?? '') : ''
