import type { Drift } from '../../stack/kept/kept.ts'
import { servicesInWords } from '../../stack/plan/plan.rules.ts'
import type { ServiceChange, StackChanges } from '../../stack/plan/plan.ts'

/** What somebody changed by hand and a deploy is about to overwrite, in words; what it leaves alone is not said. */
export function overwritten(drift: Drift, { services }: StackChanges): string[] {
  if (drift.kind === 'unknown') return []
  const lost = drift.services.filter(change => isOverwritten(change, services))
  if (lost.length === 0) return []
  return [
    `changed by hand since deploy ${drift.since}, and overwritten by this one: ${servicesInWords(lost).join('; ')}`
  ]
}

/** A service that somebody removed is made again; one that was made or changed is given what the files say. */
function isOverwritten(change: ServiceChange, planned: readonly ServiceChange[]): boolean {
  const plan = planned.find(({ fullName }) => fullName === change.fullName)
  if (change.kind !== 'updated') return plan !== undefined && !['unchanged', 'orphaned'].includes(plan.kind)
  if (plan?.kind === 'removed') return true
  return change.fields.some(({ field }) => plan?.fields.some(each => each.field === field))
}
