// A small host runner for our own workflows: jobs in `needs` order, matrix, `if:`, outputs, env files, `run`
// steps, local actions and reusable workflows, stubs for the rest. GitHub's own parser and expressions.
import path from 'node:path'
import { type Contexts, condition, type Functions, interpolate, type Json, str } from './expr.ts'
import { runJob } from './workflow-job.ts'
import {
  ancestorsOf,
  combinationsOf,
  type Dict,
  type Job,
  type JobRecord,
  loadWorkflow,
  needsOf,
  type Options,
  type Result,
  type Workflow
} from './workflow-model.ts'

export type WorkflowRun = {
  jobs: Record<string, JobRecord>
  result: Result
  outputs: Record<string, string>
}

/** @throws when the file is not a valid workflow, or uses an action for which there is no stub */
export async function runWorkflow(file: string, options: Options): Promise<WorkflowRun> {
  const workflow = await loadWorkflow(file, options.root)
  const base: Contexts = {
    github: githubContext(file, options),
    inputs: options.inputs ?? {},
    vars: options.vars ?? {},
    secrets: options.secrets ?? {}
  }
  const jobs: Record<string, JobRecord> = {}
  const pending = new Map(Object.entries(workflow.jobs))
  while (pending.size > 0) {
    const ready = [...pending].filter(([, job]) => needsOf(job).every(name => jobs[name]))
    if (ready.length === 0) throw new Error(`${file}: jobs need each other in a circle`)
    for (const [id, job] of ready) {
      pending.delete(id)
      jobs[id] = await runOrSkip(workflow, job, base, jobs, options)
    }
  }
  const isFailed = Object.values(jobs).some(job => job.result === 'failure')
  return { jobs, outputs: calledOutputs(workflow, base, jobs), result: isFailed ? 'failure' : 'success' }
}

async function runOrSkip(
  workflow: Workflow,
  job: Job,
  base: Contexts,
  jobs: Record<string, JobRecord>,
  options: Options
): Promise<JobRecord> {
  const results = [...ancestorsOf(workflow, job)].map(name => jobs[name]?.result)
  const needs = Object.fromEntries(
    needsOf(job).map(name => [name, { result: jobs[name]?.result ?? '', outputs: jobs[name]?.outputs ?? {} }])
  )
  const functions: Functions = {
    success: () => results.every(result => result === 'success'),
    failure: () => results.includes('failure'),
    always: () => true,
    cancelled: () => false
  }
  const contexts: Contexts = { ...base, needs }
  if (!condition(job.if, contexts, functions)) return { result: 'skipped', outputs: {}, steps: [] }
  if (job.uses) return runCalled(job, job.uses, contexts, options)
  const matrix = interpolate((job.strategy?.matrix ?? null) as Json, contexts) as Dict | null
  const rows = combinationsOf(matrix ?? undefined)
  const runs: JobRecord[] = []
  for (const row of rows)
    runs.push(
      await runJob(
        workflow,
        job,
        { ...contexts, matrix: row, strategy: { 'job-total': rows.length } },
        options
      )
    )
  return {
    result: runs.some(run => run.result === 'failure') ? 'failure' : 'success',
    outputs: Object.assign({}, ...runs.map(run => run.outputs)),
    steps: runs.flatMap(run => run.steps),
    ...(runs[0]?.environment === undefined ? {} : { environment: runs[0].environment })
  }
}

async function runCalled(job: Job, file: string, contexts: Contexts, options: Options): Promise<JobRecord> {
  const inputs = interpolate(job.with ?? {}, contexts) as Dict
  const { result, outputs, jobs } = await runWorkflow(file.replace(/^\.\//, ''), { ...options, inputs })
  return { result, outputs, steps: Object.values(jobs).flatMap(called => called.steps) }
}

function calledOutputs(
  workflow: Workflow,
  base: Contexts,
  records: Record<string, JobRecord>
): Record<string, string> {
  const call = (workflow.on as Dict | null)?.workflow_call as
    | { outputs?: Record<string, { value: string }> }
    | null
    | undefined
  const jobs = Object.fromEntries(
    Object.entries(records).map(([id, { result, outputs }]) => [id, { result, outputs }])
  )
  return Object.fromEntries(
    Object.entries(call?.outputs ?? {}).map(([name, { value }]) => [
      name,
      str(interpolate(value, { ...base, jobs }))
    ])
  )
}

function githubContext(file: string, options: Options): Dict {
  return {
    event_name: options.event ?? 'push',
    repository: 'octo/swarm',
    repository_owner: 'octo',
    sha: '0'.repeat(40),
    ref: 'refs/heads/main',
    ref_name: 'main',
    run_id: '1',
    run_attempt: '1',
    actor: 'octocat',
    workflow: path.basename(file),
    event: options.payload ?? {},
    ...options.github
  }
}
