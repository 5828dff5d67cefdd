import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Effects } from '../../effects/effects.ts'
import { explain, SwarmlineError } from '../../errors.ts'
import { originOf } from '../../report/origin.rules.ts'
import type { VerifyRequest } from '../../usecases/requests.ts'
import type { VerifyResult } from '../../verify/verdict.ts'
import { type AddCommand, addCommand, onRun, repeated } from '../add-command.ts'
import type { Door } from '../door.ts'
import { addTarget, DEFAULTS, type TargetOptions, targetOf } from '../options.ts'
import { collect } from '../reading.rules.ts'
import type { Answer } from '../stage.ts'
import { type SuiteOptions, suiteRequest } from '../suite-options.ts'
import { stackName } from '../values.rules.ts'

type Options = TargetOptions & SuiteOptions & { reportDir?: string }

export const addVerify: AddCommand = (program, door, exit) => {
  const command = addCommand(program, 'verify', {
    summary: 'prove that the stack does what it should',
    description:
      'Check what follows from the stack: nodes ready, services converged and placed, ports answering on every node, ' +
      'networks isolated, names, secrets and security. With --suite, check what suites say instead. Ends with status 1 ' +
      'unless every check passes.',
    examples: [
      ['swarmline verify shop', 'what follows from the stack'],
      ['swarmline verify shop --init checks.yml', 'the same as a suite, to go on with'],
      [
        'swarmline verify shop --suite checks.yml --report-dir report',
        'suites of yours, with a page to look at'
      ],
      ['swarmline verify --suite suites/workload.yml --tag traffic', 'the checks of a suite that have a tag'],
      ['swarmline verify --suite checks.yml --list', 'the checks that would run'],
      ['swarmline verify --explain http', 'what a kind of check measures and takes']
    ]
  }).argument('[stack]', "the stack's name", DEFAULTS.stack)
  addTarget(command)
    .addOption(
      repeated('--suite <file>', 'suite of checks to run, instead of what follows from the stack', [])
    )
    .addOption(repeated('--only <id>', 'check to run, by its id', []))
    .addOption(repeated('--tag <tag>', 'checks of the suites to run, by a tag', []))
    .addOption(repeated('--var <name=value>', 'value for ${NAME} in the suites', []))
    .addOption(repeated('--compose-file <file>', 'stack file whose lines verdicts show', []))
    .option('--evidence <folder>', 'keep what was measured, one file for each check')
    .option('--allow-disruption', 'run checks that disturb the swarm, too; each is undone')
    .option('--init <file>', 'write what follows from the stack as a suite, and measure nothing')
    .option('--list', 'list the checks of the suites and measure nothing')
    .option('--explain [kind]', 'say what a kind of check measures and takes; alone: which kinds there are')
    .option('--report-dir <folder>', 'write a page, report.json, junit.xml and more there')

  onRun(command, door, exit, () => {
    const options = command.opts<Options>()
    const { explain } = options
    if (explain === true)
      return {
        work: async () => {
          const kinds = await door.useCases.listKinds()
          return {
            json: { kinds },
            text: async look => (await import('../suite-text.ts')).kindsText(kinds, look)
          }
        }
      }
    if (explain !== undefined)
      return {
        work: async () => {
          const kind = await door.useCases.explainKind(explain)
          return {
            json: kind,
            text: async look => (await import('../suite-text.ts')).explainedText(kind, look)
          }
        }
      }
    const request = withEvidence(verifyRequest(command.processedArgs[0], options, door), options, door)
    const { suite } = request
    const { reportDir } = options
    const { init } = options
    if (init !== undefined)
      return { work: async fx => initialized(resolve(door.cwd, init), request, door, fx) }
    if (options.list)
      return {
        work: async () => {
          const checks = await door.useCases.listChecks(suite)
          return {
            json: { checks },
            text: async look => (await import('../suite-text.ts')).listedText(checks, look)
          }
        }
      }
    return {
      work: async fx => {
        const result = await door.useCases.verify(request, door.home, fx)
        if (reportDir !== undefined) await report(result, request, resolve(door.cwd, reportDir), door, fx)
        return {
          json: result,
          text: async look => (await import('../result-text.ts')).verifyText(result, look),
          exitCode: result.status === 'pass' ? 0 : 1
        }
      }
    }
  })
}

/** Whoever asks for a report gets the evidence beside it, unless it is to go elsewhere. */
function withEvidence(request: VerifyRequest, { reportDir }: Options, { cwd }: Door): VerifyRequest {
  const { suite } = request
  if (reportDir === undefined || suite.evidenceDir !== undefined) return request
  return { ...request, suite: { ...suite, evidenceDir: resolve(cwd, reportDir, 'evidence') } }
}

/** What was found is what counts: a report that cannot be written is a warning. */
async function report(
  result: VerifyResult,
  { target, stack }: VerifyRequest,
  folder: string,
  { useCases, home, env }: Door,
  fx: Effects
): Promise<void> {
  try {
    const found = { kind: 'verify', stack, result, fault: undefined } as const
    await useCases.reportStep({ found, target, origin: originOf(env), folder }, home, fx)
    fx.log.info(`The report is ${join(folder, 'index.html')}`)
  } catch (error) {
    fx.log.warn(`the report could not be written to ${folder}: ${explain(error)}`)
  }
}

/** @throws `usage` that names every option with a wrong value. */
export function verifyRequest(
  stack: string,
  options: Options,
  door: Pick<Door, 'cwd' | 'env'>
): VerifyRequest {
  return collect<VerifyRequest>('verify', {
    target: targetOf(options, door),
    stack: stackName(stack),
    suite: suiteRequest(options, door.cwd)
  })
}

/** A file that is there is somebody's work. */
async function initialized(
  file: string,
  { target, stack }: VerifyRequest,
  { useCases, home }: Door,
  fx: Effects
): Promise<Answer> {
  const text = await useCases.derivedSuite({ target, stack }, home, fx)
  await writeFile(file, text, { flag: 'wx' }).catch((cause: unknown) => {
    const isThere = (cause as NodeJS.ErrnoException).code === 'EEXIST'
    throw new SwarmlineError('input', isThere ? `${file} is there already` : `${file} cannot be written`, {
      hint: 'give another file: --init FILE',
      cause
    })
  })
  return {
    json: { file },
    text: () => `Wrote ${file}. Change it as you like, then: swarmline verify ${stack} --suite ${file}`
  }
}
