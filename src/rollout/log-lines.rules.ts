const MAX_LINES = 20
const MAX_LENGTH = 300

/**
 * The last lines that a container wrote, fit to be shown: bounded, and without the terminal sequences, control
 * and direction characters that could forge a terminal's or a log's own lines.
 */
export function presentable(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map(cleanLine)
    .filter(line => line !== '')
    .slice(-MAX_LINES)
}

/** One line of foreign text. */
export function cleanLine(line: string): string {
  const clean = line
    .slice(0, MAX_LENGTH * 4)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal sequences are what this removes
    .replace(/\u001b\[[0-9;?]*[ -/]*[@-~]/g, '')
    .replace(/\t/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu, '\u{fffd}')
    .trim()
  const characters = [...clean]
  return characters.length > MAX_LENGTH ? `${characters.slice(0, MAX_LENGTH - 1).join('')}…` : clean
}
