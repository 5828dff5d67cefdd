// What the real docker-machine answered, one file a command: the command line, standard output, standard error, and the
// exit status. `~` stands for the user's home.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ExecResult } from '../../../src/effects/effects.ts'

export function recorded(name: string): ExecResult & { args: string[] } {
  const text = readFileSync(path.join(import.meta.dirname, 'recorded', `${name}.txt`), 'utf8')
  const [, line = '', stdout = '', stderr = '', exitCode = ''] =
    /^\$ docker-machine ?(.*)\n--- stdout\n([\s\S]*?)--- stderr\n([\s\S]*?)--- exit (\d+)\n*$/.exec(text) ??
    []
  if (exitCode === '') throw new Error(`the recording ${name} has another form`)
  const atHome = (said: string): string => said.replaceAll('~/', '/home/u/')
  return { args: line.split(' '), stdout: atHome(stdout), stderr: atHome(stderr), exitCode: Number(exitCode) }
}
