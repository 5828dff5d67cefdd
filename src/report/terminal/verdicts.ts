import picocolors from 'picocolors'
import type { Verdict, VerdictStatus } from '../../verify/verdict.ts'
import { STATUS_WORDS } from '../headline.rules.ts'
import { oneLine } from '../text.rules.ts'
import { createTable, drawn, type TerminalLook } from './table.ts'

/** Each check with what was seen; what was expected only where it did not pass, the way out where there is one. */
export function verdictsTable(verdicts: readonly Verdict[], look: TerminalLook): string {
  const { bold, dim } = picocolors.createColors(look.hasColor)
  const widest = (texts: string[]) => 2 + Math.max(0, ...texts.map(text => text.length))
  const status = widest(verdicts.map(verdict => `+ ${STATUS_WORDS[verdict.status]}`))
  const kind = widest(verdicts.map(verdict => oneLine(verdict.kind)))
  const isBounded = Number.isFinite(look.width)
  const table = createTable(look, {
    colWidths: isBounded ? [status, kind, Math.max(24, look.width - status - kind)] : [],
    wordWrap: isBounded
  })
  for (const verdict of verdicts) {
    const isOpen = verdict.status === 'fail' || verdict.status === 'inconclusive'
    const lines = [oneLine(verdict.observed)]
    if (isOpen) lines.push(dim(`expected: ${oneLine(verdict.expected)}`))
    if (verdict.hint) lines.push(`${look.hasUnicode ? '→' : '->'} ${oneLine(verdict.hint)}`)
    table.push([statusMark(verdict.status, look), bold(oneLine(verdict.kind)), lines.join('\n')])
  }
  return drawn(table)
}

const SIGNS: Record<VerdictStatus, [unicode: string, ascii: string]> = {
  pass: ['✔', '+'],
  fail: ['✖', 'x'],
  inconclusive: ['?', '?'],
  skipped: ['–', '-']
}

function statusMark(status: VerdictStatus, look: TerminalLook): string {
  const { green, red, yellow, dim } = picocolors.createColors(look.hasColor)
  const paint = { pass: green, fail: red, inconclusive: yellow, skipped: dim }[status]
  return paint(`${SIGNS[status][look.hasUnicode ? 0 : 1]} ${STATUS_WORDS[status].toLowerCase()}`)
}
