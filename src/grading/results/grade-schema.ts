import * as z from 'zod'

/** Raised when a field goes or changes its meaning; new fields leave it as it is. */
export const GRADE_SCHEMA = 'swarmline/grade/v1'

const count = z.number().int().min(0)
const sum = {
  points: count.describe('Points that were earned.'),
  max: count.describe('Points that could be earned.'),
  undecided: count.describe('Points of checks in error: they may still be earned.')
}
const text = z.string().max(2000)
const place = z
  .strictObject({ file: z.string(), line: z.number().int().min(1) })
  .describe('A file, and a line counted from 1.')

const check = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    outcome: z
      .enum(['passed', 'failed', 'waiting', 'error', 'left-out'])
      .describe(
        '`waiting`: a check that it requires did not pass. `error`: the machine failed, not the participant. ' +
          '`left-out`: it cannot be shown here, and counts neither way.'
      ),
    points: sum.points,
    max: sum.max,
    expected: text,
    observed: text,
    hint: text.optional().describe('The most concrete hint that was earned.'),
    waitsFor: z.string().optional().describe('Id of the check that it waits for.'),
    place: place.optional().describe('In the participant’s files.'),
    suite: place.describe('In the workshop’s suite.'),
    durationMs: z.number().min(0),
    evidenceFile: z.string().optional().describe('What was measured, within the folder of all evidence.')
  })
  .describe('One check.')

const assignment = z.strictObject({
  name: z.string(),
  title: z.string(),
  isBonus: z.boolean(),
  ...sum,
  checks: z.array(check)
})

export const GRADE = z
  .strictObject({
    schema: z.literal(GRADE_SCHEMA),
    tool: z.strictObject({ name: z.literal('swarmline'), version: z.string() }),
    gradedAt: z.iso.datetime(),
    of: z
      .strictObject({
        kind: z.enum(['folder', 'swarm']),
        name: z.string(),
        fingerprint: z.string().describe('The same as long as nothing that is graded has changed.'),
        commit: z.string().optional()
      })
      .describe('What was graded.'),
    status: z
      .enum(['complete', 'incomplete', 'refused'])
      .describe('`incomplete`: some points are undecided. `refused`: nothing was run.'),
    total: z.strictObject(sum).describe('Without the bonuses.'),
    bonus: z.strictObject(sum),
    score: z
      .strictObject({ points: count, max: count })
      .describe('What counts: bonuses make up for missing points, unless settings say otherwise.'),
    cast: z
      .array(
        z.strictObject({
          role: z.string(),
          title: z.string(),
          found: z.string().optional(),
          because: text,
          others: z.array(z.string())
        })
      )
      .describe('What the grader took for what, and why.'),
    obstacles: z
      .array(
        z.strictObject({
          phase: z.enum(['files', 'stack', 'build', 'swarm', 'deploy']),
          kind: z.enum(['refused', 'failed', 'error']),
          text,
          hint: text.optional(),
          place: place.optional()
        })
      )
      .describe('What went wrong before anything could be checked.'),
    assignments: z.array(assignment),
    phases: z.array(z.strictObject({ title: z.string(), durationMs: z.number().min(0) })).default([])
  })
  .describe('A grade of a solution of the workshop.')

export type GradeFile = z.output<typeof GRADE>

/** The schema that others read, draft 2020-12. */
export function gradeJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(GRADE, { io: 'input' }), title: 'Swarmline grade' }
}
