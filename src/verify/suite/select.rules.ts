import { nearest } from '../../effects/nearest.rules.ts'
import { SwarmlineError } from '../../errors.ts'
import type { SuiteCheck } from './suite.ts'

export type Selection = { only: readonly string[]; tags: readonly string[] }

/**
 * The checks whose id is among `only` or that have one of `tags`; all of them when neither is given.
 *
 * @throws `input` for an id or a tag that no check has, with the nearest that one has
 */
export function select(checks: readonly SuiteCheck[], { only, tags }: Selection): SuiteCheck[] {
  if (only.length === 0 && tags.length === 0) return [...checks]
  const unknown = [
    ...missing(
      'check',
      only,
      checks.map(({ id }) => id)
    ),
    ...missing('tag', tags, [...new Set(checks.flatMap(check => check.tags))])
  ]
  if (unknown.length > 0)
    throw new SwarmlineError('input', unknown.join('; '), {
      hint: 'swarmline verify --list shows all checks'
    })
  return checks.filter(check => only.includes(check.id) || check.tags.some(tag => tags.includes(tag)))
}

function missing(what: string, asked: readonly string[], there: readonly string[]): string[] {
  return asked
    .filter(name => !there.includes(name))
    .map(name => {
      const meant = nearest(name, there)
      return `no ${what} is called ${name}${meant ? ` (did you mean ${meant}?)` : ''}`
    })
}
