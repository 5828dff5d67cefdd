import path from 'node:path'
import type * as z from 'zod'
import { nearest } from '../../effects/nearest.rules.ts'
import { YAML_BUDGET } from '../../effects/yaml/yaml.rules.ts'
import type { AnyKind } from '../kind.ts'
import { inWords } from './issue-words.rules.ts'
import { type COMMON_FIELDS, checkSchema, SUITE_FRAME } from './schema.ts'
import type { SuiteCheck } from './suite.ts'
import type { Fault, SuiteFile } from './suite-file.ts'

export type Frame = z.output<typeof SUITE_FRAME>

/** Validates what a suite says, check by check; all faults at once. */
export function readFrame(file: SuiteFile): { frame: Frame } | { faults: Fault[] } {
  const read = SUITE_FRAME.safeParse(file.plain())
  if (read.success) return { frame: read.data }
  return {
    faults: read.error.issues.flatMap(issue => faultsOf(file, [], issue, Object.keys(SUITE_FRAME.shape)))
  }
}

/** @param kinds name → kind */
export function readChecks(
  file: SuiteFile,
  frame: Frame,
  kinds: ReadonlyMap<string, AnyKind>
): { checks: (Omit<SuiteCheck, 'id'> & { id: string | undefined })[]; faults: Fault[] } {
  const faults: Fault[] = []
  const checks = frame.checks.flatMap((entry, index) => {
    const at = ['checks', index]
    const kind = kinds.get(entry.kind)
    if (!kind) {
      const meant = nearest(entry.kind, [...kinds.keys()])
      const guess = meant ? ` (did you mean ${meant}?)` : `: there are ${[...kinds.keys()].join(', ')}`
      faults.push(
        file.fault(file.nodeAt([...at, 'kind']), `no kind of check is called ${quoted(entry.kind)}${guess}`)
      )
      return []
    }
    const schema = checkSchema(kind)
    const read = schema.safeParse(entry)
    if (!read.success) {
      const names = Object.keys(schema.shape)
      faults.push(...read.error.issues.flatMap(issue => faultsOf(file, at, issue, names)))
      return []
    }
    const { id, title, tags, deadline, points, hints, ...rest } = read.data as z.output<
      z.ZodObject<typeof COMMON_FIELDS>
    > & { kind: string }
    const { kind: _, ...params } = rest
    const fault = kind.faultOf?.(params)
    if (fault !== undefined) {
      faults.push(file.fault(file.nodeAt(at), fault))
      return []
    }
    const place = { file: file.shownAs, line: file.lineOf(file.nodeAt(at)) }
    return [
      {
        id,
        kind,
        title,
        tags,
        deadlineMs: deadline,
        points,
        hints,
        params,
        place,
        folder: path.dirname(file.path)
      }
    ]
  })
  return { checks, faults }
}

/** An issue of the schema's as faults with places; `topNames` are the names that the top mapping may have. */
function faultsOf(
  file: SuiteFile,
  at: readonly PropertyKey[],
  issue: z.core.$ZodIssue,
  topNames: readonly string[]
): Fault[] {
  const keys = [...at, ...issue.path]
  const name = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, YAML_BUDGET.faults).map(key => {
      const meant = issue.path.length === 0 ? nearest(key, topNames) : undefined
      const guess = meant ? ` (did you mean ${meant}?)` : ''
      return file.fault(
        file.keyAt(keys, key) ?? file.nodeAt(keys),
        `${quoted(key)} is not known${name ? ` in ${name}` : ' here'}${guess}`
      )
    })
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.flat().toSorted((a, b) => b.path.length - a.path.length)[0]
    if (inner && inner.path.length > 0)
      return faultsOf(
        file,
        at,
        { ...inner, path: [...issue.path, ...inner.path] } as z.core.$ZodIssue,
        topNames
      )
  }
  const node = file.nodeAt(keys)
  if (issue.code === 'invalid_value') {
    const choices = issue.values.map(String)
    const value = (node as { value?: unknown } | undefined)?.value
    const meant = typeof value === 'string' ? nearest(value, choices) : undefined
    return [
      file.fault(node, `${name} takes ${choices.join(', ')}${meant ? ` (did you mean ${meant}?)` : ''}`)
    ]
  }
  const isMissing = issue.code === 'invalid_type' && / received undefined$/.test(issue.message)
  return [file.fault(node, isMissing ? `${name} is missing` : `${name || 'this'}: ${inWords(issue)}`)]
}

function quoted(text: string): string {
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`
}
