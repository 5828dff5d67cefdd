// Other work on this machine: processes that do nothing but compute.
import { type ChildProcess, spawn } from 'node:child_process'

/** @returns ends them */
export function startBusyLoops(count: number): () => void {
  const loops: ChildProcess[] = Array.from({ length: count }, () =>
    spawn('/bin/sh', ['-c', 'while :; do :; done'], { stdio: 'ignore' })
  )
  const end = (): void => {
    for (const loop of loops) loop.kill('SIGKILL')
  }
  // Loops that outlive this would never end.
  process.once('exit', end)
  return () => {
    process.removeListener('exit', end)
    end()
  }
}
