import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { circlesOf } from '../../../tools/import-circles.mjs'

const TOOL = path.resolve(import.meta.dirname, '../../../tools/lint-imports.mjs')
const root = mkdtempSync(path.join(tmpdir(), 'house-'))
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** A house in small, in which every rule is kept. */
const SOUND = {
  'src/cluster/cluster.ts':
    "/** Cluster. */\nexport { read } from './state.ts'\nexport type { Node1 } from './state.ts'\n",
  'src/cluster/state.ts': 'export const read = 1\nexport type Node1 = number\n',
  'src/usecases/up.ts': "import { read } from '../cluster/cluster.ts'\nexport const up = read\n"
}

function lint(files: Record<string, string>): { status: number | null; said: string } {
  for (const [file, text] of Object.entries({ ...SOUND, ...files })) {
    mkdirSync(path.join(root, path.dirname(file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, [TOOL, root], { encoding: 'utf8' })
  return { status, said: stdout + stderr }
}

describe('the house as a whole', () => {
  test('a sound one passes', () => {
    expect(lint({})).toEqual({ status: 0, said: '3 files, 0 findings\n' })
  })

  test.each([
    [
      'a circle of values',
      {
        'src/cluster/state.ts':
          "import { read as again } from './cluster.ts'\nexport const read = again\nexport type Node1 = number\n"
      },
      'src/cluster/cluster.ts:1: an import circle: src/cluster/cluster.ts → src/cluster/state.ts → src/cluster/cluster.ts'
    ],
    [
      'a circle of types',
      {
        'src/cluster/state.ts':
          "import type { Door } from './door.ts'\nexport const read = 1\nexport type Node1 = Door\n",
        'src/cluster/door.ts': "import type { Node1 } from './state.ts'\nexport type Door = Node1\n"
      },
      'src/cluster/door.ts:1: an import circle: src/cluster/door.ts → src/cluster/state.ts → src/cluster/door.ts'
    ],
    [
      'a deep import',
      { 'src/usecases/up.ts': "import { read } from '../cluster/state.ts'\nexport const up = read\n" },
      "src/usecases/up.ts:1: imports src/cluster/state.ts, which is cluster's own"
    ],
    [
      'a deep import of a type',
      {
        'src/usecases/up.ts': "import type { Node1 } from '../cluster/state.ts'\nexport const up: Node1 = 1\n"
      },
      "src/usecases/up.ts:1: imports src/cluster/state.ts, which is cluster's own"
    ],
    [
      'a deep import that waits for its call',
      { 'src/usecases/up.ts': "export const up = async () => (await import('../cluster/state.ts')).read\n" },
      "src/usecases/up.ts:1: imports src/cluster/state.ts, which is cluster's own"
    ],
    [
      'a second way in',
      {
        'src/cluster/index.ts': "/** Cluster. */\nexport { read } from './state.ts'\n",
        'src/usecases/up.ts': "import { read } from '../cluster/index.ts'\nexport const up = read\n"
      },
      "src/usecases/up.ts:1: imports src/cluster/index.ts, which is cluster's own: what others need of it stands in src/cluster/cluster.ts"
    ]
  ])('%s fails', (_, files, message) => {
    const { status, said } = lint(files)
    expect(said).toContain(message)
    expect(status).toBe(1)
  })
})

test('circles are found each once, whatever leads to them', () => {
  const edges = [
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'b'],
    ['c', 'd'],
    ['d', 'd'],
    ['e', 'a']
  ].map(([file = '', target = '']) => ({ file, target, isExternal: false }))
  expect(circlesOf(edges)).toEqual([['b', 'c'], ['d']])
})
