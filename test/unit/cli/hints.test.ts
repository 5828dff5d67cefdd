// Every command line that a message names exists and takes these arguments: texts are read out of the sources, and
// what they name is looked up in the command tree.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import type { Command } from 'commander'
import { createProgram } from '../../../src/cli/program.ts'
import { fakeDoor } from './fake-door.ts'

const src = path.resolve(import.meta.dirname, '../../../src')
const program = createProgram(fakeDoor(), () => undefined)
const commandOf = (name: string): Command | undefined => program.commands.find(each => each.name() === name)

/** Stands for whatever is put into a text. */
const HOLE = '\u25a1'

/** The lines of a source file without comments, with a hole for each value that a text gets. */
function textsOf(file: string): string[] {
  const isComment = (line: string): boolean => /^\s*(?:\/?\*|\/\/)/.test(line)
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter(line => !isComment(line)).map(withHoles)
}

/** Values may hold texts with values again: from the inside out. */
function withHoles(line: string): string {
  const next = line.replace(/\$\{[^{}]*\}/g, HOLE)
  return next === line ? line : withHoles(next)
}

type Named = { words: string[]; before: string }

/** What follows `swarmline ` in a text, up to the end of the command line. */
function namedIn(text: string): Named[] {
  return [...text.matchAll(/(?<![\w/.-])swarmline +([^\n`'"|&;,()]+)/g)].map(match => ({
    before: text.slice(0, match.index),
    words: (match[1] ?? '').trim().replace(/[.:]$/, '').split(/ +/)
  }))
}

/** Why a command line would be refused; a word of prose after it ends it. */
function faultOf({ words, before }: Named): string | undefined {
  const [name = '', ...rest] = words
  if (name.startsWith(HOLE) || name.startsWith('--')) return undefined
  const command = commandOf(name)
  // `swarmline made it` is a sentence; after a colon or a `see` stands what somebody is to type.
  const isMeant = /(?:[:`$(]|\bsee|\bwith|\brun|\busing|\btry|\bor|\band) ?$/.test(before)
  if (!command) return isMeant ? `there is no command ${name}` : undefined
  let operands = 0
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at] ?? ''
    const isOperand = word === '-' || word.startsWith(HOLE) || /^[A-Z]+$/.test(word)
    if (!word.startsWith('-') && !isOperand) break
    if (isOperand) operands++
    else {
      const [flag = ''] = word.split('=')
      const option = [...command.options, ...program.options].find(o => o.long === flag || o.short === flag)
      if (!option && !['--help', '-h'].includes(flag)) return `${name} has no option ${flag}`
      if (option?.required && !word.includes('=')) at++
    }
  }
  const most = command.registeredArguments.length
  return operands > most ? `${name} takes ${most} operands, not ${operands}` : undefined
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'))
const named = files.flatMap(file =>
  textsOf(path.join(src, file)).flatMap(text => namedIn(text).map(each => ({ file, ...each })))
)

test('the sources name command lines', () => {
  expect(named.filter(({ words }) => commandOf(words[0] ?? '')).length).toBeGreaterThan(40)
})

test('each of them exists, and takes the options and operands that it is shown with', () => {
  const faults = named.flatMap(each => {
    const fault = faultOf(each)
    return fault === undefined ? [] : [`${each.file}: swarmline ${each.words.join(' ')}: ${fault}`]
  })
  expect(faults).toEqual([])
})

test.each([
  ['remove it with: swarmline raze', 'there is no command raze'],
  ['see swarmline down --every', 'down has no option --every'],
  [`take it down first: swarmline down ${HOLE} ${HOLE}`, 'down takes 1 operands, not 2'],
  ['with: swarmline up; or see what there is with: swarmline ls', undefined],
  [`swarmline status ${HOLE} --json`, undefined],
  ['swarmline verify --list shows all checks', undefined],
  ['Only what swarmline made is removed', undefined]
])('%j: %s', (text, fault) => expect(namedIn(text).map(faultOf).find(Boolean)).toBe(fault))
