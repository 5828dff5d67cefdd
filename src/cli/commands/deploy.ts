import { resolve } from 'node:path'
import { EXIT_CODES, exitCodesInWords } from '../../usecases/exit-codes.rules.ts'
import type { DeployRequest } from '../../usecases/requests.ts'
import { type AddCommand, addCommand, onRun, repeated } from '../add-command.ts'
import type { Door, Environment } from '../door.ts'
import { addTarget, DEFAULTS, type TargetOptions, targetOf } from '../options.ts'
import { collect, given, type Reading } from '../reading.rules.ts'
import { duration, pairs, stackName } from '../values.rules.ts'

type Options = TargetOptions & {
  file?: string[]
  env?: string[]
  timeout: string
  registryAuth: boolean
  prune?: true
}

export const addDeploy: AddCommand = (program, door, exit) => {
  const command = addCommand(program, 'deploy', {
    summary: 'deploy a stack and wait until it runs',
    description:
      'Deploy a stack file and wait until every service runs what the file says; when one does not, its ' +
      `task's own error is shown. The exit status says how it ended: ${exitCodesInWords()}.`,
    examples: [
      ['swarmline deploy', 'the workload, as stack workshop'],
      ['swarmline deploy shop --file shop.yml --timeout 5m', 'a stack of yours'],
      ['swarmline deploy --env TAG=v2 --prune', 'a variable of the file; drop services it no longer has'],
      ['swarmline deploy --docker-host ssh://ops@swarm.example.org', 'to a swarm that exists']
    ]
  }).argument('[stack]', "the stack's name", DEFAULTS.stack)
  addTarget(command)
    .addOption(repeated('--file <file>', 'stack file, later ones override', [DEFAULTS.composeFile]))
    .addOption(repeated('--env <key=value>', 'variable of the stack file, beside the environment', []))
    .option('--timeout <time>', 'how long it may take to converge', '10m')
    .option('--no-registry-auth', "do not send the registry's login to the nodes")
    .option('--prune', 'remove services that the file no longer has')

  onRun(command, door, exit, () => {
    const request = deployRequest(command.processedArgs[0], command.opts<Options>(), door)
    return {
      work: async fx => {
        const result = await door.useCases.deploy(request, door.home, fx)
        return {
          json: result,
          text: async look => (await import('../result-text.ts')).deployText(result, look),
          exitCode: EXIT_CODES[result.outcome]
        }
      }
    }
  })
}

/** @throws `usage` that names every option with a wrong value. */
export function deployRequest(
  stack: string,
  options: Options,
  door: Pick<Door, 'cwd' | 'env'>
): DeployRequest {
  return collect<DeployRequest>('deploy', {
    target: targetOf(options, door),
    stack: stackName(stack),
    composeFiles: given((options.file ?? [DEFAULTS.composeFile]).map(file => resolve(door.cwd, file))),
    variables: variables(options.env ?? [], door.env),
    timeoutMs: duration('--timeout', options.timeout),
    withRegistryAuth: given(options.registryAuth),
    isPruning: given(options.prune ?? false)
  })
}

/** As docker's own tools do: the whole environment, and above it what was given on the command line. */
function variables(texts: string[], env: Environment): Reading<Record<string, string>> {
  const added = pairs('--env', texts)
  if ('fault' in added) return added
  const inherited = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { value: { ...Object.fromEntries(inherited), ...added.value } }
}
