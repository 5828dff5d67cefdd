// Who may import whom, and what names and lengths may be. Plain tables and functions of text: no I/O.
// The rooms stand in the order of a run (docs/architecture.md): a feature takes plain types from its left, and
// functions from nobody but the floors and, where it sends some, the traffic.
import path from 'node:path'
import { withoutComments } from './purity-rules.mjs'

/** The rooms of a stack, in the order of the walk; each takes functions from those to its left, too. */
const STACK = ['stack/read', 'stack/lint', 'stack/plan', 'stack/kept', 'stack/apply']
const FEATURES = ['engine', 'images', 'cluster', ...STACK, 'rollout', 'verify', 'grading']
const ROOMS = ['effects', 'docker', 'traffic', ...FEATURES, 'report', 'github', 'usecases']
/** Grading has checks of its own beside those of verify, and reads Dockerfiles as the images do. */
const GRADES_WITH = ['images', 'verify']
/** Features that send traffic of their own: while a stack is rolled out, and when it is checked. */
const SENDERS = ['rollout', 'verify']
/**
 * Rooms that others enter through their face alone: the file named for the room (`src/cluster/cluster.ts`,
 * `src/stack/read/read.ts`) and its pure half (`cluster.rules.ts`), from which pure files import. The floors (plain, effects,
 * docker) are open file by file, and so are the use cases: each is loaded on its own, when its command is given.
 */
const FACED = ['traffic', ...FEATURES, 'report', 'github']
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
          ...(room === 'grading' ? GRADES_WITH : []),
          ...STACK.slice(0, Math.max(STACK.indexOf(room), 0))
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

/** @returns {string | undefined} the room that a file of the project stands in */
export function roomOf(file) {
  const [top, room, part] = file.split('/')
  if (FOR_ALL.includes(file)) return path.basename(file, '.ts')
  if (top === 'actions') return 'actions'
  if (top !== 'src') return undefined
  if (room === 'stack') return `stack/${part}`
  return room === 'actions' ? 'src/actions' : room
}

/** The files by which a room is entered. */
function facesOf(room) {
  const face = `src/${room}/${path.basename(room)}`
  return [`${face}.ts`, `${face}.rules.ts`]
}

/** Kinds of checks are each other's neighbours, not each other's parts; and only the list of them knows them. */
function judgeKinds(file, target) {
  const [, to] = /\/kinds\/([^/]+)\//.exec(target) ?? []
  if (!to) return undefined
  const [, from] = /\/kinds\/([^/]+)\//.exec(file) ?? []
  if (from !== undefined) return from === to ? undefined : `the kind ${from} imports the kind ${to}`
  return KNOW_KINDS.test(file) ? undefined : `imports the kind ${to}: only kinds/all.ts does`
}
/** A suite is derived from what the kinds of checks can find out. */
const KNOW_KINDS = /\/kinds\/all\.ts$|^src\/verify\/derive\//

/** @typedef {{file: string, target: string, line: number, isType: boolean, isExternal: boolean}} Edge */

/**
 * @param {Edge} edge from a file of the project to another, or to a package or builtin
 * @returns {string | undefined} what is wrong with it
 */
export function judgeEdge({ file, target, isType, isExternal }) {
  if (FOR_ALL.includes(file)) return `${path.basename(file)} imports ${target}: it imports nothing`
  if (isExternal || FOR_ALL.includes(target)) return undefined
  const [from, to] = [roomOf(file), roomOf(target)]
  if (from === undefined) return undefined
  if (from === to) return judgeKinds(file, target)
  if (from === FLOOR) return `${FLOOR} imports ${target}: it imports nothing`
  if (to === FLOOR) return undefined
  const may = MAY_IMPORT[from]
  if (!may) return `src/${from} is not a room of the house (see tools/import-rules.mjs)`
  if (to === undefined) return `imports ${target}, which is not part of the product`
  const isAllowed = isType ? may.types.includes(to) : may.values.includes(to)
  if (!isAllowed)
    return isType
      ? `${from} may not import types from ${to}`
      : `${from} may not import from ${to}${may.types.includes(to) ? ' (types only)' : ''}`
  if (FACED.includes(to) && !facesOf(to).includes(target))
    return `imports ${target}, which is ${to}'s own: what others need of it stands in ${facesOf(to)[0]}`
  return undefined
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
  const room = roomOf(file)
  if (FACED.includes(room) && facesOf(room)[0] === file && !text.startsWith('/**'))
    found.push({ line: 1, message: `the face of ${room} does not begin with what the room does` })
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
