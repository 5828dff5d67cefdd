import { expect, test } from '@jest/globals'
import type { Judgement } from '../../../src/rollout/hold.rules.ts'
import { liveRows } from '../../../src/rollout/live-rows.rules.ts'
import { aService, aSnapshot, aTask, stateOf } from '../../support/swarm-builders.ts'

const NOW = Date.parse('2026-01-01T12:00:00Z')
const ago = (seconds: number): number => NOW - seconds * 1000

function shown(parts: Parameters<typeof aSnapshot>[0]): unknown[] {
  const judgement = { state: stateOf(parts), outcome: undefined } as Judgement
  return liveRows([judgement], aSnapshot(parts), NOW).rows.map(row => [row.tone, ...row.cells])
}

test('what runs, what is on its way, what still stops, what has just failed: by slot', () => {
  const web = aService('web', { replicas: 10 })
  expect(
    shown({
      services: [web],
      old: [
        aTask('web', 'running', { slot: 10, atMs: ago(7300) }),
        aTask('web', 'running', { slot: 2, desired: 'shutdown', atMs: ago(300) }),
        aTask('web', 'shutdown', { slot: 1, desired: 'shutdown', atMs: ago(1) })
      ],
      tasks: [
        aTask('web', 'running', { slot: 1, atMs: ago(3) }),
        aTask('web', 'preparing', { slot: 2, node: '', atMs: ago(-5) }),
        aTask('web', 'failed', { slot: 3, desired: 'shutdown', err: 'exit \u001b[2J(1)', atMs: ago(2) }),
        aTask('web', 'failed', { slot: 3, desired: 'shutdown', err: 'long ago', atMs: ago(60) }),
        aTask('web', 'pending', { slot: 4, node: '', err: 'no suitable node', atMs: ago(90) })
      ]
    })
  ).toEqual([
    ['good', 'web.1', 'host-n1', 'running', '3 s', ''],
    ['old', 'web.2', 'host-n1', 'running (stopping)', '5 min', ''],
    ['busy', 'web.2', '', 'preparing', '0 s', ''],
    ['bad', 'web.3', 'host-n1', 'failed', '2 s', 'exit \u{fffd}[2J(1)'],
    ['bad', 'web.4', '', 'pending', '90 s', 'no suitable node'],
    ['old', 'web.10', 'host-n1', 'running (old)', '2 h', '']
  ])
})

test('a global service by node; a service that is not there', () => {
  const agent = aService('agent', { Spec: { Mode: { Global: {} } } })
  const parts = {
    services: [agent],
    tasks: [aTask('agent', 'running', { node: 'n2', slot: 0, atMs: ago(1) })]
  }
  expect(shown(parts)).toEqual([['good', 'agent.host-n2', 'host-n2', 'running', '1 s', '']])
  const judgement = {
    state: { ...stateOf(parts), id: 'gone', name: 'gone' },
    outcome: undefined
  } as Judgement
  expect(liveRows([judgement], aSnapshot(parts), NOW).rows).toEqual([
    { tone: 'bad', cells: ['gone', '', 'not there', '', ''] }
  ])
})
