import { describe, expect, test } from '@jest/globals'
import { columnsOf } from '../../../src/cli/columns.rules.ts'
import { tableLines, tablesBelow } from '../../../src/cli/live-table.rules.ts'
import type { Step } from '../../../src/cli/steps.ts'
import type { LiveTable } from '../../../src/effects/effects.ts'

const row = (tone: LiveTable['rows'][number]['tone'], ...cells: string[]) => ({ tone, cells })
const head = ['task', 'node', 'state']
const table: LiveTable = {
  head,
  rows: [
    row('good', 's_web.1', 'worker1', 'running'),
    row('bad', 's_web.2', 'worker2', 'failed'),
    row('good', 's_web.3', 'worker3', 'running'),
    row('busy', 's_db.1', '', 'preparing')
  ]
}
const room = { width: 60, rows: 20, ellipsis: '…' }
const texts = (...given: Parameters<typeof tableLines>): string[] =>
  tableLines(...given).map(line => line.text)

test('columns below one another, in the order given', () => {
  expect(texts(table, room)).toEqual([
    '  task     node     state',
    '  s_web.1  worker1  running',
    '  s_web.2  worker2  failed',
    '  s_web.3  worker3  running',
    '  s_db.1            preparing'
  ])
  expect(tableLines(table, room).map(line => line.tone)).toEqual(['head', 'good', 'bad', 'good', 'busy'])
})

describe('too little room', () => {
  test('in height: what is well goes first, and is counted', () => {
    expect(texts(table, { ...room, rows: 4 })).toEqual([
      '  task     node     state',
      '  s_web.2  worker2  failed',
      '  s_db.1            preparing',
      '  … and 2 more, all well'
    ])
    expect(texts(table, { ...room, rows: 3 }).at(-1)).toBe('  … and 3 more')
    expect(texts(table, { ...room, rows: 2 })).toEqual([])
  })
  test.each([10, 24, 40, 120])('in width: no line takes more than %i columns', width => {
    const long = { head, rows: [row('bad', '日本語'.repeat(20), 'n'.repeat(80), 'x')] }
    for (const line of texts(long, { ...room, width })) expect(columnsOf(line)).toBeLessThan(width)
  })
})

test('foreign text moves nothing', () => {
  const evil = { head, rows: [row('bad', 'a\u001b[2J\nb', '\u202eabc', 'x\ry')] }
  expect(texts(evil, room)[1]).toBe('  a\ufffd[2J b  \ufffdabc  x y')
})

test('the tables of what runs, one below the other; not of what has ended', () => {
  const step = (over: Partial<Step>): Step => ({
    title: '',
    detail: '',
    startedAt: 0,
    parent: undefined,
    children: [],
    end: undefined,
    ...over
  })
  const one = { head: ['a'], rows: [row('good', 'x')] }
  const steps = [
    step({ children: [step({ table: one }), step({ table: one, end: { how: 'done', at: 1 } })] })
  ]
  expect(tablesBelow(steps, room).map(line => line.text)).toEqual(['  a', '  x'])
})
