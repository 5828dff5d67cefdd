import type { Place } from '../../verify/verify.ts'
import type { Assignment } from '../assignment.ts'

export type RequirementFault = Place & { text: string }

/** Ids that come twice, requirements that are not there, and those that lead back to themselves. */
export function requirementFaults(assignments: readonly Assignment[]): RequirementFault[] {
  const checks = assignments.flatMap(({ checks }) => checks)
  const byId = new Map(checks.map(check => [check.id, check]))
  const seen = new Map<string, Place>()
  return checks.flatMap(check => {
    const { id, place } = check
    const faults: string[] = []
    const former = seen.get(id)
    if (former) faults.push(`the id ${id} is taken: ${former.file}:${former.line} has it`)
    else seen.set(id, place)
    for (const required of check.requires)
      if (!byId.has(required)) faults.push(`it requires ${required}, which is not a check`)
    if (leadsTo(id, check.requires, byId, new Set())) faults.push('it requires itself through others')
    return faults.map(text => ({ ...place, text: `${id}: ${text}` }))
  })
}

function leadsTo(
  id: string,
  from: readonly string[],
  byId: ReadonlyMap<string, { requires: readonly string[] }>,
  visited: Set<string>
): boolean {
  return from.some(each => {
    if (each === id) return true
    if (visited.has(each)) return false
    visited.add(each)
    return leadsTo(id, byId.get(each)?.requires ?? [], byId, visited)
  })
}
