// Runs one step as the runner does: a script, a local action, or a stub in place of an action from elsewhere.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { type ActionMetadata, readAction, runAction, runProcess, type StepResult } from './action.ts'
import { type Contexts, type Functions, interpolate, type Json, str } from './expr.ts'
import { type Dict, type Options, type Step, type StepRecord, strings } from './workflow-model.ts'

/** What a step sees of its job, and the steps of a composite action of theirs. */
export type StepScope = {
  options: Options
  contexts: Contexts
  functions: Functions
  /** The whole environment. */
  env: Record<string, string>
  shell: string | undefined
  workingDirectory: string
  scratch: string
  /** Runs the steps of a composite action. */
  runNested(steps: Step[], inputs: Dict): Promise<{ records: StepRecord[]; outputs: Dict; isFailed: boolean }>
  /** Keeps a post step for the end of the job. */
  addPost(post: () => Promise<StepResult>): void
}

export async function runStep(step: Step, scope: StepScope): Promise<Partial<StepResult>> {
  const fill = (value: Json): Json => interpolate(value, scope.contexts, scope.functions)
  if (step.run !== undefined) return runScript(str(fill(step.run)), scope)
  const inputs = strings(fill(step.with ?? {}))
  const stub = scope.options.stubs?.[(step.uses ?? '').split('@')[0] ?? '']
  if (stub) return { exitCode: 0, ...(await stub(inputs, scope.env)) }
  if (!step.uses?.startsWith('./')) throw new Error(`no stub for ${step.uses}`)
  const dir = path.resolve(scope.options.root, step.uses)
  const action = readAction(dir)
  for (const [name, input] of Object.entries(action.inputs ?? {}))
    if (!(name in inputs) && input.default !== undefined) inputs[name] = str(fill(String(input.default)))
  return action.runs.using === 'composite'
    ? runComposite(action, inputs, scope)
    : runJavaScript(dir, action, inputs, scope)
}

function runScript(text: string, { shell, scratch, workingDirectory, env }: StepScope): Promise<StepResult> {
  const script = path.join(scratch, `${process.hrtime.bigint()}.sh`)
  writeFileSync(script, text)
  const argv: [string, ...string[]] =
    shell === 'bash'
      ? ['bash', '--noprofile', '--norc', '-eo', 'pipefail', script]
      : [shell ?? 'bash', '-e', script]
  return runProcess(argv, { cwd: workingDirectory, env })
}

async function runComposite(
  action: ActionMetadata,
  inputs: Record<string, string>,
  scope: StepScope
): Promise<Partial<StepResult>> {
  const nested = await scope.runNested(action.runs.steps ?? [], inputs)
  const outputs = Object.fromEntries(
    Object.entries(action.outputs ?? {}).map(([name, output]) => [name, output.value ?? ''])
  )
  return {
    exitCode: nested.isFailed ? 1 : 0,
    log: nested.records.map(record => record.log).join(''),
    outputs: strings(interpolate(outputs, { ...scope.contexts, inputs, steps: nested.outputs }))
  }
}

async function runJavaScript(
  dir: string,
  action: ActionMetadata,
  inputs: Record<string, string>,
  { env, options, addPost }: StepScope
): Promise<StepResult> {
  const main = await runAction(dir, inputs, { env, cwd: options.root })
  if (action.runs.post)
    addPost(() => runAction(dir, inputs, { env, cwd: options.root, phase: 'post', state: main.state }))
  return main
}
