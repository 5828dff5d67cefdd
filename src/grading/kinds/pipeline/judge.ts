import { readYaml } from '../../../effects/yaml/yaml.rules.ts'
import { fail, neutralise, pass } from '../../../verify/verify.rules.ts'
import type { Judgement } from '../../../verify/verify.ts'
import { isPushing, isTesting, jobsOf, linesOf, type WorkflowJob, type WorkflowStep } from './steps.rules.ts'

export type PipelineEvidence = {
  /** `.github/workflows/images.yml` with its text. */
  workflows: { file: string; text: string }[]
  /** The folder’s scripts, which steps may call. */
  scripts: { file: string; text: string }[]
}

export const PIPELINE_EXPECTED = 'a workflow tests the image, and pushes it only if the test passed'

const HINT =
  'let a step that can fail come before the one that pushes, in the same job or in one that it needs'

/** Every step that pushes must come after one that tests, and must not run when that one failed. */
export function judgePipeline({ workflows, scripts }: PipelineEvidence): Judgement {
  const failed = (observed: string): Judgement => fail(PIPELINE_EXPECTED, observed, HINT)
  if (workflows.length === 0) return failed('there is no workflow in .github/workflows/')
  const byFile = new Map(scripts.map(({ file, text }) => [file, text]))
  const pushes: string[] = []
  for (const { file, text } of workflows) {
    const jobs = readJobs(text)
    if (!jobs) return failed(`${file} is not valid YAML`)
    for (const job of jobs)
      for (const [index, step] of job.steps.entries()) {
        if (!isPushing(step, linesOf(step, byFile))) continue
        const name = `${file}: ${neutralise(step.name || step.uses || step.run, 60)}`
        const wrong = problemOf(step, index, job, jobs, byFile)
        if (wrong !== undefined) return failed(`${name} ${wrong}`)
        pushes.push(name)
      }
  }
  return pushes.length === 0 ? failed('no step pushes an image') : pass(PIPELINE_EXPECTED, pushes.join('; '))
}

function readJobs(text: string): WorkflowJob[] | undefined {
  const read = readYaml(text, { what: 'a workflow', begins: 'it begins with on: and jobs:' })
  return 'faults' in read ? undefined : jobsOf(read.yaml.plain())
}

function problemOf(
  step: WorkflowStep,
  index: number,
  job: WorkflowJob,
  jobs: readonly WorkflowJob[],
  scripts: ReadonlyMap<string, string>
): string | undefined {
  const isTest = (each: WorkflowStep): boolean => isTesting(each, linesOf(each, scripts))
  const isDecisive = (each: WorkflowStep): boolean => isTest(each) && !each.continuesOnError
  const before = job.steps.slice(0, index)
  const earlier = jobsBefore(job, jobs).flatMap(each => each.steps)
  if (before.some(isDecisive)) return goesOn(step.condition) ? 'runs also when the test failed' : undefined
  if (earlier.some(isDecisive)) return goesOn(job.condition) ? 'runs also when the test failed' : undefined
  if ([...before, ...earlier].some(isTest)) return 'comes after a test whose failure is ignored'
  const after = [...job.steps.slice(index), ...jobs.filter(each => each !== job).flatMap(each => each.steps)]
  return after.some(isTest) ? 'comes before the test' : 'comes after no test'
}

/** The jobs that must have succeeded before this one begins. */
function jobsBefore(job: WorkflowJob, jobs: readonly WorkflowJob[], seen = new Set<string>()): WorkflowJob[] {
  return job.needs.flatMap(id => {
    const needed = jobs.find(each => each.id === id)
    if (!needed || seen.has(id)) return []
    seen.add(id)
    return [needed, ...jobsBefore(needed, jobs, seen)]
  })
}

/** Conditions with these run after a failure as well. */
const goesOn = (condition: string): boolean => /\balways\(\)|\bfailure\(\)|!\s*cancelled\(\)/.test(condition)
