import { describe, expect, test } from '@jest/globals'
import { renderPlan } from '../../../src/report/plan-summary.ts'
import type { ServiceChange, StackChanges } from '../../../src/stack/plan/stack-changes.ts'
import { HOSTILE } from './hostile-report.ts'

const service = (
  name: string,
  kind: ServiceChange['kind'],
  more: Partial<ServiceChange> = {}
): ServiceChange => ({
  name,
  fullName: `shop_${name}`,
  kind,
  fields: [],
  tasks: 'none',
  refusal: undefined,
  ...more
})
const plan = (services: ServiceChange[], more: Partial<StackChanges> = {}): StackChanges => ({
  stack: 'shop',
  services,
  objects: [],
  isUnchanged: false,
  ...more
})
const field = (name: string, from?: string, to?: string) => ({ field: name, from, to })

test('what is created, updated with its fields, unchanged and removed', () => {
  const summary = renderPlan(
    plan(
      [
        service('web', 'created'),
        service('api', 'updated', {
          tasks: 'replaced',
          fields: [field('image', 'api:1', 'api:2'), field('a', undefined, 'x'), field('b', 'y')]
        }),
        service('db', 'unchanged'),
        service('old', 'removed'),
        service('stray', 'orphaned')
      ],
      {
        objects: [
          { kind: 'secret', name: 'shop_pw-1', change: 'created', fields: [] },
          {
            kind: 'network',
            name: 'shop_net',
            change: 'drifted',
            fields: [field('driver', 'bridge', 'overlay')]
          }
        ]
      }
    )
  )
  expect(summary).toBe(`### Plan for the stack shop

5 services: 1 created, 1 updated, 1 unchanged, 1 removed, 1 orphaned.

|  | Service | What | Fields |
| --- | --- | --- | --- |
| 🆕 | <code>web</code> | created |  |
| ✏️ | <code>api</code> | updated: its tasks are replaced | <code>image</code>: <code>api:1</code> → <code>api:2</code><br><code>a</code>: <code>x</code> (new)<br><code>b</code>: <code>y</code> (removed) |
| ➖ | <code>db</code> | unchanged |  |
| 🗑️ | <code>old</code> | removed |  |
| ❔ | <code>stray</code> | orphaned: the files no longer name it, and it stays |  |

- secret <code>shop&#95;pw-1</code> is created
- network <code>shop&#95;net</code> differs from the files; docker will not change it
  - <code>driver</code>: <code>bridge</code> → <code>overlay</code>
`)
})

test('what becomes of the tasks', () => {
  const what = (kind: ServiceChange['kind'], tasks: ServiceChange['tasks']) =>
    renderPlan(plan([service('web', kind, { tasks })])).match(/<\/code> \| (.*?) \|/)?.[1]
  expect([
    what('updated', 'go-on'),
    what('updated', 'move'),
    what('updated', 'run-again'),
    what('unchanged', 'run-again'),
    what('unchanged', 'none')
  ]).toEqual([
    'updated: its tasks go on',
    'updated: tasks move where their node no longer fits',
    'updated: a job, it runs again',
    'unchanged: a job, it runs again',
    'unchanged'
  ])
})

test('nothing changes; nothing is there at all', () => {
  expect(renderPlan(plan([service('web', 'unchanged')], { isUnchanged: true }))).toContain(
    '\n\nNothing changes.\n\n|'
  )
  expect(renderPlan(plan([], { isUnchanged: true }))).toBe(
    '### Plan for the stack shop\n\nNothing changes.\n'
  )
})

test('what the swarm would refuse comes first', () => {
  const refused = service('web', 'updated', {
    refusal: 'never | ever',
    fields: [field('deploy.mode', 'a', 'b')]
  })
  expect(renderPlan(plan([refused]))).toContain('| ❌ never &#124; ever<br><code>deploy.mode</code>')
})

describe('hostile names and values', () => {
  const summary = renderPlan(
    plan(
      (['created', 'updated', 'removed'] as const).map(kind =>
        service(HOSTILE, kind, { fields: [field(HOSTILE, HOSTILE, `${HOSTILE}2`)], refusal: HOSTILE })
      ),
      {
        stack: HOSTILE,
        objects: [{ kind: 'volume', name: HOSTILE, change: 'drifted', fields: [field(HOSTILE, HOSTILE)] }]
      }
    )
  )

  test('become no HTML, link, mention, heading, command or line of their own', () => {
    const tags = new Set([...summary.matchAll(/<\/?([a-z]+)/g)].map(found => found[1]))
    expect([...tags].toSorted()).toEqual(['br', 'code'])
    expect(summary).not.toMatch(/\]\(|@everyone|http:\/\/|^::|^# h/m)
    for (const sign of ['\u001b', '\u202e']) expect(summary).not.toContain(sign)
  })

  test('end no cell', () => {
    const rows = summary.split('\n').filter(line => line.startsWith('|'))
    expect(rows).toHaveLength(5)
    expect(new Set(rows.map(row => row.split('|').length))).toEqual(new Set([6]))
  })
})

test('a plan of any size stays readable, and its cut values whole', () => {
  const fields = Array.from({ length: 500 }, (_, i) => field(`f${i}`, '<'.repeat(5_000), '&'.repeat(5_000)))
  const services = Array.from({ length: 300 }, (_, i) =>
    service(`s${i}`, 'updated', { fields: i === 0 ? fields : [] })
  )
  const summary = renderPlan(plan(services))
  expect(summary).toContain('… and 100 services more.')
  expect(summary).toContain('<br>… and 460 more |')
  expect(summary).toContain(`<code>${'&#60;'.repeat(120)}</code>… (5000 characters)`)
  expect(Buffer.byteLength(summary)).toBeLessThan(200_000)
})
