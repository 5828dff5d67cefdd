import { describe, expect, test } from '@jest/globals'
import type { StackChanges } from '../../../src/stack/plan/stack-changes.ts'
import { needsSpareNode, withoutRoom } from '../../../src/usecases/deploy/spare-nodes.rules.ts'
import { aNode } from '../../support/swarm-builders.ts'

const host = { ports: [{ target: 80, published: 80, mode: 'host' }] }
const nodes = (count: number) => Array.from({ length: count }, (_, i) => aNode(`n${i}`))

function refusal(service: object, deploy: object, count: number, tasks = 'replaced'): string | undefined {
  const model = {
    services: { web: { ...service, deploy: { update_config: { order: 'start-first' }, ...deploy } } }
  }
  const changes = {
    stack: 's',
    services: [{ name: 'web', fullName: 's_web', kind: 'updated', fields: [], tasks, refusal: undefined }],
    objects: [],
    isUnchanged: false
  } as StackChanges
  return withoutRoom(changes, model, nodes(count)).services[0]?.refusal
}

describe('an update that starts the new task first', () => {
  const spread = { replicas: 3, placement: { max_replicas_per_node: 1 } }
  test.each<[string, object, object, number, boolean]>([
    ['has no room with as many nodes as tasks', {}, spread, 3, true],
    ['has room with one more', {}, spread, 4, false],
    ['has no room for its host port', host, { replicas: 1 }, 1, true],
    ['has room for its host port on another node', host, { replicas: 1 }, 2, false],
    [
      'counts the nodes that fit only',
      host,
      { placement: { constraints: ['node.hostname == host-n1'] } },
      5,
      true
    ],
    ['with two on a node', {}, { replicas: 3, placement: { max_replicas_per_node: 2 } }, 2, false],
    ['and no limit', {}, { replicas: 9 }, 1, false],
    ['and no tasks', host, { replicas: 0 }, 1, false]
  ])('%s', (_, service, deploy, count, isRefused) =>
    expect(refusal(service, deploy, count) !== undefined).toBe(isRefused)
  )
  test('says what there is room for', () =>
    expect(refusal({}, spread, 3)).toMatch(
      /a new task beside 3, and the nodes have room for 3 .*stop-first, or add a node/
    ))
  test('is none where no task is replaced', () => expect(refusal({}, spread, 3, 'go-on')).toBeUndefined())
  test('asks for the nodes only where it matters', () => {
    expect(needsSpareNode({ ...host, deploy: { update_config: { order: 'start-first' } } })).toBe(true)
    expect(needsSpareNode({ ...host, deploy: { update_config: { order: 'stop-first' } } })).toBe(false)
    expect(needsSpareNode({ deploy: { update_config: { order: 'start-first' } } })).toBe(false)
  })
})
