import { execa } from 'execa'
import { SwarmlineError } from '../errors.ts'
import { childEnvironment } from './child-environment.rules.ts'
import type { Exec, ExecResult } from './effects.ts'

/** The real `Exec`. The signal given here ends every program that runs, whatever the call says. */
export function createExec(lifetime: AbortSignal): Exec {
  const exec: Exec = async (file, args, options = {}) => {
    const signal = options.signal ? AbortSignal.any([lifetime, options.signal]) : lifetime
    if (signal.aborted) throw new SwarmlineError('cancelled', 'cancelled')
    const input = options.input
    const child = execa(file, [...args], {
      reject: false,
      cancelSignal: signal,
      forceKillAfterDelay: 5000,
      all: options.onLine !== undefined,
      maxBuffer: 64 * 1024 * 1024,
      ...(options.isGroup ? { detached: true } : {}),
      extendEnv: false,
      env: childEnvironment(process.env, options.inherit, options.env),
      ...(options.cwd ? { cwd: options.cwd } : {}),
      ...(options.timeoutMs ? { timeout: options.timeoutMs } : {}),
      ...(input === undefined
        ? { stdin: 'ignore' as const }
        : typeof input === 'string' || input instanceof Uint8Array
          ? { input }
          : { stdin: 'pipe' as const })
    })
    if (input !== undefined && typeof input !== 'string' && !(input instanceof Uint8Array) && child.stdin)
      input.pipe(child.stdin)
    const lines = options.onLine
    if (lines)
      void (async () => {
        for await (const line of child.iterable({ from: 'all' })) lines(String(line))
      })().catch(() => undefined)
    const release = options.isGroup ? endGroupOn(signal, child.pid) : () => undefined
    const r = await child
    release()
    if (r.isCanceled) throw new SwarmlineError('cancelled', 'cancelled')
    if (r.timedOut)
      throw new SwarmlineError(
        'timed-out',
        `${file} did not finish within ${(options.timeoutMs ?? 0) / 1000} s`
      )
    // EACCES: a folder on the PATH that may not be read.
    if ((r.code === 'ENOENT' || r.code === 'EACCES') && r.exitCode === undefined)
      throw new SwarmlineError('missing-tool', `${file} is not installed`, { cause: r })
    const result: ExecResult = {
      exitCode: r.exitCode ?? 128,
      stdout: String(r.stdout ?? ''),
      stderr: String(r.stderr ?? '')
    }
    if (result.exitCode !== 0 && options.isChecked !== false) throw failed(file, args, result)
    return result
  }
  exec.renewed = createExec
  return exec
}

const GRACE_MS = 3000

/**
 * A program that is killed may leave its children behind, which hold our pipes open: then nobody would hear of its
 * end. On abort the whole group is asked to end, and made to when it does not.
 *
 * @returns to be called when the program has ended
 */
function endGroupOn(signal: AbortSignal, pid: number | undefined): () => void {
  let timer: NodeJS.Timeout | undefined
  const end = (name: 'SIGTERM' | 'SIGKILL'): void => {
    try {
      if (pid !== undefined) process.kill(-pid, name)
    } catch {
      // Nobody is left in it.
    }
  }
  const onAbort = (): void => {
    end('SIGTERM')
    timer = setTimeout(() => end('SIGKILL'), GRACE_MS)
  }
  signal.addEventListener('abort', onAbort, { once: true })
  return () => {
    signal.removeEventListener('abort', onAbort)
    clearTimeout(timer)
    if (timer) end('SIGKILL')
  }
}

function failed(file: string, args: readonly string[], result: ExecResult): SwarmlineError {
  const said = (result.stderr.trim() || result.stdout.trim()).split('\n').slice(-3).join('; ')
  const what = [file.split('/').at(-1), args.find(a => /^[a-z-]+$/.test(a) && !a.startsWith('-'))]
    .filter(Boolean)
    .join(' ')
  return new SwarmlineError('internal', `${what} failed (${result.exitCode})${said ? `: ${said}` : ''}`)
}
