import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Effects } from '../../effects/effects.ts'
import { explain, SwarmlineError } from '../../errors.ts'
import { suiteFaults, verifyOptions } from '../../inputs/suite.ts'
import { originOf } from '../../report/report.rules.ts'
import type { VerifyRequest } from '../../usecases/requests.ts'
import type { VerifyResult } from '../../verify/verify.ts'
import { type AddCommand, addCommand, addInputs, onRun } from '../add-command.ts'
import type { Door } from '../door.ts'
import { enclosingFolder } from '../enclosing-folder.rules.ts'
import { STACK_OPERAND, stackOf, stackOperand, targetFaults, targetOf } from '../engine-options.ts'
import { calledIn, collect, type Given, readings } from '../reading.rules.ts'
import type { Answer } from '../stage.ts'

/** `explain` is `true` where no kind is named. */
type Options = { reportDir?: string; evidence?: string; init?: string; list?: true; explain?: string | true }

export const addVerify: AddCommand = (program, door, exit) => {
  const command = addCommand(program, 'verify', {
    summary: 'prove that the stack does what it should',
    description:
      'Check what follows from the stack: nodes ready, services converged and placed, ports answering on every node, ' +
      'networks isolated, names, secrets and security. With --suite, run the checks of suites instead. Exits 1 ' +
      'unless every check passes.',
    examples: [
      ['swarmline verify shop', 'what follows from the stack'],
      ['swarmline verify shop --init checks.yml', 'the same as a suite file, ready to edit'],
      ['swarmline verify shop --suite checks.yml --report-dir report', 'your own suite, with an HTML report'],
      ['swarmline verify --suite suites/workload.yml --tag traffic', 'the checks of a suite with a tag'],
      ['swarmline verify --suite checks.yml --list', 'the checks that would run'],
      ['swarmline verify --explain http', 'what a kind of check measures and takes']
    ]
  }).argument('[stack]', STACK_OPERAND)
  addInputs(command, verifyOptions)
    .option('--evidence <folder>', 'keep what was measured, one file for each check')
    .option('--init <file>', 'write what follows from the stack as a suite, and measure nothing')
    .option('--list', 'list the checks of the suites and measure nothing')
    .option('--explain [kind]', 'explain a kind of check; without one, list the kinds')
    .option('--report-dir <folder>', 'write an HTML report, report.json, junit.xml and more there')

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
  stack: string | undefined,
  options: Options,
  door: Pick<Door, 'cwd' | 'env' | 'home'>
): VerifyRequest {
  const fields = { ...readings(verifyOptions, options as Given), stack: stackOperand(stack) }
  const values = collect('verify', fields, all => [
    ...targetFaults(all, door),
    ...suiteFaults(all, calledIn(verifyOptions)),
    ...modeFaults(options, all.suites.length > 0)
  ])
  const inPlace = (file: string): string => resolve(door.cwd, file)
  const files = values.suites.map(inPlace)
  return {
    target: targetOf(values, door),
    stack: stackOf(values),
    suite: {
      files,
      root: enclosingFolder(door.cwd, files),
      only: values.only,
      tags: values.tags,
      variables: values.variables,
      isDisruptionAllowed: values.allowDisruption,
      composeFiles: values.composeFiles.map(inPlace),
      evidenceDir: options.evidence === undefined ? undefined : inPlace(options.evidence)
    }
  }
}

const modeFaults = ({ list, init }: Options, hasSuites: boolean): string[] => [
  ...(list && !hasSuites ? ['--list needs a suite: give --suite'] : []),
  ...(init !== undefined && hasSuites
    ? ['--init writes the suite that follows from the stack: leave --suite out']
    : [])
]

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
    throw new SwarmlineError('input', isThere ? `${file} already exists` : `${file} cannot be written`, {
      hint: 'give another file: --init FILE',
      cause
    })
  })
  return {
    json: { file },
    text: () => `Wrote ${file}. Edit it, then run: swarmline verify ${stack} --suite ${file}`
  }
}
