import { bounded } from '../plain/text.ts'

const MAX_LINES = 20
const MAX_LENGTH = 300

/**
 * The last lines that a container wrote, fit to be shown: bounded, and without the terminal sequences, control
 * and direction characters that could forge a terminal's or a log's own lines.
 */
export function presentable(text: string, most = MAX_LINES): string[] {
  return text
    .split(/\r?\n/)
    .map(cleanLine)
    .filter(line => line !== '')
    .slice(-most)
}

/** One line of foreign text. */
export const cleanLine = (line: string): string => bounded(line, MAX_LENGTH)
