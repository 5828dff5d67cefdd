import type { Diagnosis } from '../engine/engine.ts'
import { inTerminal } from '../plain/text.ts'
import type { Look } from './look.rules.ts'
import { paint } from './paint.ts'
import { sentence } from './sentence.rules.ts'
import { type Cell, table } from './table.ts'

const STATUS = {
  good: { sign: 'done', style: 'green' },
  note: { sign: 'skipped', style: 'yellow' },
  bad: { sign: 'failed', style: 'red' }
} as const

export function doctorText(diagnosis: Diagnosis, look: Look): string {
  const { sign } = paint(look)
  const rows = diagnosis.checks.map(({ name, status, seen, hint }): Cell[] => [
    { text: sign[STATUS[status].sign], style: STATUS[status].style },
    name,
    seen,
    { text: hint ?? '', style: 'dim' }
  ])
  return [table(['', 'what', 'seen', 'note'], rows, look), '', ...summary(diagnosis)].join('\n')
}

/** The verdict, and what to do or to install. */
function summary({ canRun, verdict, wayOut, install }: Diagnosis): string[] {
  return [
    inTerminal(canRun ? sentence(verdict) : `Nothing can run here: ${verdict}.`),
    ...(wayOut && !install ? [inTerminal(`What to do: ${wayOut}.`)] : []),
    ...(install ? [`To install what is missing: ${install}`] : [])
  ]
}
