import { expect, test } from '@jest/globals'
import { createActionLog } from '../../../src/actions/log.ts'
import { table } from '../../../src/cli/table.ts'
import { html } from '../../../src/report/html/markup.rules.ts'
import { text } from '../../../src/report/markdown.rules.ts'
import { cleanLine } from '../../../src/rollout/log-lines.rules.ts'
import { evidenceJson, verdictLine } from '../../../src/verify/run/bounded.rules.ts'

/** A few of each class that acts on whoever shows or reads a text; `test/unit/plain` has every code point. */
const HOSTILE = [
  '\u0000',
  '\u0007',
  '\u0008',
  '\u000b',
  '\u000c',
  '\u001b',
  '\u007f',
  '\u0085',
  '\u009b',
  '\u00ad',
  '\u061c',
  '\u115f',
  '\u180e',
  '\u200b',
  '\u200d',
  '\u200e',
  '\u2028',
  '\u2029',
  '\u202e',
  '\u2060',
  '\u2066',
  '\u3164',
  '\ud800',
  '\udc00',
  '\ue000',
  '\ufeff',
  '\ufff9',
  '\u{e0041}',
  '\u{e0100}'
]

test.each(HOSTILE.map(c => [c.codePointAt(0)?.toString(16), c] as const))(
  'U+%s acts in no place',
  async (_, sign) => {
    const seen: string[] = []
    const keep = (line: string) => void seen.push(line)
    const log = createActionLog(
      { info: keep, debug: keep, warning: keep, startGroup: keep, endGroup: () => undefined },
      { now: () => 0 }
    )
    const foreign = `a${sign}b\n${sign}::error::c ${sign}##[error]`
    log.info(foreign)
    log.debug(foreign)
    log.warn(foreign)
    await log.step(foreign, async () => undefined)
    const shown = [
      ...seen,
      table(['h'], [[foreign]], { hasColor: false, hasUnicode: true, width: 80 }),
      html`${foreign}`.markup,
      text(foreign),
      cleanLine(foreign),
      evidenceJson({ foreign }),
      verdictLine(foreign, 500)
    ]
    for (const page of shown) expect(page).not.toContain(sign)
    for (const line of seen.join('\n').split(/[\n\u0085\u2028]/)) {
      expect(line).not.toMatch(/^[\s\u0085]*::/)
      expect(line).not.toContain('##[')
    }
  }
)
