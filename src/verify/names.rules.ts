/** A service's name in the swarm. Services that belong to no stack are those of the stack without a name. */
export const nameInSwarm = (stack: string, service: string): string =>
  stack === '' ? service : `${stack}_${service}`

/** A service’s name as its stack file has it, of its whole name in the swarm. */
export const serviceInStack = (name: string, stack: string): string =>
  stack !== '' && name.startsWith(`${stack}_`) ? name.slice(stack.length + 1) : name

/**
 * The name that a stack file gives a network, secret or config of the stack: without the stack's name before it, and
 * without the content's hash that may stand behind it.
 */
export function nameInStack(name: string, stack: string): string {
  const bare = name.startsWith(`${stack}_`) ? name.slice(stack.length + 1) : name
  return bare.replace(/[._-](?:[0-9a-f]{8,64})$/, '')
}
