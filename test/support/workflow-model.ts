// The parts of a workflow file that the small runner knows, and the pure questions about them.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser'
import YAML from 'yaml'
import type { StepResult } from './action.ts'
import { type Json, str } from './expr.ts'

export type Dict = Record<string, Json>
export type Result = 'success' | 'failure' | 'skipped'
type Defaults = { run?: { shell?: string; 'working-directory'?: string } }
export type Step = {
  id?: string
  uses?: string
  run?: string
  with?: Dict
  env?: Dict
  if?: Json
  shell?: string
  'working-directory'?: string
  'continue-on-error'?: Json
}
export type Job = {
  needs?: string | string[]
  if?: Json
  uses?: string
  with?: Dict
  env?: Dict
  steps?: Step[]
  outputs?: Dict
  environment?: Json
  strategy?: { matrix?: Dict }
  defaults?: Defaults
  'continue-on-error'?: Json
}
export type Workflow = { on: Json; env?: Dict; jobs: Record<string, Job>; defaults?: Defaults }

export type StepRecord = {
  id: string
  outcome: Result
  conclusion: Result
  outputs: Record<string, string>
  log: string
  summary: string
}
export type JobRecord = {
  result: Result
  outputs: Record<string, string>
  steps: StepRecord[]
  environment?: Json
}

/** Stands in for an action, named as in `uses:` without its version; local ones run unless there is a stub. */
export type Stub = (
  inputs: Record<string, string>,
  env: Record<string, string>
) => Promise<Partial<StepResult>> | Partial<StepResult>

export type Options = {
  root: string
  event?: string
  payload?: Dict
  inputs?: Dict
  secrets?: Record<string, string>
  vars?: Record<string, string>
  env?: Record<string, string>
  github?: Dict
  stubs?: Record<string, Stub>
}

/** @throws with every fault that GitHub's own parser finds */
export async function loadWorkflow(file: string, root: string): Promise<Workflow> {
  const content = readFileSync(path.join(root, file), 'utf8')
  const parsed = parseWorkflow({ name: file, content }, new NoOperationTraceWriter())
  if (parsed.value) await convertWorkflowTemplate(parsed.context, parsed.value)
  const errors = parsed.context.errors.getErrors().map(error => error.message)
  if (errors.length > 0) throw new Error(`${file}: ${errors.join('; ')}`)
  return YAML.parse(content) as Workflow
}

export const needsOf = (job: Job): string[] => (job.needs === undefined ? [] : [job.needs].flat())

/** Every job that must have ended before this one. */
export function ancestorsOf(workflow: Workflow, job: Job): Set<string> {
  const found = new Set<string>()
  const walk = (name: string): void => {
    const parent = workflow.jobs[name]
    if (found.has(name) || !parent) return
    found.add(name)
    needsOf(parent).forEach(walk)
  }
  needsOf(job).forEach(walk)
  return found
}

/** The combinations of a matrix, with `include` and `exclude` as GitHub applies them. */
export function combinationsOf(matrix: Dict | undefined): Dict[] {
  if (!matrix) return [{}]
  const { include = [], exclude = [], ...axes } = matrix as Record<string, Json[]>
  let rows: Dict[] = [{}]
  for (const [axis, values] of Object.entries(axes))
    rows = rows.flatMap(row => (values ?? []).map(value => ({ ...row, [axis]: value })))
  const matches = (row: Dict, other: Dict, keys: string[]): boolean =>
    keys.every(key => JSON.stringify(row[key]) === JSON.stringify(other[key]))
  rows = rows.filter(row => !(exclude as Dict[]).some(other => matches(row, other, Object.keys(other))))
  for (const extra of include as Dict[]) {
    const shared = Object.keys(extra).filter(key => key in axes)
    const hits = rows.filter(row => Object.keys(axes).length > 0 && matches(row, extra, shared))
    for (const row of hits) Object.assign(row, extra)
    if (hits.length === 0) rows.push({ ...extra })
  }
  return rows.length > 1 ? rows.filter(row => Object.keys(row).length > 0) : rows
}

export const strings = (dict: Json | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries((dict ?? {}) as Dict).map(([key, value]) => [key, str(value)]))
