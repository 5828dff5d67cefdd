import * as z from 'zod'
import { issueInWords as inWords } from '../../verify/verify.rules.ts'
import { CHECK_ID, type Fault, parseSuite } from '../../verify/verify.ts'
import type { HintPolicy } from '../hints/hints.rules.ts'
import type { BonusPolicy } from './grade.rules.ts'
import type { Settings } from './settings.rules.ts'

const id = z.string().regex(CHECK_ID, 'takes the id of a check')

/** What a trainer says of a class’s workshop, without code. */
export const SETTINGS = z
  .strictObject({
    bonus: z
      .enum(['compensates', 'counts', 'shown'])
      .default('compensates')
      .describe(
        'Bonus points make up for missing ones, up to the maximum; or they are points like all others, and part of the ' +
          'maximum; or they are only shown.'
      ),
    'leave-out': z
      .array(z.string().min(1).max(64))
      .max(100)
      .default([])
      .describe('Checks, or assignments by name or number, that are not graded.'),
    points: z
      .record(id, z.number().int().min(1).max(1000))
      .default({})
      .describe('Points of single checks, in place of those of the suite.'),
    hints: z
      .strictObject({
        show: z
          .enum(['earned', 'first', 'all', 'none'])
          .default('earned')
          .describe('`earned`: a more concrete one with each failure after a change.'),
        after: z
          .number()
          .int()
          .min(1)
          .max(20)
          .default(1)
          .describe('How many failures each further hint takes.'),
        texts: z
          .record(id, z.array(z.string().min(1).max(500)).min(1).max(10))
          .default({})
          .describe('Hints of single checks, the mildest first.')
      })
      .prefault({})
  })
  .describe('Settings of a workshop for one class.')

export type ClassSettings = { grading: Settings; bonus: BonusPolicy; hints: HintPolicy }

/** Reads the settings; all that is wrong with them at once. */
export function readSettings(
  path: string,
  shownAs: string,
  text: string
): { settings: ClassSettings } | { faults: Fault[] } {
  const parsed = parseSuite(path, shownAs, text)
  if ('faults' in parsed) return parsed
  const { file } = parsed
  const read = SETTINGS.safeParse(file.plain())
  if (!read.success)
    return {
      faults: read.error.issues.map(issue =>
        file.fault(
          file.nodeAt(issue.path),
          `${issue.path.map(String).join('.') || 'settings'}: ${inWords(issue)}`
        )
      )
    }
  const { bonus, points, hints } = read.data
  const { show, after, texts } = hints
  return {
    settings: {
      grading: { leaveOut: read.data['leave-out'], points, hints: texts },
      bonus,
      hints: { show, after }
    }
  }
}
