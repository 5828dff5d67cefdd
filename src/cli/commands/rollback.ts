import { EXIT_CODES, exitCodesInWords } from '../../usecases/exit-codes.rules.ts'
import type { RollbackRequest } from '../../usecases/requests.ts'
import { type AddCommand, addCommand, onRun } from '../add-command.ts'
import { addWaitOptions, halfWay, type RolloutOptions, waitFields } from '../deploy-options.ts'
import type { Door } from '../door.ts'
import { addTarget, DEFAULTS, type TargetOptions, targetOf } from '../options.ts'
import { collect, given, wholeNumber } from '../reading.rules.ts'
import { stackName } from '../values.rules.ts'

type Options = TargetOptions &
  Pick<RolloutOptions, 'timeout' | 'wait' | 'keepDeploys'> & { to?: string; registryAuth: boolean }

export const addRollback: AddCommand = (program, door, exit) => {
  const command = addCommand(program, 'rollback', {
    summary: 'take a stack back to an earlier deploy',
    description:
      'Give every service of a stack the spec that it had at an earlier deploy, and wait until that runs. The ' +
      `swarm itself remembers the last deploys. The exit status says how it ended: ${exitCodesInWords()}.`,
    examples: [
      ['swarmline rollback', 'to the last deploy that converged and is not what runs now'],
      ['swarmline rollback shop --to 7', 'to a deploy by its number, as `swarmline status shop` lists them']
    ]
  }).argument('[stack]', "the stack's name", DEFAULTS.stack)
  addWaitOptions(addTarget(command))
    .option('--to <n>', 'the number of a deploy')
    .option('--no-registry-auth', "do not send the registry's login to the nodes")

  onRun(command, door, exit, () => {
    const request = rollbackRequest(command.processedArgs[0], command.opts<Options>(), door)
    return {
      left: halfWay(request.stack),
      work: async fx => {
        const result = await door.useCases.rollback(request, door.home, fx)
        return {
          json: result,
          text: async look => (await import('../deploy-text.ts')).rollbackText(result, look),
          exitCode: EXIT_CODES[result.result.outcome]
        }
      }
    }
  })
}

/** @throws `usage` that names every option with a wrong value. */
export function rollbackRequest(
  stack: string,
  options: Options,
  door: Pick<Door, 'cwd' | 'env' | 'user'>
): RollbackRequest {
  return collect<RollbackRequest>('rollback', {
    target: targetOf(options, door),
    stack: stackName(stack),
    to: options.to === undefined ? given(undefined) : wholeNumber('--to', options.to, 1, 999_999_999),
    withRegistryAuth: given(options.registryAuth),
    ...waitFields(options, door)
  })
}
