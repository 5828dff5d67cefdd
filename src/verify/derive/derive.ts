/**
 * A suite for any stack: what follows from what the swarm was asked for, written as a suite that people go on with. It
 * never guesses: what needs knowledge of the application is not asked. Others import from here alone.
 */
import type { EngineClient } from '../../docker/client.ts'
import { SwarmlineError } from '../../errors.ts'
import { deriveChecks } from './derive.rules.ts'
import { readShape } from './read-shape.ts'
import { suiteText } from './suite-text.rules.ts'

/**
 * The text of a suite for a stack, as YAML.
 *
 * @throws `not-found` when the swarm has no such stack; `engine-lost`; `cancelled`
 */
export async function deriveSuite(
  stack: string,
  manager: EngineClient,
  signal: AbortSignal
): Promise<string> {
  const shape = await readShape(stack, manager, signal)
  if (shape.services.length === 0)
    throw new SwarmlineError('not-found', `the swarm has no stack ${stack}`, {
      hint: 'deploy it first: swarmline deploy; or see what there is: docker stack ls'
    })
  return suiteText(stack, deriveChecks(shape))
}
