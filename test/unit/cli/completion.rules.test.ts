import { execFileSync } from 'node:child_process'
import { expect, test } from '@jest/globals'
import { commandTree } from '../../../src/cli/command-tree.ts'
import { completionScript } from '../../../src/cli/completion.rules.ts'
import { createProgram } from '../../../src/cli/program.ts'
import { fakeDoor } from './fake-door.ts'

const tree = commandTree(createProgram(fakeDoor(), () => undefined))

/** What bash offers after these words, the last of which is being typed. */
function offered(...words: string[]): string[] {
  const script = `${completionScript('bash', tree)}
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _swarmline; printf '%s\\n' "\${COMPREPLY[@]}"`
  const argv = ['--norc', '-c', script, 'bash', 'swarmline', ...words]
  return execFileSync('bash', argv, { encoding: 'utf8', cwd: import.meta.dirname })
    .split('\n')
    .filter(Boolean)
}

test('bash offers commands, options, values and files', () => {
  expect(offered('')).toEqual(expect.arrayContaining(['up', 'down', 'doctor', '--help']))
  expect(offered('do')).toEqual(['down', 'doctor'])
  expect(offered('up', '--en')).toEqual(['--engine', '--endpoint'])
  expect(offered('up', '--engine', '')).toEqual(['auto', 'host', 'vm'])
  expect(offered('up', '--managers', '')).toEqual([])
  expect(offered('deploy', '--compose-file', 'comp')).toEqual(['completion.rules.test.ts'])
  expect(offered('completion', 'f')).toEqual(['fish'])
})

test('every command and option is in every script', () => {
  for (const shell of ['bash', 'zsh', 'fish'] as const) {
    const script = completionScript(shell, tree)
    for (const command of tree.commands) {
      expect(script).toContain(command.name)
      for (const { long } of command.options)
        expect(script).toContain(shell === 'fish' ? `-l ${long.slice(2)}` : long)
    }
  }
})

test("descriptions cannot break out of a shell's quotes", () => {
  const hostile = {
    name: 'x',
    options: [],
    commands: [
      {
        name: 'c',
        summary: "it's `id` $(id) [x]: \\",
        options: [{ long: '--o', short: undefined, description: "it's [a]: \\ $(id)", value: undefined }],
        operands: []
      }
    ]
  }
  expect(completionScript('fish', hostile)).toContain(String.raw`-d 'it\'s ${'`id`'} $(id) [x]: \\'`)
  const zsh = completionScript('zsh', hostile)
  expect(zsh).toContain(String.raw`'*--o[it'\''s \[a\]\: \\ $(id)]'`)
  execFileSync('bash', ['-n'], { input: completionScript('bash', hostile) })
})
