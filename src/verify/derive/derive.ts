/**
 * A suite for any stack: what follows from what the swarm was asked for, written as a suite that people go on with. It
 * never guesses: what needs knowledge of the application is not asked, and what is left out is told. Others import from
 * here alone.
 */
import type { EngineClient } from '../../docker/client.ts'
import { SwarmlineError } from '../../errors.ts'
import type { Deployed } from '../world.ts'
import { deriveChecks } from './derive.rules.ts'
import { readShape } from './read-shape.ts'
import { suiteText } from './suite-text.rules.ts'
import { unaskedOf } from './unasked.rules.ts'

/** @property unasked what is not checked, and why; a sentence each */
export type DerivedSuite = { text: string; unasked: string[] }

/**
 * A suite for a stack, as YAML.
 *
 * @param deployed what the last deploy on record asked for
 * @throws `not-found` when the swarm has no such stack; `engine-lost`; `cancelled`
 */
export async function deriveSuite(
  stack: string,
  manager: EngineClient,
  deployed: Deployed | undefined,
  signal: AbortSignal
): Promise<DerivedSuite> {
  const shape = await readShape(stack, manager, deployed, signal)
  if (shape.services.length === 0)
    throw new SwarmlineError('not-found', `the swarm has no stack ${stack}`, {
      hint: 'deploy it first: swarmline deploy; or list the stacks: docker stack ls'
    })
  const unasked = unaskedOf(shape)
  return { text: suiteText(stack, deriveChecks(shape), unasked), unasked }
}
