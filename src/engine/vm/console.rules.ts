import { stripVTControlCharacters } from 'node:util'

/** What the VM's init says once its sshd listens: sshd goes to the background only then. */
export const SSHD_STARTED = /^vm-init \[[\d.]+\] sshd started$/

/** What it says when its engine has ended, and why: nobody starts it again. */
export const ENGINE_ENDED = /^vm-init \[[\d.]+\] engine ended: (.*)$/

const LONGEST_LINE = 4096

/** The console's lines as plain text, empty ones left out. */
export function consoleLines(text: string): string[] {
  return text
    .split(/[\r\n]+/)
    .map(line =>
      stripVTControlCharacters(line.slice(0, LONGEST_LINE))
        .replace(/[^\x20-\x7e]/g, '')
        .trim()
    )
    .filter(Boolean)
}

/** What a console says in the end: of a kernel that panicked the reason, and not the trace below it. */
export function lastWordsOf(lines: readonly string[]): string {
  const panic = lines.find(line => /kernel panic/i.test(line))
  return panic ?? lines.slice(-3).join(' | ')
}
