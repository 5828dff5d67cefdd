import { join, resolve } from 'node:path'
import { Option } from 'commander'
import type { Effects } from '../../effects/effects.ts'
import { explain } from '../../errors.ts'
import { deployFaults, deployOptions } from '../../inputs/stack.ts'
import { originOf } from '../../report/report.rules.ts'
import type { DeployReport } from '../../usecases/deploy/report.ts'
import { EXIT_CODES, exitCodesInWords } from '../../usecases/exit-codes.rules.ts'
import type { DeployRequest } from '../../usecases/requests.ts'
import { type AddCommand, addCommand, addInputs, onRun } from '../add-command.ts'
import {
  type ContentFiles,
  contentFiles,
  halfWay,
  inputFaults,
  readingFields,
  waitFields
} from '../deploy-options.ts'
import type { Door } from '../door.ts'
import { STACK_OPERAND, stackOf, stackOperand, targetFaults, targetOf } from '../engine-options.ts'
import { calledIn, collect, type Given, readings } from '../reading.rules.ts'

type Options = { digests?: string; plan?: true; dryRun?: true; reportDir?: string }
/** What the command line says; contents are read when the work begins. */
type Asked = Omit<DeployRequest, 'contents' | 'digests'> & { contentFiles: ContentFiles }

export const addDeploy: AddCommand = (program, door, exit) => {
  const command = addCommand(program, 'deploy', {
    summary: 'deploy a stack and wait until it runs',
    description:
      'Deploy a stack file and wait until every service runs what the file says; when one does not, its ' +
      "task's own error is shown and the whole stack goes back to what it was. The exit status says how it " +
      `ended: ${exitCodesInWords()}.`,
    examples: [
      ['swarmline deploy', 'the workload, as stack workshop'],
      ['swarmline deploy --plan', 'what it would change, and nothing else'],
      ['swarmline deploy shop --compose-file shop.yml --timeout 5m', 'a stack of yours'],
      ['cat shop.yml | swarmline deploy shop --compose-file -', 'a stack file from standard input'],
      [
        'swarmline deploy --variable TAG=v2 --prune',
        'a variable of the file; drop services it no longer has'
      ],
      ['swarmline deploy --setting delay=5s --setting redis.order=stop-first', 'how it is updated'],
      ['swarmline deploy --secret db_password=- < password', 'a secret from standard input'],
      ['swarmline deploy --probe http://nodes:80/ --max-failed-requests 0', 'lose no request, or go back'],
      ['swarmline deploy --report-dir report', 'with an HTML report, and every change of state'],
      ['swarmline deploy shop --docker-host ssh://ops@swarm.example.org', 'to an existing swarm'],
      ['swarmline deploy shop --context production', 'to that of a docker context']
    ]
  }).argument('[stack]', STACK_OPERAND)
  addInputs(command, deployOptions)
    .option('--report-dir <folder>', 'write an HTML report, report.json, junit.xml and more there')
    .addOption(new Option('--dry-run', 'the same as --plan').hideHelp())

  onRun(command, door, exit, () => {
    const options = command.opts<Options>()
    const asked = deployRequest(command.processedArgs[0], options, door)
    const complete = async (): Promise<DeployRequest> => {
      const { readContents, readText, readTexts } = await import('../deploy-contents.ts')
      const { contentFiles: files, ...request } = asked
      const digests = options.digests ? await readText(resolve(door.cwd, options.digests)) : ''
      const texts = await readTexts(request.composeFiles, process.stdin)
      return { ...request, digests, texts, contents: await readContents(files, process.stdin) }
    }
    return {
      left: halfWay(asked.stack),
      work: async fx => {
        const request = await complete()
        const texts = await import('../deploy-text.ts')
        if (options.plan || options.dryRun) {
          const plan = await door.useCases.planDeploy(request, door.home, fx)
          return { json: plan, text: async () => texts.planText(plan) }
        }
        const result = await door.useCases.deploy(request, door.home, fx)
        if (options.reportDir !== undefined)
          await report(result, request, resolve(door.cwd, options.reportDir), door, fx)
        return {
          json: result,
          text: async look => texts.deployReportText(result, look),
          exitCode: EXIT_CODES[result.outcome]
        }
      }
    }
  })
}

/** How the deploy ended is what counts: a report that cannot be written is a warning. */
async function report(
  result: DeployReport,
  { target }: DeployRequest,
  folder: string,
  { useCases, home, env }: Door,
  fx: Effects
): Promise<void> {
  try {
    await useCases.reportDeploy(result, { target, origin: originOf(env), folder }, home, fx)
    fx.log.info(`The report is ${join(folder, 'index.html')}`)
  } catch (error) {
    fx.log.warn(`the report could not be written to ${folder}: ${explain(error)}`)
  }
}

/** @throws `usage` that names every option with a wrong value. */
export function deployRequest(
  stack: string | undefined,
  options: Given,
  door: Pick<Door, 'cwd' | 'env' | 'home' | 'user'>
): Asked {
  const fields = { ...readings(deployOptions, options), stack: stackOperand(stack) }
  const values = collect('deploy', fields, all => [
    ...targetFaults(all, door),
    ...deployFaults(all, calledIn(deployOptions)),
    ...inputFaults(all)
  ])
  const { probe, probeRate, maxFailedRequests } = values
  return {
    target: targetOf(values, door),
    stack: stackOf(values),
    ...readingFields(values, values.composeFiles, door),
    settings: values.settings,
    stages: values.stages,
    unresolvedImages: values.unresolvedImages,
    isPruning: values.prune,
    ...waitFields(values, door),
    withRegistryAuth: values.registryAuth,
    onFailure: values.onFailure,
    probe: probe === undefined ? undefined : { url: probe, ratePerSecond: probeRate, maxFailedRequests },
    contentFiles: contentFiles(values, door.cwd)
  }
}
