// Runs bin/swarmline (or bin/demo) as a user would, with folders of its own for cache and state.
import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')

export type CliResult = { exitCode: number; stdout: string; stderr: string; seconds: number }
export type CliRun = { child: ChildProcess; output: () => string; done: Promise<CliResult> }
export type CliOptions = {
  env?: Record<string, string | undefined>
  cwd?: string
  timeoutMs?: number
  onOutput?: (text: string) => void
  /** An argument list before the program's own: `['unshare', '--mount']`. */
  within?: string[]
}

/** Starts a command of `bin/`; `done` resolves when it ended, whatever its exit status. */
export function start(command: string, args: string[], options: CliOptions = {}): CliRun {
  const began = Date.now()
  const env = { ...process.env, NO_COLOR: '1', ...options.env }
  const [program = '', ...rest] = [...(options.within ?? []), path.join(root, 'bin', command), ...args]
  const child = spawn(program, rest, {
    cwd: options.cwd ?? root,
    env,
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', chunk => {
    stdout += chunk
    options.onOutput?.(stdout + stderr)
  })
  child.stderr.on('data', chunk => {
    stderr += chunk
    options.onOutput?.(stdout + stderr)
  })
  const limit = setTimeout(() => child.kill('SIGKILL'), options.timeoutMs ?? 600_000)
  const done = new Promise<CliResult>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearTimeout(limit)
      const exitCode = code ?? (signal === 'SIGKILL' ? 137 : 143)
      resolve({ exitCode, stdout, stderr, seconds: (Date.now() - began) / 1000 })
    })
  })
  return { child, output: () => stdout + stderr, done }
}

/** Runs a command of `bin/` to its end. */
export const run = (command: string, args: string[], options?: CliOptions): Promise<CliResult> =>
  start(command, args, options).done

/** @throws with the end of what the command said, unless it ended with 0. */
export function expectSuccess(result: CliResult): void {
  if (result.exitCode !== 0)
    throw new Error(
      `it ended with ${result.exitCode}:\n${result.stderr.slice(-2000)}\n${result.stdout.slice(-2000)}`
    )
}
