/** A step of a workflow as YAML gives it; what has not the form that it should have is left out. */
export type WorkflowStep = {
  name: string
  uses: string
  run: string
  with: Record<string, unknown>
  condition: string
  continuesOnError: boolean
}
export type WorkflowJob = { id: string; needs: string[]; condition: string; steps: WorkflowStep[] }

type Mapping = Record<string, unknown>
const mapping = (value: unknown): Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Mapping) : {}
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The jobs of a workflow. */
export function jobsOf(workflow: unknown): WorkflowJob[] {
  return Object.entries(mapping(mapping(workflow).jobs)).map(([id, value]) => {
    const { needs, steps, if: condition } = mapping(value)
    return {
      id,
      needs: (Array.isArray(needs) ? needs : [needs]).filter(each => typeof each === 'string'),
      condition: String(condition ?? ''),
      steps: (Array.isArray(steps) ? steps : []).map(stepOf)
    }
  })
}

function stepOf(value: unknown): WorkflowStep {
  const step = mapping(value)
  return {
    name: text(step.name),
    uses: text(step.uses),
    run: text(step.run),
    with: mapping(step.with),
    condition: String(step.if ?? ''),
    continuesOnError: step['continue-on-error'] !== undefined && step['continue-on-error'] !== false
  }
}

/** What a step runs, line by line: without comments and what is only printed, with the text of the folder’s scripts. */
export function linesOf(step: WorkflowStep, scripts: ReadonlyMap<string, string>): string[] {
  const own = commandLines(step.run)
  const called = own
    .filter(line => !isForgiven(line))
    .flatMap(line =>
      [...scripts].filter(([file]) => mentions(line, file)).flatMap(([, script]) => commandLines(script))
    )
  return [...own, ...called]
}

const mentions = (line: string, file: string): boolean =>
  line.split(/[\s;&|()"']+/).some(word => word.replace(/^(?:\.\/)+/, '') === file)

function commandLines(script: string): string[] {
  return script
    .replace(/\\\n/g, ' ')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#') && !/^(?:echo|printf|:)\b/.test(line))
}

const PUSHING =
  /\bdocker\s+(?:image\s+)?push\b|\bdocker\b.*\bcompose\b.*\bpush\b|\bdocker\b.*\bbuild\b.*\s--push\b|\bbuildah\s+push\b|\bcrane\s+(?:push|copy|cp)\b/
const OWN_BUILD = /\bswarmline\s+build\b(?!.*--no-push)/

/** Whether an image leaves the machine in this step. */
export function isPushing(step: WorkflowStep, lines: readonly string[]): boolean {
  if (lines.some(line => PUSHING.test(line) || OWN_BUILD.test(line))) return true
  const [action = ''] = step.uses.split('@')
  const isAsked = (value: unknown): boolean => value !== undefined && String(value) !== 'false'
  if (action === 'docker/build-push-action' || action === 'docker/bake-action')
    return isAsked(step.with.push) || /type=registry|push=true/.test(String(step.with.outputs ?? ''))
  return /(?:^|\/)actions\/build-push$/.test(action) && String(step.with.push ?? 'true') !== 'false'
}

/**
 * Whether a step tries what was built: it starts a container and lets its exit status, or an answer of it, decide; or
 * runs one of the usual test programs.
 */
export function isTesting(step: WorkflowStep, lines: readonly string[]): boolean {
  const [action = ''] = step.uses.split('@')
  if (/(?:^|\/)actions\/verify$/.test(action)) return true
  return lines.some(line => TESTING.test(line) && !isForgiven(line))
}

/** Its failure is none. */
const isForgiven = (line: string): boolean => /\|\|\s*(?:true|:|exit 0)\s*$/.test(line)

const TESTING =
  /\bdocker\s+(?:container\s+)?(?:run|exec)\b|\bdocker\b.*\bcompose\b.*\b(?:run|up|exec)\b|\b(?:phpunit|pest|pytest|jest|bats|goss|container-structure-test)\b|\b(?:npm|pnpm|yarn)\s+(?:run\s+)?test\b|\bgo\s+test\b|\bcomposer\s+(?:run\s+)?test\b|\bswarmline\s+verify\b|\bpython3?\s+-m\s+(?:pytest|unittest)\b/
