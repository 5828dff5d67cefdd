import { stripVTControlCharacters } from 'node:util'

/** What the VM's init says once its sshd listens: sshd goes to the background only then. */
export const SSHD_STARTED = /^vm-init \[[\d.]+\] sshd started$/

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
