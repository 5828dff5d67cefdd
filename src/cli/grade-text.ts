import type { GradeFile } from '../grading/grading.ts'
import type { Look } from './look.rules.ts'
import { type Cell, table } from './table.ts'

type Check = GradeFile['assignments'][number]['checks'][number]

const OUTCOMES: Record<Check['outcome'], Cell> = {
  passed: { text: '✓ passed', style: 'green' },
  failed: { text: '✗ failed', style: 'red' },
  waiting: { text: '· waits', style: 'dim' },
  error: { text: '! not measured', style: 'yellow' },
  'left-out': { text: '– left out', style: 'dim' }
}

/** Every check of the assignments that were asked for: what was seen of those that did not pass, and the next hint. */
export function gradeText({ assignments, cast, score }: GradeFile, look: Look): string {
  const checks = assignments.flatMap(each => each.checks)
  const rows = checks.map(check => [
    OUTCOMES[check.outcome],
    `${check.points}/${check.max}`,
    check.title,
    check.outcome === 'passed' ? '' : check.observed
  ])
  const hints = checks.flatMap(({ title, hint }) => (hint === undefined ? [] : [[title, hint]]))
  const found = cast.flatMap(each =>
    each.found === undefined ? [] : [[each.title, each.found, each.because]]
  )
  return [
    table(['', 'points', 'what must be true', 'what was seen'], rows, look),
    ...(hints.length > 0 ? [table(['about', 'a hint'], hints, look)] : []),
    ...(found.length > 0 ? [table(['taken for', 'is', 'because'], found, look)] : []),
    `${score.points} of ${score.max} points`
  ].join('\n\n')
}

/** One line for each assignment. */
export function standingText({ assignments, score, bonus }: GradeFile, look: Look): string {
  const rows = assignments.map(({ name, title, points, max, isBonus, checks }) => {
    const isDone = checks.every(({ outcome }) => outcome === 'passed')
    const hint = checks.find(check => check.hint !== undefined)?.hint ?? ''
    const unknown = checks.some(({ outcome }) => outcome === 'error')
    const mark: Cell = isDone
      ? { text: '✓', style: 'green' }
      : unknown
        ? { text: '!', style: 'yellow' }
        : { text: '✗', style: 'red' }
    return [mark, name.slice(0, 2), isBonus ? `${title} (bonus)` : title, `${points}/${max}`, hint]
  })
  const extra = bonus.max > 0 ? `, bonus ${bonus.points} of ${bonus.max}` : ''
  return `${table(['', '#', 'assignment', 'points', 'a hint'], rows, look)}\n\n${score.points} of ${score.max} points${extra}`
}
