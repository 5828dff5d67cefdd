import { describe, expect, test } from '@jest/globals'
import { judgeEdge, judgeText, typeImports } from '../../../tools/import-rules.mjs'
import { judgePurity } from '../../../tools/purity-rules.mjs'

const edge = (file: string, target: string, isType = false, isExternal = false) => ({
  file,
  target,
  line: 1,
  isType,
  isExternal
})

describe('who may import whom', () => {
  test.each([
    ['src/stack/lint/load.ts', 'src/docker/client.ts'],
    ['src/stack/lint/load.ts', 'src/errors.ts'],
    ['src/stack/lint/load.ts', 'src/stack/lint/silences.rules.ts'],
    ['src/stack/lint/load.ts', 'src/stack/read/read.ts'],
    ['src/stack/lint/load.ts', 'src/stack/read/read.rules.ts'],
    ['src/traffic/generate.ts', 'src/effects/effects.ts'],
    ['src/rollout/watch.ts', 'src/traffic/traffic.ts'],
    ['src/grading/kinds/registry/kind.ts', 'src/verify/verify.ts'],
    ['src/usecases/up.ts', 'src/cluster/cluster.ts'],
    ['src/usecases/deploy/deploy.ts', 'src/stack/apply/apply.rules.ts'],
    ['src/verify/kinds/http/kind.ts', 'src/verify/kinds/http/judge.ts'],
    ['src/verify/kinds/all.ts', 'src/verify/kinds/http/kind.ts'],
    ['src/cli/main.ts', 'src/usecases/up.ts'],
    ['actions/verify/main.ts', 'src/actions/run.ts'],
    ['src/report/html.ts', 'src/version.ts'],
    ['src/report/html.ts', 'src/plain/text.ts'],
    ['src/stack/read/a.rules.ts', 'src/plain/text.ts']
  ])('%s may import values from %s', (file, target) => {
    expect(judgeEdge(edge(file, target))).toBeUndefined()
  })

  test.each([
    [
      'src/stack/lint/load.ts',
      'src/cluster/cluster.ts',
      'stack/lint may not import from cluster (types only)'
    ],
    ['src/stack/read/read.ts', 'src/stack/lint/lint.ts', 'stack/read may not import from stack/lint'],
    ['src/stack/kept/kept.ts', 'src/stack/apply/apply.ts', 'stack/kept may not import from stack/apply'],
    ['src/images/plan.ts', 'src/rollout/assess.ts', 'images may not import from rollout'],
    ['src/cli/main.ts', 'src/engine/engine.ts', 'cli may not import from engine (types only)'],
    ['src/report/html.ts', 'src/effects/exec.ts', 'report may not import from effects (types only)'],
    ['src/traffic/generate.ts', 'src/docker/client.ts', 'traffic may not import from docker'],
    ['src/traffic/generate.ts', 'src/verify/verify.ts', 'traffic may not import from verify'],
    [
      'src/stack/apply/deploy.ts',
      'src/traffic/traffic.ts',
      'stack/apply may not import from traffic (types only)'
    ],
    ['src/cli/main.ts', 'src/traffic/traffic.ts', 'cli may not import from traffic (types only)'],
    ['src/grading/grade.ts', 'src/report/report.ts', 'grading may not import from report'],
    ['src/verify/check.ts', 'src/grading/grading.ts', 'verify may not import from grading'],
    ['src/usecases/up.ts', 'src/cli/door.ts', 'usecases may not import from cli'],
    ['src/cluster/state.ts', 'actions/verify/main.ts', 'cluster may not import from actions'],
    ['src/actions/run.ts', 'src/cli/door.ts', 'src/actions may not import from cli'],
    [
      'src/stack/lint/load.ts',
      'test/support/action.ts',
      'imports test/support/action.ts, which is not part of the product'
    ],
    [
      'src/plain/text.ts',
      'src/stack/lint/load.ts',
      'plain imports src/stack/lint/load.ts: it imports nothing'
    ],
    ['src/errors.ts', 'src/version.ts', 'errors.ts imports src/version.ts: it imports nothing'],
    [
      'src/parts/load.ts',
      'src/docker/client.ts',
      'src/parts is not a room of the house (see tools/import-rules.mjs)'
    ],
    ['src/verify/kinds/http/kind.ts', 'src/verify/kinds/tcp/judge.ts', 'the kind http imports the kind tcp'],
    [
      'src/verify/verdict.ts',
      'src/verify/kinds/isolation/matrix.rules.ts',
      'imports the kind isolation: only kinds/all.ts does'
    ]
  ])('%s may not import values from %s', (file, target, message) => {
    expect(judgeEdge(edge(file, target))).toBe(message)
  })

  test.each([false, true])('another room is entered through its face alone (types: %s)', isType => {
    expect(judgeEdge(edge('src/usecases/up.ts', 'src/cluster/state.ts', isType))).toBe(
      "imports src/cluster/state.ts, which is cluster's own: what others need of it stands in src/cluster/cluster.ts"
    )
    expect(judgeEdge(edge('src/stack/lint/load.ts', 'src/stack/read/model.rules.ts', isType))).toBe(
      "imports src/stack/read/model.rules.ts, which is stack/read's own: what others need of it stands in src/stack/read/read.ts"
    )
  })

  test('types come from the left only', () => {
    expect(judgeEdge(edge('src/rollout/watch.ts', 'src/stack/plan/plan.ts', true))).toBeUndefined()
    expect(judgeEdge(edge('src/stack/lint/load.ts', 'src/rollout/rollout.ts', true))).toBe(
      'stack/lint may not import types from rollout'
    )
  })

  test('a face begins with what its room does', () => {
    expect(judgeText('src/cluster/cluster.ts', '/** Cluster. */\n')).toEqual([])
    expect(judgeText('src/cluster/cluster.ts', 'export {}\n')).toEqual([
      { line: 1, message: 'the face of cluster does not begin with what the room does' }
    ])
  })

  test('errors.ts imports nothing, not even a builtin', () => {
    expect(judgeEdge(edge('src/errors.ts', 'node:path', false, true))).toMatch('it imports nothing')
    expect(judgeEdge(edge('src/docker/client.ts', 'node:http', false, true))).toBeUndefined()
  })

  test('type imports are found with their lines', () => {
    const text =
      "import { a } from './a.ts'\nimport type {\n  B\n} from './b.ts'\nexport type { C } from './c.ts'\n"
    expect(typeImports(text)).toEqual([
      { path: './b.ts', line: 2 },
      { path: './c.ts', line: 5 }
    ])
  })
})

