// Loads stacks that are texts, from files in a folder that goes away with the test file.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { explain } from '../../src/errors.ts'
import { type LoadRequest, readStack } from '../../src/stack/lint/load.ts'
import type { StackPlan } from '../../src/stack/read/stack-plan.ts'

export type StackFolder = {
  path: string
  /** The texts are `stack0.yml`, `stack1.yml` …. */
  load(
    text: string | string[],
    variables?: Record<string, string>,
    more?: Partial<LoadRequest>
  ): Promise<StackPlan>
  /** The line that people see, with `.` for the folder; `accepted`. */
  refusal(text: string | string[], variables?: Record<string, string>): Promise<string>
  remove(): void
}

export function stackFolder(): StackFolder {
  const folder = mkdtempSync(path.join(tmpdir(), 'load-test-'))
  const load: StackFolder['load'] = async (text, variables = {}, more = {}) => {
    const composeFiles = [text].flat().map((content, i) => {
      const file = path.join(folder, `stack${i}.yml`)
      writeFileSync(file, content)
      return file
    })
    return (await readStack({ composeFiles, variables, ...more })).plan
  }
  return {
    path: folder,
    load,
    refusal: (text, variables) =>
      load(text, variables).then(
        () => 'accepted',
        error => explain(error).replaceAll(folder, '.')
      ),
    remove: () => rmSync(folder, { recursive: true, force: true })
  }
}
