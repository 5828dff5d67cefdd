import type { Exec } from '../effects/effects.ts'

/** The real `Exec`, loaded when the first program is run: `ls` and `env` run none, and answer sooner. */
export function lazyExec(lifetime: AbortSignal): Exec {
  const exec: Exec = async (...call) => (await import('../effects/exec.ts')).createExec(lifetime)(...call)
  exec.renewed = lazyExec
  return exec
}
