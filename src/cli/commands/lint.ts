import { resolve } from 'node:path'
import type { LintRequest } from '../../usecases/lint.ts'
import { type AddCommand, addCommand, onRun, repeated } from '../add-command.ts'
import { givenVariables } from '../deploy-options.ts'
import type { Door } from '../door.ts'
import { DEFAULTS } from '../options.ts'
import { collect, given, then } from '../reading.rules.ts'
import { stackName } from '../values.rules.ts'

type Options = {
  stack?: string
  env?: string[]
  envFile?: string[]
  profile?: string[]
  strict?: true
}

export const addLint: AddCommand = (program, door, exit) => {
  const command = addCommand(program, 'lint', {
    summary: 'check stack files, without an engine',
    description:
      'Read stack files as a deploy does, and say with file and line what docker or a swarm refuses, ignores or ' +
      'does otherwise, and what will hurt later. No engine, registry or docker client is needed. The exit status ' +
      'is 0 without errors, 1 with them. A comment in the file silences a rule: # swarmline: ignore RULE',
    examples: [
      ['swarmline lint', 'docker-compose.yml of this folder'],
      ['swarmline lint base.yml production.yml', 'two files, the later over the earlier'],
      ['swarmline lint --stack acme-production', 'names that are too long with the name of the stack'],
      ['cat shop.yml | swarmline lint -', 'from standard input'],
      ['swarmline lint --strict --json', 'for programs; keys that a swarm ignores are errors']
    ]
  })
    .argument('[files...]', 'stack files, or - for standard input; later ones override')
    .option('--stack <name>', "the stack's name, which names in a swarm begin with")
    .addOption(repeated('--env <key=value>', 'variable of the stack file, beside the environment', []))
    .addOption(repeated('--env-file <file>', 'file with such variables', []))
    .addOption(repeated('--profile <name>', 'profile whose services are checked, * for all', []))
    .option('--strict', 'keys that a swarm ignores are errors')

  onRun(command, door, exit, () => {
    const request = lintRequest(command.processedArgs[0] ?? [], command.opts<Options>(), door)
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
  options: Options,
  { cwd, env }: Pick<Door, 'cwd' | 'env'>
): LintRequest {
  const paths = (some: readonly string[]): string[] => some.map(file => resolve(cwd, file))
  return collect<LintRequest>('lint', {
    composeFiles: given(paths(files.length > 0 ? files : [DEFAULTS.composeFile])),
    shownFrom: given(cwd),
    envFiles: given(paths(options.envFile ?? [])),
    profiles: given(options.profile ?? []),
    variables: givenVariables(options.env ?? [], env),
    isStrict: given(options.strict ?? false),
    stack:
      options.stack === undefined ? given(undefined) : then(stackName(options.stack), name => given(name))
  })
}
