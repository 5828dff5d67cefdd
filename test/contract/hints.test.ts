// Every command line that a sentence names exists and takes these arguments; every option exists in the command that
// says it; and whoever reads it in the log of an action reads of inputs, which exist there.
import { expect, test } from '@jest/globals'
import type { Command } from 'commander'
import { createProgram } from '../../src/cli/program.ts'
import { ACTION_INPUTS } from '../../src/inputs/actions.ts'
import { inAction } from '../../src/inputs/in-words.ts'
import { sentencesOf } from '../../tools/sentences.mjs'
import { fakeDoor } from '../unit/cli/fake-door.ts'

/** Who says what a room finds: a command and an action for each. */
const SAYS: [rooms: RegExp, command: string, action: string][] = [
  [/^src\/(?:engine|cluster)\//, 'up', 'swarm-up'],
  [/^src\/images\/(?!bases)|^src\/usecases\/build/, 'build', 'build-push'],
  [/^src\/(?:stack|rollout|usecases\/deploy)\//, 'deploy', 'deploy-stack'],
  [/^src\/verify\//, 'verify', 'verify']
]
/** Whose options stand in a sentence, when they are not ours. */
const FOREIGN = /\b(?:docker|dockerd|apt-get|npm|ssh|cat|chmod|busybox|qemu)\b[^;]*$/
const OPTION = /(?<![\w-])--[a-z][a-z-]*/g

const program = createProgram(fakeDoor(), () => undefined)
const commandOf = (name: string): Command | undefined => program.commands.find(each => each.name() === name)
const optionsOf = (name: string): string[] =>
  commandOf(name)?.options.flatMap(option => option.long ?? []) ?? []
const everyOption = new Set(program.commands.flatMap(each => optionsOf(each.name())))

/** The options in a sentence that are ours, or would have to be. */
const named = (text: string): string[] =>
  [...text.matchAll(OPTION)]
    .filter(
      match =>
        !FOREIGN.test(text.slice(0, match.index)) && !/swarmline [^;,—`]*$/.test(text.slice(0, match.index))
    )
    .map(match => match[0])

const sentences = [...sentencesOf(process.cwd())].map(([text, { places }]) => ({
  text,
  place: places[0] ?? ''
}))

test('the core names options', () => {
  expect(
    sentences.filter(({ place, text }) => /^src\/(?!cli|inputs)/.test(place) && named(text).length > 0).length
  ).toBeGreaterThan(10)
})

test('an option that any sentence names is one of ours', () => {
  const strangers = sentences.flatMap(({ text, place }) =>
    named(text)
      .filter(option => !everyOption.has(option))
      .map(option => `${place}: ${option} in “${text}”`)
  )
  expect(strangers).toEqual([])
})

test.each(SAYS)('what %s says, `%s` has, and so has the action %s', (rooms, command, action) => {
  const options = optionsOf(command)
  const faults = sentences
    .filter(({ place }) => rooms.test(place))
    .flatMap(({ text, place }) => [
      ...named(text)
        .filter(option => !options.includes(option))
        .map(option => `${place}: ${command} has no ${option}`),
      ...named(inAction(text, ACTION_INPUTS[action] ?? {})).map(
        option => `${place}: the action ${action} has nothing for ${option}`
      )
    ])
  expect(faults).toEqual([])
})

test.each([
  ['use --engine vm, or --endpoint dnsrr instead', 'use engine: vm, or endpoint: dnsrr instead'],
  [
    'choose another name with --name; see: swarmline ls --json',
    'choose another name with the input name; see: swarmline ls --json'
  ],
  ['give one: --build-context FOLDER', 'give one: build-contexts: FOLDER'],
  ['join with --advertise-addr', 'join with --advertise-addr'],
  ['make one: swarmline up --engine vm', 'make one: swarmline up --engine vm']
])('%s', (text, said) => {
  expect(inAction(text, ACTION_INPUTS['swarm-up'] ?? {})).toBe(said)
})

/** Stands for whatever is put into a text. */
const HOLE = '…'

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

const commandLines = sentences.flatMap(({ text, place }) => namedIn(text).map(each => ({ place, ...each })))

test('the sentences name command lines', () => {
  expect(commandLines.filter(({ words }) => commandOf(words[0] ?? '')).length).toBeGreaterThan(40)
})

test('each of them exists, and takes the options and operands that it is shown with', () => {
  const faults = commandLines.flatMap(each => {
    const fault = faultOf(each)
    return fault === undefined ? [] : [`${each.place}: swarmline ${each.words.join(' ')}: ${fault}`]
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
