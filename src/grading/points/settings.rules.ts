import { nearest } from '../../effects/nearest.rules.ts'
import type { Assignment, GradedCheck } from '../assignment.ts'

/** What a trainer may say without code. Checks are named by their ids, assignments by their names or numbers. */
export type Settings = {
  /** Checks or assignments that are not graded. */
  leaveOut: readonly string[]
  points: Readonly<Record<string, number>>
  hints: Readonly<Record<string, readonly string[]>>
}

/**
 * The assignments as the settings want them. Where a requirement is left out, what it required itself is required in its
 * place.
 *
 * @returns `unknown`: names that are those of nothing, each with the nearest one
 */
export function applySettings<Check extends GradedCheck>(
  assignments: readonly Assignment<Check>[],
  settings: Settings
): { assignments: Assignment<Check>[] } | { unknown: string[] } {
  const ids = assignments.flatMap(({ checks }) => checks.map(({ id }) => id))
  const names = assignments.flatMap(({ name }) => [name, name.slice(0, 2)])
  const unknown = [
    ...unknownAmong(settings.leaveOut, [...ids, ...names]),
    ...unknownAmong(Object.keys(settings.points), ids),
    ...unknownAmong(Object.keys(settings.hints), ids)
  ]
  if (unknown.length > 0) return { unknown }
  const out = new Set(settings.leaveOut)
  const isLeftOut = ({ name }: Assignment<Check>) => out.has(name) || out.has(name.slice(0, 2))
  const gone = new Set([
    ...out,
    ...assignments.filter(isLeftOut).flatMap(({ checks }) => checks.map(({ id }) => id))
  ])
  const requirements = new Map(
    assignments.flatMap(({ checks }) => checks.map(each => [each.id, each.requires]))
  )
  return {
    assignments: assignments
      .filter(assignment => !isLeftOut(assignment))
      .map(assignment => ({
        ...assignment,
        checks: assignment.checks
          .filter(({ id }) => !gone.has(id))
          .map(check => ({
            ...check,
            points: settings.points[check.id] ?? check.points,
            hints: settings.hints[check.id] ?? check.hints,
            requires: [...new Set(check.requires.flatMap(id => standing(id, requirements, gone)))]
          }))
      }))
      .filter(({ checks }) => checks.length > 0)
  }
}

/** The requirement itself, or what stands in its place. Requirements lead back to nothing, so this ends. */
function standing(
  id: string,
  requirements: ReadonlyMap<string, readonly string[]>,
  gone: ReadonlySet<string>
): string[] {
  if (!gone.has(id)) return [id]
  return (requirements.get(id) ?? []).flatMap(each => standing(each, requirements, gone))
}

function unknownAmong(given: readonly string[], known: readonly string[]): string[] {
  return given
    .filter(name => !known.includes(name))
    .map(name => {
      const meant = nearest(name, known)
      return meant === undefined ? name : `${name} (did you mean ${meant}?)`
    })
}
