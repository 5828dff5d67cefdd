import { expect, test } from '@jest/globals'
import { commandTree } from '../../../src/cli/command-tree.ts'
import { createProgram } from '../../../src/cli/program.ts'
import { assignmentNames, readmeOf, starter } from '../../support/workshop/course.ts'
import { readLesson } from '../../support/workshop/lesson.ts'
import { fakeDoor } from '../cli/fake-door.ts'

const tree = commandTree(createProgram(fakeDoor(), () => undefined))
const common = ['--json', '--verbose', '--no-color', '--help']

/** What is typed after `swarmline`, up to the end of the command. */
const typed = (script: string): string[] =>
  [...script.replace(/\\\n/g, ' ').matchAll(/(?:^|[\s(])swarmline ([^|)\n;&]+)/gm)].map(
    ([, words = '']) => words
  )

const scripts = [
  ...assignmentNames().flatMap(name =>
    readLesson(readmeOf(name)).flatMap(action => (action.kind === 'run' ? [action.script] : []))
  ),
  ...[...starter()].flatMap(([file, { text }]) =>
    file.startsWith('bin/') ? [text.replace(/^#.*$/gm, '')] : []
  )
]

test.each(scripts.flatMap(typed))('swarmline %s is a command with these options', words => {
  const [name, ...rest] = words.split(/\s+/)
  const command = tree.commands.find(each => each.name === name)
  expect(command).toBeDefined()
  const known = [...common, ...(command?.options.flatMap(({ long, short }) => [long, short ?? '']) ?? [])]
  for (const word of rest.filter(each => /^--?[a-z]/.test(each))) expect(known).toContain(word.split('=')[0])
})
