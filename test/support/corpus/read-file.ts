// One stack file through reading, linting, planning and rendering, without an engine.
import { explain, SwarmlineError } from '../../../src/errors.ts'
import { inspectStack } from '../../../src/stack/lint/load.ts'
import { planChanges } from '../../../src/stack/plan/plan-changes.rules.ts'
import type { Finding } from '../../../src/stack/read/findings.rules.ts'
import type { Model } from '../../../src/stack/read/plain.rules.ts'
import { renderStack } from '../../../src/stack/read/render.rules.ts'

/** `path` is absolute; the file need not be there. */
export type CorpusFile = { path: string; text: string; variables: Readonly<Record<string, string>> }

export type Reading = {
  /** What was found; `yaml` where the file is no stack file at all. */
  findings: Pick<Finding, 'rule' | 'severity' | 'service' | 'text'>[]
  services: number
  model: Model | undefined
  rendered: string | undefined
  ms: number
  /** An error that is none of ours. */
  crash: string | undefined
}

const EMPTY = { services: [], networks: [], secrets: [], configs: [], apiVersion: '1.50' }
/** Of files that lie beside a stack file where it is deployed, and not here. */
const ELSEWHERE = ['missing-secret', 'missing-config', 'missing-file']

export async function readCorpusFile({ path, text, variables }: CorpusFile): Promise<Reading> {
  const began = performance.now()
  const result = { findings: [] as Reading['findings'], services: 0, model: undefined, rendered: undefined }
  const ms = (): number => performance.now() - began
  try {
    const plan = await inspectStack({ composeFiles: [path], texts: { [path]: text }, variables })
    const findings = plan.findings.filter(({ rule }) => !ELSEWHERE.includes(rule))
    planChanges(plan.model, 's', EMPTY, { isPruning: true })
    const rendered = renderStack(plan.model)
    return {
      findings,
      services: plan.services.length,
      model: plan.model,
      rendered,
      ms: ms(),
      crash: undefined
    }
  } catch (error) {
    if (!(error instanceof SwarmlineError))
      return { ...result, ms: ms(), crash: String((error as Error).stack) }
    const said = { rule: 'yaml', severity: 'error' as const, text: explain(error) }
    return { ...result, findings: [said], ms: ms(), crash: undefined }
  }
}
