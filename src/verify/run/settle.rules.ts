import type { AnyKind } from '../kind.ts'
import type { VerdictStatus } from '../verdict.ts'
import type { SwarmChange } from './changes.rules.ts'

/** What happened to the swarm while something was checked. */
export type Meanwhile = {
  /** Why the swarm had too much to do, in words; `undefined` when it had not. */
  overload: string | undefined
  /** It is slow at all times. */
  isSlow: boolean
  changes: readonly SwarmChange[]
  /** The check sends requests: others that were measured beside it may have been in their way. */
  isVisiting?: boolean
}

/** What to do with a verdict. */
export type Settlement = { kind: 'keep' } | { kind: 'again' } | { kind: 'inconclusive'; why: string }

const SHOWN = 3

/**
 * A failure that a busy machine may have caused is measured once more, alone; one that a task or node which was lost may
 * have caused says nothing. What passed did so in spite of all that.
 *
 * @param isLast it has been measured again already, and alone
 */
export function settle(status: VerdictStatus, meanwhile: Meanwhile, isLast: boolean): Settlement {
  const { overload, isSlow, changes, isVisiting = false } = meanwhile
  const isDoubtful = overload !== undefined || isVisiting || (status === 'fail' && isSlow)
  if (status !== 'fail' && status !== 'inconclusive') return { kind: 'keep' }
  if (isDoubtful && !isLast) return { kind: 'again' }
  if (changes.length > 0) return { kind: 'inconclusive', why: `${wordsOn(changes)} while this was checked` }
  if (status === 'fail' && overload !== undefined)
    return {
      kind: 'inconclusive',
      why: `the swarm had too much to do while this was checked: ${overload}`
    }
  return { kind: 'keep' }
}

function wordsOn(changes: readonly SwarmChange[]): string {
  const shown = changes.slice(0, SHOWN).map(change => change.text)
  const more = changes.length - shown.length
  return shown.join(', ') + (more > 0 ? ` and ${more} more changes` : '')
}

/**
 * The changes that a verdict can come of.
 *
 * @param disturbedId the id of the service that the check itself disturbs
 */
export function concerning(
  changes: readonly SwarmChange[],
  { isDisturbing, looksAt = 'tasks', disturbs }: Pick<AnyKind, 'isDisturbing' | 'looksAt' | 'disturbs'>,
  params: unknown,
  disturbedId: string | undefined
): readonly SwarmChange[] {
  if (looksAt === 'specs') return []
  // A check that takes nodes away replaces whatever runs there.
  if (isDisturbing && disturbs?.(params) !== 'service') return []
  return changes.filter(
    change =>
      (looksAt === 'tasks' || change.kind === 'node') &&
      !(isDisturbing && change.serviceId !== undefined && change.serviceId === disturbedId)
  )
}
