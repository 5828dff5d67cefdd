import { expect, test } from '@jest/globals'
import { differenceOf, type SwarmState } from '../../../bench/support/swarm-difference.ts'

const task = (ID: string, State = 'running', Slot: number | undefined = 1): SwarmState['tasks'][number] => ({
  ID,
  ServiceID: 'w',
  ...(Slot === 0 ? {} : { Slot }),
  NodeID: 'n1',
  DesiredState: State === 'running' ? 'running' : 'shutdown',
  Status: { State, Timestamp: '' }
})
const node = (ID: string, State: 'ready' | 'down' = 'ready'): SwarmState['nodes'][number] => ({
  ID,
  Description: {
    Hostname: `host-${ID}`,
    Platform: { Architecture: '', OS: '' },
    Engine: { EngineVersion: '' }
  },
  Status: { State, Addr: '' }
})
const names = new Map([['w', 'shop_web']])

test('what runs on is no difference, nor is what did not run before', () => {
  const state = { nodes: [node('n1'), node('n2', 'down')], tasks: [task('a'), task('old', 'failed')] }
  expect(differenceOf(state, state, names)).toEqual({ replaced: [], down: [] })
})

test('tasks that stopped, are gone or were replaced, and nodes that went down or left', () => {
  const before = {
    nodes: [node('n1'), node('n2')],
    tasks: [task('a'), task('b', 'running', 2), task('c', 'running', 0)]
  }
  const after = { nodes: [node('n1', 'down')], tasks: [task('a', 'failed'), task('b2', 'running', 2)] }
  expect(differenceOf(before, after, names)).toEqual({
    replaced: ['shop_web.1', 'shop_web.2', 'shop_web.n1'],
    down: ['host-n1', 'host-n2']
  })
})
