import { WORD_MARK } from './closed-room-script.ts'
import type { ScriptRun } from './solution.ts'

/** Ended by SIGKILL: its time was up. */
const KILLED = 137

/** What the closed room printed. Lines of any other form are passed over. */
export function readRoom(text: string): ScriptRun[] {
  const runs: (Omit<ScriptRun, 'calls'> & { calls: string[][] })[] = []
  for (const line of text.split('\n')) {
    const [kind, ...words] = line.split(' ')
    if (kind === 'script') {
      const [name = '', isExecutable, status] = words
      const exitCode = Number(status)
      runs.push({
        file: wordOf(name),
        isExecutable: isExecutable === '1',
        exitCode: exitCode === KILLED ? undefined : exitCode,
        calls: []
      })
    }
    if (kind === 'call') runs.at(-1)?.calls.push(words.map(wordOf))
  }
  return runs
}

const wordOf = (word: string): string => Buffer.from(word.slice(WORD_MARK.length), 'base64').toString('utf8')
