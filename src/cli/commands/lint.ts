import { input } from '../../inputs/input.ts'
import { optional } from '../../inputs/kinds.ts'
import { readingInputs } from '../../inputs/stack.ts'
import { stackName } from '../../inputs/target.ts'
import type { LintRequest } from '../../usecases/lint.ts'
import { type AddCommand, addCommand, addInputs, onRun } from '../add-command.ts'
import { readingFields } from '../deploy-options.ts'
import type { Door } from '../door.ts'
import { DEFAULTS } from '../options.ts'
import { collect, type Given, readings } from '../reading.rules.ts'

const lintOptions = {
  stack: input(optional(stackName), "the stack's name, which names in a swarm begin with"),
  ...readingInputs
}

export const addLint: AddCommand = (program, door, exit) => {
  const command = addCommand(program, 'lint', {
    summary: 'check stack files, without an engine',
    description:
      'Read stack files as a deploy does, and say with file and line what docker or a swarm refuses, ignores or ' +
      'handles differently, and what will cause trouble later. No engine, registry or docker client is needed. The exit status ' +
      'is 0 without errors, 1 with them. A comment in the file silences a rule: # swarmline: ignore RULE',
    examples: [
      ['swarmline lint', 'docker-compose.yml of this folder'],
      ['swarmline lint base.yml production.yml', 'two files; the later one overrides the earlier'],
      ['swarmline lint --stack acme-production', 'also find names that are too long with the stack name'],
      ['cat shop.yml | swarmline lint -', 'from standard input'],
      ['swarmline lint --strict --json', 'for programs; keys that a swarm ignores are errors']
    ]
  }).argument('[files...]', 'stack files, or - for standard input; later ones override earlier ones')
  addInputs(command, lintOptions)

  onRun(command, door, exit, () => {
    const request = lintRequest(command.processedArgs[0] ?? [], command.opts(), door)
    return {
      left: 'nothing was changed',
      work: async () => {
        const { readTexts } = await import('../deploy-contents.ts')
        const texts = await readTexts(request.composeFiles, process.stdin)
        const result = await door.useCases.lint({ ...request, texts })
        const { lintText } = await import('../lint-text.ts')
        return { json: result, text: async () => lintText(result), exitCode: result.counts.error > 0 ? 1 : 0 }
      }
    }
  })
}

/** @throws `usage` that names every option with a wrong value. */
export function lintRequest(
  files: readonly string[],
  options: Given,
  door: Pick<Door, 'cwd' | 'env'>
): LintRequest {
  const values = collect('lint', readings(lintOptions, options))
  const composeFiles = files.length > 0 ? files : [DEFAULTS.composeFile]
  return { ...readingFields(values, composeFiles, door), stack: values.stack }
}
