import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { SwarmlineError } from '../errors.ts'
import { withinLimits } from './bounds.rules.ts'
import type { RunReport } from './run-report.ts'
import { oneLine } from './text.rules.ts'

/** A report of the largest deploy that is watched has 3 MB. */
const MOST_BYTES = 64 * 1024 * 1024

/**
 * Reads a report.json, or the one in a folder. It may come from anywhere: it has the form of
 * schema/report.schema.json and is within the limits, or it is refused.
 *
 * @throws `input` for a file that is not there, too large, or no report of this version
 */
export async function readReport(place: string): Promise<RunReport> {
  const found = await stat(place).catch(() => undefined)
  const file = found?.isDirectory() ? path.join(place, 'report.json') : place
  const size = await stat(file).then(
    each => each.size,
    () => undefined
  )
  if (size === undefined) throw new SwarmlineError('input', `there is no report at ${file}`)
  if (size > MOST_BYTES)
    throw new SwarmlineError('input', `${file} is larger than a report can be: ${MOST_BYTES >> 20} MiB`)
  return parseReport(await readFile(file, 'utf8'), file)
}

/** @param file for messages */
export async function parseReport(text: string, file: string): Promise<RunReport> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new SwarmlineError('input', `${file} is not JSON`, { cause })
  }
  const version = (value as { schema?: unknown } | null)?.schema
  if (version !== 2)
    throw new SwarmlineError('input', `${file} is not a report of version 2, which this Swarmline reads`, {
      hint: 'render it with the Swarmline that wrote it'
    })
  const { reportSchema } = await import('./schema/report.ts')
  const { data, error } = reportSchema.safeParse(value)
  // JSON has no undefined: what may be undefined is absent there, and that is all the difference.
  if (data) return withinLimits(data as RunReport)
  const [issue] = error.issues
  const at = oneLine(issue?.path.map(String).join('.') ?? '').slice(0, 200)
  throw new SwarmlineError('input', `${file} is not a report: ${at}: ${oneLine(issue?.message ?? '')}`)
}
