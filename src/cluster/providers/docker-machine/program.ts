import { SEEN_BY_SSH } from '../../../effects/child-environment.rules.ts'
import type { Effects, ExecOptions, ExecResult } from '../../../effects/effects.ts'
import { SwarmlineError } from '../../../errors.ts'
import {
  type InspectedMachine,
  isMissing,
  isTaken,
  parseInspect,
  parseNames,
  parseUrl,
  saidBy
} from './answers.rules.ts'
import { environmentOf } from './create-line.rules.ts'

/** Which program drives the machines, and where it keeps what it knows of them. */
export type MachineProgram = {
  file: MachineProgramName
  driver: string
  /** As in MACHINE_STORAGE_PATH; `undefined`: the program's own default. */
  storePath?: string
}
export type MachineProgramName = 'docker-machine' | 'rancher-machine'

/** How long a machine may take to be made; some drivers wait without end for one that does not come. */
const CREATE_MS = 15 * 60_000
const REMOVE_MS = 5 * 60_000
/** For what is answered from this machine's disk. */
const ASK_MS = 60_000

type ProgramEffects = Pick<Effects, 'exec' | 'signal'>

/** The commands of `docker-machine` that are used here. What it answers is read, never believed. */
export type Machines = ReturnType<typeof drive>

/** @param limits.createMs how long `create` may take */
export function drive(program: MachineProgram, fx: ProgramEffects, limits: { createMs?: number } = {}) {
  const { createMs = CREATE_MS } = limits
  const run = (args: readonly string[], timeoutMs: number, options: ExecOptions = {}) =>
    runWithin(program, args, timeoutMs, options, fx)
  const asked = async (args: readonly string[], machine: string): Promise<string> => {
    const result = await run(args, ASK_MS)
    if (isMissing(result)) throw new SwarmlineError('not-found', `there is no machine ${machine}`)
    return checked(`${program.file} ${args[0]} ${machine}`, result).stdout
  }
  return {
    /** Of every machine in the store, half-made ones among them. */
    names: async (): Promise<string[]> =>
      parseNames(checked(`${program.file} ls`, await run(['ls', '-q'], ASK_MS)).stdout),
    /** @throws `not-found` */
    inspect: async (machine: string): Promise<InspectedMachine> =>
      parseInspect(await asked(['inspect', machine], machine), machine),
    /** @throws `not-found`; `cluster-failed` when it is not running */
    url: async (machine: string) => parseUrl(await asked(['url', machine], machine), machine),
    /** @throws `not-found` */
    state: async (machine: string): Promise<string> => (await asked(['status', machine], machine)).trim(),
    /** Standard output of a program on the machine. ssh hands it to a shell there: words of ours only. */
    ssh: async (machine: string, words: readonly string[]): Promise<string> =>
      asked(['ssh', machine, ...words], machine),
    /** @throws `cluster-busy` when there is one of that name; `timed-out`; `cluster-failed` in the program's words */
    create: async (machine: string, line: readonly string[], onLine?: (line: string) => void) => {
      const result = await run(line, createMs, onLine ? { onLine } : {})
      if (isTaken(result)) throw new SwarmlineError('cluster-busy', `a machine ${machine} exists already`)
      checked(`machine ${machine} could not be created`, result)
    },
    /**
     * Removes a machine with its instance. One whose instance the driver cannot remove, as of a machine that was never
     * finished, is removed from the store all the same.
     *
     * @returns what the driver said when it could not remove the instance, which may then be there still
     */
    remove: async (machine: string): Promise<string | undefined> => {
      const first = await run(['rm', '-y', machine], REMOVE_MS)
      if (first.exitCode === 0 || isMissing(first)) return undefined
      // With -f nothing that goes wrong is said any more: so it comes second.
      const second = await run(['rm', '-f', '-y', machine], REMOVE_MS)
      if (!isMissing(second)) checked(`machine ${machine} could not be removed`, second)
      return saidBy(first)
    }
  }
}

function checked(what: string, result: ExecResult): ExecResult {
  if (result.exitCode === 0) return result
  throw new SwarmlineError('cluster-failed', `${what}: ${saidBy(result)} (exit status ${result.exitCode})`)
}

/** In a process group of its own: its drivers and their ssh end with it, at the time limit as well. */
async function runWithin(
  { file, driver, storePath }: MachineProgram,
  args: readonly string[],
  timeoutMs: number,
  options: ExecOptions,
  { exec, signal }: ProgramEffects
): Promise<ExecResult> {
  const limit = AbortSignal.timeout(timeoutMs)
  try {
    return await exec(file, args, {
      ...options,
      isChecked: false,
      isGroup: true,
      inherit: [...environmentOf(driver), ...SEEN_BY_SSH],
      ...(storePath === undefined ? {} : { env: { MACHINE_STORAGE_PATH: storePath } }),
      signal: AbortSignal.any([signal, limit])
    })
  } catch (error) {
    if (!(error instanceof SwarmlineError)) throw error
    if (error.code === 'missing-tool')
      throw new SwarmlineError('missing-tool', `${file} is not installed`, {
        hint: 'install docker-machine or rancher-machine, and put it on the PATH',
        cause: error
      })
    if (error.code === 'cancelled' && limit.aborted && !signal.aborted)
      throw new SwarmlineError('timed-out', `${file} ${args[0]} did not finish within ${timeoutMs / 1000} s`)
    throw error
  }
}

/** The program of the two that is installed; docker-machine first. @throws `missing-tool` */
export async function installedProgram(fx: ProgramEffects): Promise<MachineProgramName> {
  for (const file of ['docker-machine', 'rancher-machine'] as const) {
    const isThere = await runWithin({ file, driver: 'none' }, ['version'], ASK_MS, {}, fx).then(
      () => true,
      error => {
        if (error instanceof SwarmlineError && error.code === 'missing-tool') return false
        throw error
      }
    )
    if (isThere) return file
  }
  throw new SwarmlineError('missing-tool', 'neither docker-machine nor rancher-machine is installed', {
    hint: 'install one of them, and put it on the PATH'
  })
}