describe('pure files', () => {
  const judge = (files: Record<string, string>, edges: ReturnType<typeof edge>[] = []) =>
    judgePurity(edges, new Map(Object.entries(files))).map(
      ({ file, line, message }) => `${file}:${line}: ${message}`
    )

  test.each([
    ['const t = Date.now()', 'Date.now'],
    ['const t = new Date()', 'new Date()'],
    ['const e = process.env', 'process.'],
    ['const r = Math.random()', 'Math.random'],
    ['setTimeout(go, 1)', 'setTimeout'],
    ["await import('./x.ts')", 'import'],
    ['const t = `${Date.now()}`', 'Date.now']
  ])('%s is not pure', (line, word) => {
    expect(judge({ 'src/stack/a.rules.ts': `// why\n${line}\n` })).toEqual([
      `src/stack/a.rules.ts:2: a pure file uses ${word}`
    ])
  })

  test('words in comments and strings, and dates that are given, are pure', () => {
    const text = "// Date.now()\n/* process.env */\nconst a = 'fetch(x)'\nconst b = new Date(ms)\n"
    expect(judge({ 'src/stack/a.rules.ts': text, 'src/stack/b.ts': 'process.env' })).toEqual([])
  })

  test('only builtins that compute', () => {
    const file = 'src/rollout/assess.ts'
    const edges = ['node:fs', 'node:path', 'execa'].map(target => edge(file, target, false, true))
    expect(judge({ [file]: '' }, edges)).toEqual([
      `${file}:1: a pure file imports node:fs`,
      `${file}:1: a pure file imports execa`
    ])
  })

  test('what a pure file imports must be pure too, however far', () => {
    const files = { 'src/a/a.rules.ts': '', 'src/a/b.ts': '', 'src/a/c.ts': 'process.exit()' }
    const edges = [edge('src/a/a.rules.ts', 'src/a/b.ts'), edge('src/a/b.ts', 'src/a/c.ts')]
    expect(judge(files, edges)).toEqual([
      'src/a/c.ts:1: a file that the pure src/a/a.rules.ts imports uses process.'
    ])
  })
})

describe('names and lengths', () => {
  test.each([
    ['src/docker/utils.ts', 'the name utils.ts says nothing'],
    ['src/cluster/node-manager.ts', 'the name node-manager.ts says nothing'],
    ['src/helpers/a.ts', 'the name helpers says nothing'],
    ['src/docker/apiClient.ts', 'the name apiClient.ts is not kebab-case']
  ])('%s', (file, message) => {
    expect(judgeText(file, '')).toEqual([{ line: 1, message }])
  })

  test('a name of the field is welcome', () => {
    expect(judgeText('src/rollout/early-failure.rules.ts', 'type SwarmNode = 1\n')).toEqual([])
  })

  test('types that say nothing', () => {
    expect(
      judgeText('src/a/b.ts', "import { type Node, x } from 'yaml'\ntype Node = 1\nclass NodeManager {}\n")
    ).toEqual([
      { line: 2, message: 'the type Node says nothing' },
      { line: 3, message: 'the type NodeManager says nothing' }
    ])
  })

  test('300 lines are enough', () => {
    expect(judgeText('src/a/b.ts', '\n'.repeat(300))).toEqual([])
    expect(judgeText('src/a/b.ts', '\n'.repeat(301))).toEqual([
      { line: 301, message: '301 lines, more than 300' }
    ])
  })
})
