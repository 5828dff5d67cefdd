// The real effects with a quiet log, for tests that touch this machine.
import { systemClock } from '../../src/effects/clock.ts'
import type { Effects } from '../../src/effects/effects.ts'
import { createExec } from '../../src/effects/exec.ts'

/** `lines` collects what the log would show. */
export function realEffects(abort = new AbortController()): Effects & { lines: string[] } {
  const lines: string[] = []
  const note = (line: string) => void lines.push(line)
  return {
    exec: createExec(abort.signal),
    clock: systemClock,
    signal: abort.signal,
    log: { info: note, debug: note, warn: note, step: (_title, run) => run(note) },
    lines
  }
}
