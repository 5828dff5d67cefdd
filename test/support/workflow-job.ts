// Runs the steps of one job, with its environment, masks, conditions and post steps.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { StepResult } from './action.ts'
import { type Contexts, condition, type Functions, interpolate, type Json, str } from './expr.ts'
import {
  type Dict,
  type Job,
  type JobRecord,
  type Options,
  type Step,
  type StepRecord,
  strings,
  type Workflow
} from './workflow-model.ts'
import { runStep } from './workflow-step.ts'

/** What the steps of a job change as they run. */
type JobState = {
  isFailed: boolean
  env: Record<string, string>
  path: string[]
  masks: string[]
  posts: (() => Promise<void>)[]
}

export async function runJob(
  workflow: Workflow,
  job: Job,
  contexts: Contexts,
  options: Options
): Promise<JobRecord> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'job-'))
  const runner = runnerEnvironment(contexts, options, scratch)
  const env = strings(interpolate(workflow.env ?? {}, contexts))
  Object.assign(env, strings(interpolate(job.env ?? {}, { ...contexts, env })))
  const masks = Object.values(options.secrets ?? {}).filter(Boolean)
  const state: JobState = { isFailed: false, env, path: [], masks, posts: [] }
  const defaults = { ...workflow.defaults?.run, ...job.defaults?.run }
  const record: JobRecord = { result: 'success', outputs: {}, steps: [] }
  const steps: Dict = {}

  const mask = (text: string): string =>
    state.masks.reduce((rest, word) => rest.replaceAll(word, '***'), text)
  const entry = (id: string, result: Partial<StepResult>): StepRecord => ({
    id,
    outcome: result.exitCode ? 'failure' : 'success',
    conclusion: result.exitCode ? 'failure' : 'success',
    outputs: result.outputs ?? {},
    log: mask(result.log ?? ''),
    summary: result.summary ?? ''
  })

  const runOne = async (step: Step, id: string, scope: Contexts, seen: Dict): Promise<StepRecord> => {
    const functions = statusFunctions(state)
    const status = { status: state.isFailed ? 'failure' : 'success' }
    const outer = { ...scope, env: state.env, steps: seen, job: status }
    const stepEnv = { ...state.env, ...strings(interpolate(step.env ?? {}, outer, functions)) }
    const inner: Contexts = { ...outer, env: stepEnv, runner: { os: 'Linux', temp: scratch } }
    const skipped: StepRecord = { ...entry(id, {}), outcome: 'skipped', conclusion: 'skipped' }
    if (!condition(step.if, inner, functions)) return skipped
    const folder = str(
      interpolate(step['working-directory'] ?? defaults['working-directory'] ?? '.', inner, functions)
    )
    const result = await runStep(step, {
      options,
      contexts: inner,
      functions,
      env: { ...runner, ...stepEnv, PATH: [...state.path, runner.PATH].join(':') },
      shell: step.shell ?? defaults.shell,
      workingDirectory: path.resolve(options.root, folder),
      scratch,
      runNested: async (nested, inputs) => {
        const outputs: Dict = {}
        const wasFailed = state.isFailed
        const records = await runAll(nested, { ...scope, inputs }, outputs)
        return { records, outputs, isFailed: state.isFailed && !wasFailed }
      },
      addPost: post =>
        state.posts.unshift(async () => {
          const done = entry(`post:${id}`, await post())
          record.steps.push(done)
          if (done.outcome === 'failure') state.isFailed = true
        })
    })
    state.masks.push(...(result.masks ?? []).filter(Boolean))
    Object.assign(state.env, result.env)
    state.path.unshift(...(result.path ?? []))
    const done = entry(id, result)
    const isTolerated = interpolate(step['continue-on-error'] ?? false, inner, functions) === true
    return isTolerated ? { ...done, conclusion: 'success' } : done
  }

  const runAll = async (list: Step[], scope: Contexts, seen: Dict): Promise<StepRecord[]> => {
    const records: StepRecord[] = []
    for (const [index, step] of list.entries()) {
      const id = step.id ?? `__${index}`
      const done = await runOne(step, id, scope, seen)
      if (done.conclusion === 'failure') state.isFailed = true
      records.push(done)
      seen[id] = { outputs: done.outputs, outcome: done.outcome, conclusion: done.conclusion }
    }
    return records
  }

  record.steps.push(...(await runAll(job.steps ?? [], contexts, steps)))
  for (const post of state.posts) await post()
  rmSync(scratch, { recursive: true })
  const ended: Contexts = { ...contexts, env: state.env, steps }
  record.outputs = strings(interpolate(job.outputs ?? {}, ended))
  if (job.environment !== undefined) record.environment = interpolate(job.environment, ended)
  const isTolerated = interpolate(job['continue-on-error'] ?? false, contexts) === true
  record.result = state.isFailed && !isTolerated ? 'failure' : 'success'
  return record
}

const statusFunctions = (state: JobState): Functions => ({
  success: () => !state.isFailed,
  failure: () => state.isFailed,
  always: () => true,
  cancelled: () => false,
  hashFiles: () => ''
})

function runnerEnvironment(
  contexts: Contexts,
  options: Options,
  scratch: string
): Record<string, string> & { PATH: string } {
  const github = contexts.github as Dict
  const eventFile = path.join(scratch, '.event.json')
  writeFileSync(eventFile, JSON.stringify(github.event ?? {}))
  const named = Object.entries(github).filter(
    (pair): pair is [string, Exclude<Json, object>] => typeof pair[1] !== 'object'
  )
  return {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: options.root,
    GITHUB_EVENT_PATH: eventFile,
    RUNNER_TEMP: scratch,
    RUNNER_OS: 'Linux',
    ...Object.fromEntries(named.map(([name, value]) => [`GITHUB_${name.toUpperCase()}`, str(value)])),
    ...options.env
  }
}
