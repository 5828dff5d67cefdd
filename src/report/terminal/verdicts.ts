import picocolors from 'picocolors'
import type { Verdict, VerdictStatus } from '../../verify/verify.ts'
import { cutText } from '../bounds.rules.ts'
import { STATUS_WORDS } from '../headline.rules.ts'
import { oneLine, withoutCommands } from '../text.rules.ts'
import type { TerminalLook } from './table.ts'
import { wrapped } from './wrap.rules.ts'

/** Each check with what was seen; what was expected only where it did not pass, the way out where there is one. */
export function verdictsTable(verdicts: readonly Verdict[], look: TerminalLook): string {
  const { bold, dim } = picocolors.createColors(look.hasColor)
  const widest = (texts: string[]) => 2 + Math.max(0, ...texts.map(text => text.length))
  const status = widest(verdicts.map(markText))
  const kind = widest(verdicts.map(kindOf))
  const room = Math.max(24, look.width - status - kind)
  const lines = verdicts.flatMap(verdict => {
    const isOpen = verdict.status === 'fail' || verdict.status === 'inconclusive'
    const told = [
      ...wrapped(said(verdict.observed), room),
      ...(isOpen ? wrapped(`expected: ${said(verdict.expected)}`, room).map(line => dim(line)) : []),
      ...(verdict.hint ? wrapped(`${look.hasUnicode ? '→' : '->'} ${said(verdict.hint)}`, room) : [])
    ]
    const head = `${pad(statusMark(verdict.status, look), markText(verdict), status)}${pad(bold(kindOf(verdict)), kindOf(verdict), kind)}`
    return told.map((line, i) => `${i === 0 ? head : ' '.repeat(status + kind)}${line}`.trimEnd())
  })
  return withoutCommands(lines.join('\n'))
}

const markText = ({ status }: Verdict): string => `+ ${STATUS_WORDS[status]}`

/** Colours take no room: `shown` is the text without them. */
const pad = (text: string, shown: string, width: number): string =>
  `${text}${' '.repeat(Math.max(0, width - shown.length))}`

/** A screen is no book: report.json has all of it. */
const said = (text: string): string => cutText(oneLine(text), 2_000)
const kindOf = ({ kind }: Verdict): string => cutText(oneLine(kind), 40)

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
