import { join, resolve } from 'node:path'
import type { Effects } from '../../effects/effects.ts'
import { explain } from '../../errors.ts'
import { originOf } from '../../report/origin.rules.ts'
import type { VerifyRequest } from '../../usecases/requests.ts'
import type { VerifyResult } from '../../verify/verdict.ts'
import { type AddCommand, addCommand, onRun, repeated } from '../add-command.ts'
import type { Door } from '../door.ts'
import { addTarget, DEFAULTS, type TargetOptions, targetOf } from '../options.ts'
import { collect, fraction, given, wholeNumber } from '../reading.rules.ts'
import { type SuiteOptions, suiteRequest } from '../suite-options.ts'
import { serviceName, stackName } from '../values.rules.ts'

type Options = TargetOptions &
  SuiteOptions & {
    service: string
    port: string
    requests: string
    minShare: string
    redis: string | false
    reportDir?: string
  }

export const addVerify: AddCommand = (program, door, exit) => {
  const command = addCommand(program, 'verify', {
    summary: 'prove that the stack does what it should',
    description:
      'Ask every node through the routing mesh: all requests answered, spread over all replicas, the visits counted ' +
      'exactly; and a Redis client without the password is refused. With --suite, check what suites say instead. ' +
      'Ends with status 1 unless every check passes.',
    examples: [
      ['swarmline verify', '100 requests to each node'],
      ['swarmline verify --requests 1000 --json', 'more of them; figures as JSON'],
      ['swarmline verify shop --service web --port 8080 --no-redis', 'a stack of yours'],
      ['swarmline verify --suite suites/workload.yml --tag core', 'the checks of a suite that have a tag'],
      ['swarmline verify --suite checks.yml --list', 'the checks that would run'],
      ['swarmline verify --report-dir report', 'with a page to look at, and the files that CI reads'],
      ['swarmline verify --explain http', 'what a kind of check measures and takes']
    ]
  }).argument('[stack]', "the stack's name", DEFAULTS.stack)
  addTarget(command)
    .option('--service <name>', 'service that answers on the port and names its replica', 'backend')
    .option('--port <port>', 'published port', '80')
    .option('--requests <number>', 'requests to each node', '100')
    .option('--min-share <share>', 'least share of the requests that each replica must answer', '0.2')
    .option('--redis <service>', 'service that must refuse a client without the password', 'redis')
    .option('--no-redis', 'leave that check out')
    .addOption(repeated('--suite <file>', 'suite of checks to run instead', []))
    .addOption(repeated('--only <id>', 'check of the suites to run, by its id', []))
    .addOption(repeated('--tag <tag>', 'checks of the suites to run, by a tag', []))
    .addOption(repeated('--var <name=value>', 'value for ${NAME} in the suites', []))
    .addOption(repeated('--compose-file <file>', 'stack file whose lines verdicts show', []))
    .option('--evidence <folder>', 'keep what was measured, one file for each check')
    .option('--allow-disruption', 'run checks that disturb the swarm, too; each is undone')
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
    if (options.list && suite)
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
  if (reportDir === undefined || !suite || suite.evidenceDir !== undefined) return request
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
    service: serviceName('--service', options.service),
    publishedPort: wholeNumber('--port', options.port, 1, 65_535),
    requestsPerNode: wholeNumber('--requests', options.requests, 1, 1_000_000),
    minShare: fraction('--min-share', options.minShare),
    redisService: options.redis === false ? given(undefined) : serviceName('--redis', options.redis),
    suite: suiteRequest(options, door.cwd)
  })
}
