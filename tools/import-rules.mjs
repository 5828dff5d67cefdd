// Who may import whom, and what names and lengths may be. Plain tables and functions of text: no I/O.
// The rooms stand in the order of a run (docs: "The way through the house"): a feature takes plain types from
// its left, and functions from nobody but the engine client, the effects and, where it sends some, the traffic.
import path from 'node:path'
import { withoutComments } from './purity-rules.mjs'

const FEATURES = ['engine', 'images', 'cluster', 'stack', 'rollout', 'verify', 'grading']
const ROOMS = ['effects', 'docker', 'traffic', ...FEATURES, 'report', 'github', 'usecases']
/** Grading has checks of its own beside those of verify, and reads Dockerfiles and stack files as their rooms do. */
const GRADES_WITH = ['images', 'stack', 'verify']
/** Features that send traffic of their own: while a stack is rolled out, and when it is checked. */
const SENDERS = ['rollout', 'verify']
/** Files of their own at the top of src that everyone may import. */
const FOR_ALL = ['src/errors.ts', 'src/version.ts']
/** The ground floor: pure, imports nothing of the house, and everyone may stand on it. */
const FLOOR = 'plain'
const leftOf = room => ROOMS.slice(0, ROOMS.indexOf(room))

/** room → the rooms whose values (functions, constants) and whose types it may import, besides its own. */
export const MAY_IMPORT = {
  effects: { values: [], types: [] },
  docker: { values: ['effects'], types: ['effects'] },
  traffic: { values: ['effects'], types: ['effects'] },
  ...Object.fromEntries(
    FEATURES.map(room => [
      room,
      {
        values: [
          'effects',
          'docker',
          ...(SENDERS.includes(room) ? ['traffic'] : []),
          ...(room === 'grading' ? GRADES_WITH : [])
        ],
        types: leftOf(room)
      }
    ])
  ),
  report: { values: [], types: leftOf('report') },
  github: { values: [], types: leftOf('github') },
  usecases: { values: leftOf('usecases'), types: leftOf('usecases') },
  inputs: { values: ['effects'], types: [] },
  cli: { values: ['inputs', 'usecases', 'effects', 'report'], types: [...ROOMS, 'inputs'] },
  'src/actions': { values: ['inputs', 'usecases', 'effects', 'report'], types: [...ROOMS, 'inputs'] },
  actions: {
    values: ['usecases', 'effects', 'report', 'src/actions'],
    types: [...ROOMS, 'src/actions']
  }
}

/** Plain words that two rooms share may be imported as values from these files: they hold constants only. */
const CONSTANTS = ['src/cluster/cluster.ts', 'src/stack/changes/stack-changes.ts']

/** @returns {string | undefined} the room that a file of the project stands in */
export function roomOf(file) {
  const [top, room] = file.split('/')
  if (FOR_ALL.includes(file)) return path.basename(file, '.ts')
  if (top === 'actions') return 'actions'
  if (top !== 'src') return undefined
  return room === 'actions' ? 'src/actions' : room
}

/** @typedef {{file: string, target: string, line: number, isType: boolean, isExternal: boolean}} Edge */

/**
 * @param {Edge} edge from a file of the project to another, or to a package or builtin
 * @returns {string | undefined} what is wrong with it
 */
export function judgeEdge({ file, target, isType, isExternal }) {
  if (FOR_ALL.includes(file)) return `${path.basename(file)} imports ${target}: it imports nothing`
  if (isExternal || FOR_ALL.includes(target)) return undefined
  const [from, to] = [roomOf(file), roomOf(target)]
  if (from === undefined || from === to) return undefined
  if (from === FLOOR) return `${FLOOR} imports ${target}: it imports nothing`
  if (to === FLOOR) return undefined
  const may = MAY_IMPORT[from]
  if (!may) return `src/${from} is not a room of the house (see tools/import-rules.mjs)`
  if (to === undefined) return `imports ${target}, which is not part of the product`
  if (isType ? may.types.includes(to) : may.values.includes(to)) return undefined
  if (!isType && CONSTANTS.includes(target) && may.types.includes(to)) return undefined
  return isType
    ? `${from} may not import types from ${to}`
    : `${from} may not import from ${to}${may.types.includes(to) ? ' (types only)' : ''}`
}

const EMPTY_WORDS = /^(?:utils?|helpers?|common|misc|managers?|contexts?)$/
const EMPTY_TYPES =
  /\b(?:type|interface|class)\s+(Node|Context|Manager|\w+(?:Manager|Helper|Utils))\b(?!\s*[,}])/
const MAX_LINES = 300

/**
 * What a file's name and text say, without its imports.
 *
 * @returns {{line: number, message: string}[]}
 */
export function judgeText(file, text) {
  const found = []
  const lines = text.split('\n')
  for (const part of file.split('/')) {
    const name = part.replace(/(?:\.\w+)+$/, '')
    if (name.split('-').some(word => EMPTY_WORDS.test(word)))
      found.push({ line: 1, message: `the name ${part} says nothing` })
    if (!/^\.?[a-z0-9-]+$/.test(name)) found.push({ line: 1, message: `the name ${part} is not kebab-case` })
  }
  const count = lines.length - (lines.at(-1) === '' ? 1 : 0)
  if (count > MAX_LINES)
    found.push({ line: MAX_LINES + 1, message: `${count} lines, more than ${MAX_LINES}` })
  for (const [index, line] of withoutComments(text).split('\n').entries()) {
    const type = EMPTY_TYPES.exec(line)?.[1]
    if (type) found.push({ line: index + 1, message: `the type ${type} says nothing` })
  }
  return found
}

/** The modules that a file imports types from: `import type … from`, `export type … from`, `import('…').T`. */
export function typeImports(text) {
  const found = []
  const pattern = /^(?:im|ex)port type\b[^'"]*?from\s*['"]([^'"]+)['"]|\btypeof import\(['"]([^'"]+)['"]\)/gm
  for (const match of text.matchAll(pattern))
    found.push({ path: match[1] ?? match[2], line: text.slice(0, match.index).split('\n').length })
  return found
}
