import { parseReference } from '../../references.rules.ts'
import { alpine } from './alpine.ts'
import { cadvisor } from './cadvisor.ts'
import { debian } from './debian.ts'
import type { StandInDefinition } from './definition.ts'
import { javascript } from './javascript.ts'
import { node } from './node.ts'
import { php } from './php.ts'
import { prometheus } from './prometheus.ts'
import { python } from './python.ts'
import { redis } from './redis.ts'
import { registry } from './registry.ts'

/** Every official image that can be made from Debian packages. */
export const STAND_INS: readonly StandInDefinition[] = [
  alpine,
  cadvisor,
  debian,
  javascript,
  node,
  php,
  prometheus,
  python,
  redis,
  registry
]

/**
 * What can stand in for an image, whatever its tag; `undefined` when nothing can. A reference by digest names
 * exact bytes, for which nothing else may stand.
 *
 * @throws `input` when it is not an image reference
 */
export function standInFor(reference: string): StandInDefinition | undefined {
  const { domain, repository, digest } = parseReference(reference)
  if (digest) return undefined
  return STAND_INS.find(({ repositories }) => repositories.includes(`${domain}/${repository}`))
}
