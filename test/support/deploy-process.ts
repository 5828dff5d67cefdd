// `swarmline deploy` as a process on a swarm of nodes, as a user or a job has it, with what it says taken apart.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@jest/globals'
import type { DeployReport } from '../../src/usecases/deploy/report.ts'
import type { RollbackResult } from '../../src/usecases/rollback.ts'
import { type CliRun, start } from './cli.ts'
import type { StackText } from './pipeline.ts'

export type DeployProcess = {
  pid: number
  /** What it has said so far. */
  output(): string
  done: Promise<DeployEnd>
}

/** How it ended: the report, or where there is none the error. */
export type DeployEnd = {
  exitCode: number
  stderr: string
  report: DeployReport | undefined
  /** Of `rollback`, in the place of the report. */
  rolledBack: RollbackResult | undefined
  error: { code: string; message: string; hint: string | null } | undefined
}

export type DeployProcessSpec = {
  folder: string
  /** The manager's socket; without it the cluster `name`. */
  socketPath?: string
  name?: string
  stack: string
  text: StackText
  /** More of the command line. */
  args?: readonly string[]
  /** Variables of the stack file. */
  env?: Readonly<Record<string, string>>
  command?: 'deploy' | 'rollback'
  /** There is a registry to ask for digests, and one that is not known is an error. */
  isResolving?: true
}

/** Never longer than this, whatever goes wrong. */
const LIMIT_MS = 280_000

export function deployProcess(spec: DeployProcessSpec): DeployProcess {
  const { folder, stack, command = 'deploy', args = [] } = spec
  const file = path.join(folder, `${stack}.yml`)
  writeFileSync(file, JSON.stringify(spec.text, null, 2))
  const ofDeploy = command === 'deploy' ? ['--compose-file', file, '--prune'] : []
  const resolving = spec.isResolving || command !== 'deploy' ? [] : ['--unresolved-images', 'warn']
  const where = spec.name ? ['--cluster', spec.name] : ['--docker-host', `unix://${spec.socketPath}`]
  const run = start(
    'swarmline',
    [command, stack, ...where, '--json', '--verbose', ...ofDeploy, ...resolving, ...args],
    {
      env: { ...spec.env, SWARMLINE_STATE: path.join(folder, 'state'), DOCKER_HOST: undefined },
      timeoutMs: LIMIT_MS
    }
  )
  return { pid: run.child.pid ?? 0, output: run.output, done: endOf(run) }
}

async function endOf(run: CliRun): Promise<DeployEnd> {
  const { exitCode, stdout, stderr } = await run.done
  const said = stdout.trim() ? JSON.parse(stdout) : {}
  return {
    exitCode,
    stderr,
    report: 'outcome' in said ? said : undefined,
    rolledBack: 'to' in said ? said : undefined,
    error: 'error' in said ? said.error : undefined
  }
}

/** Expects an end to hold `expected`; if not, the failure shows what the process said. */
export function expectEnd(end: DeployEnd, expected: Partial<Record<keyof DeployEnd, unknown>>): void {
  try {
    expect(end).toMatchObject(expected)
  } catch (error) {
    const { services, failures } = end.report ?? {}
    const seen = JSON.stringify({ services, failures, error: end.error }, null, 1)
    throw new Error(`${(error as Error).message}\n\nIt said:\n${end.stderr.slice(-4000)}\n${seen}`)
  }
}
