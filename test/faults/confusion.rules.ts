import type { Verdict } from '../../src/verify/verdict.ts'
import type { Defect } from './defect.ts'

/** What the suite made of one defect. */
export type Finding = {
  defect: string
  /** Kind of the check that is meant to catch it. */
  intended: string
  isCaught: boolean
  /** Kinds of all checks that were neither passed nor skipped. */
  red: string[]
  /** What is not as the defect says, in words; nothing when all is. */
  faults: string[]
}

/** Neither passed nor skipped. Load that a busy machine could not send says nothing of the stack, and says so. */
export const isRed = ({ status, observed }: Verdict): boolean =>
  status === 'fail' || (status === 'inconclusive' && !observed.startsWith('void: '))

/** Caught is a fail of the intended check, in the intended words; red is every check that neither passed nor was skipped. */
export function findingOf({ name, caught, also = {} }: Defect, verdicts: readonly Verdict[]): Finding {
  const intended = verdicts.find(({ id }) => id === caught.by)
  const words = (verdict: Verdict | undefined) =>
    verdict
      ? `${verdict.id} is ${verdict.status}: ${verdict.observed} [hint: ${verdict.hint}]`
      : 'it did not run'
  const isCaught =
    intended?.status === 'fail' &&
    caught.says.test(intended.observed) &&
    (caught.hint?.test(intended.hint ?? '') ?? true)
  const red = verdicts.filter(isRed)
  const strangers = red.filter(({ id }) => id !== caught.by && !Object.hasOwn(also, id))
  return {
    defect: name,
    intended: intended?.kind ?? caught.by,
    isCaught,
    red: [...new Set(red.map(({ kind }) => kind))],
    faults: [
      ...(isCaught ? [] : [`${caught.by} should say ${caught.says}; ${words(intended)}`]),
      ...strangers.map(verdict => `without a stated reason, ${words(verdict)}`)
    ]
  }
}

/** `caught 40/41`, and a table: a row for each intended kind, a column for each kind that turned red. */
export function confusionTable(findings: readonly Finding[]): string {
  const kinds = [...new Set(findings.flatMap(({ intended, red }) => [intended, ...red]))].sort()
  const rows = kinds.filter(kind => findings.some(({ intended }) => intended === kind))
  const width = Math.max(0, ...kinds.map(kind => kind.length)) + 2
  const letters = kinds.map((_, i) => String.fromCharCode(97 + i))
  const cell = (text: string | number) => String(text).padStart(4)
  const line = (kind: string) => {
    const own = findings.filter(({ intended }) => intended === kind)
    const counts = kinds.map(column => own.filter(({ red }) => red.includes(column)).length || '.')
    const caught = own.filter(({ isCaught }) => isCaught).length
    return `${kind.padEnd(width)}${`${caught}/${own.length}`.padStart(6)}${counts.map(cell).join('')}`
  }
  const caught = findings.filter(({ isCaught }) => isCaught).length
  const unstated = findings.filter(({ faults }) => faults.length > 0).length
  return [
    `caught ${caught}/${findings.length}, ${unstated} not as stated`,
    'intended kind × kinds that turned red (the stated ones as well)',
    `${''.padEnd(width)}caught${letters.map(cell).join('')}`,
    ...rows.map(line),
    kinds.map((kind, i) => `${letters[i]} ${kind}`).join(', ')
  ].join('\n')
}
