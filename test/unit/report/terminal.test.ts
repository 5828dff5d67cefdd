import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import { answersTable } from '../../../src/report/terminal/answers.ts'
import { verdictsTable } from '../../../src/report/terminal/verdicts.ts'
import { renderTerminal } from '../../../src/report/terminal.ts'
import { abortedReport, failingReport, passingReport } from '../../support/sample-report.ts'
import { HOSTILE } from './hostile-report.ts'

const plainLook = { width: Number.POSITIVE_INFINITY, hasColor: false, hasUnicode: true }
const nodes = passingReport().verify?.nodes ?? []
const verdicts = failingReport().verify?.verdicts ?? []
const widest = (text: string) =>
  Math.max(...text.split('\n').map(line => stripVTControlCharacters(line).length))

test('all there is, where there is room', () => {
  expect(answersTable(nodes, plainLook)).toBe(
    [
      'node      4be1d0c77a52  8f20c96b13de  c5a94417e0b8  failed  p50 ms  p95 ms  max ms',
      '────────────────────────────────────────────────────────────────────────────────────',
      'manager1     34 34.0 %     33 33.0 %     33 33.0 %       0     4.1    11.8    31.4',
      'worker1      33 33.0 %     34 34.0 %     33 33.0 %       0     4.6    12.2    28.9',
      'worker2      33 33.0 %     33 33.0 %     34 34.0 %       0     4.4    13.9    40.2',
      'all         100 33.3 %    100 33.3 %    100 33.3 %       0'
    ].join('\n')
  )
})

describe('a narrow screen', () => {
  test('of 80 columns: no shares', () => {
    const table = answersTable(nodes, { ...plainLook, width: 80 })
    expect(table).toMatch(/^node +4be1d0c77a52 +8f20c96b13de +c5a94417e0b8 +failed +p95 ms\n/)
    expect(widest(table)).toBeLessThanOrEqual(80)
  })
  test('of 60 columns: the least and the greatest share', () => {
    const table = answersTable(nodes, { ...plainLook, width: 60 })
    expect(table).toMatch(/worker1 +100 +0 +3 +33\.0 % +34\.0 %/)
    expect(table).toMatch(/all +300 +0 +3 +33\.3 % +33\.3 %$/)
    expect(widest(table)).toBeLessThanOrEqual(60)
  })
  test.each([60, 80, 120])('of %d columns: verdicts are wrapped', width => {
    expect(widest(verdictsTable(verdicts, { ...plainLook, width }))).toBeLessThanOrEqual(width)
  })
})

test('a node that answered nothing has no latency', () => {
  expect(answersTable(failingReport().verify?.nodes ?? [], plainLook)).toMatch(/worker2 .* 20 +- +- +-/)
})

test('expected and way out are shown where a check did not pass', () => {
  const table = verdictsTable(verdicts, plainLook)
  expect(table.match(/expected: /g)).toHaveLength(3)
  expect(table).toMatch(/✖ failed +routing-mesh +worker1: 1 of 100 failed/)
  expect(table).toMatch(/→ see why requests fail first/)
})

test('colour and signs only where asked for', () => {
  const control = '\u001b['
  expect(verdictsTable(verdicts, plainLook)).not.toContain(control)
  expect(verdictsTable(verdicts, { ...plainLook, hasColor: true })).toContain(`${control}31m✖ failed`)
  const ascii = [
    verdictsTable(verdicts, { ...plainLook, hasUnicode: false }),
    answersTable(nodes, { ...plainLook, hasUnicode: false })
  ]
  expect(ascii.join('\n')).not.toMatch(/[✔✖–─]/)
  expect(ascii.join('\n')).toMatch(/x failed/)
})

test('hostile text moves no cursor and makes no lines', () => {
  const [node] = nodes
  const [verdict] = verdicts
  if (!node || !verdict) throw new Error('empty sample')
  const odd = { ...node, node: HOSTILE, byReplica: { [HOSTILE]: 3 } }
  const text = [
    answersTable([odd], plainLook),
    verdictsTable(
      [{ ...verdict, status: 'fail', kind: HOSTILE, observed: HOSTILE, expected: HOSTILE, hint: HOSTILE }],
      plainLook
    )
  ].join('\n')
  for (const sign of ['\u001b', '\u202e']) expect(text).not.toContain(sign)
  expect(text).not.toMatch(/^::|^# h/m)
})

test('a whole report: whose it is, how it ended, and why', () => {
  const source = {
    stack: 'workshop',
    swarm: 'the cluster demo',
    commit: { sha: 'c0ffee'.repeat(7).slice(0, 40), ref: 'main' }
  }
  const text = renderTerminal({ ...failingReport(), source }, plainLook)
  expect(text).toMatch(
    /^Failed in 2 min 45 s, 2026-11-23 02:14 UTC\nworkshop on the cluster demo\ncommit c0ffeec0ffee \(main\)\n2 of 5 checks failed/
  )
  expect(text).toContain('workshop_backend on worker2: task: non-zero exit (255)\n    │ PHP 8.4.11')
  expect(text).toContain('→ give it more time (timeout), or check what its tasks wait for')
  expect(renderTerminal(abortedReport(), plainLook).split('\n')[2]).toMatch(/^No engine answers/)
})

test('a swarm of many replicas: the least and the greatest share', () => {
  const [node] = nodes
  if (!node) throw new Error('empty sample')
  const byReplica = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`replica${i}`, 1]))
  expect(answersTable([{ ...node, byReplica }], plainLook)).toMatch(/^node +answered +failed +replicas/)
})
