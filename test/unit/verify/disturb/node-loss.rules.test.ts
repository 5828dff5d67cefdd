import { expect, test } from '@jest/globals'
import { chooseLoss, type SeenNode, whyNoRefuge } from '../../../../src/verify/disturb/node-loss.rules.ts'

const worker = (name: string, over: Partial<SeenNode> = {}): SeenNode => ({
  ...{ id: `id-${name}`, name, isReady: true, takesTasks: true, manager: undefined, tasks: 1 },
  ...{ hasPower: true, hasEngine: true },
  ...over
})
const manager = (name: string, over: Partial<SeenNode> = {}) =>
  worker(name, { manager: { isReachable: true, isLeader: name === 'm1' }, ...over })
const away = { manager: { isReachable: false, isLeader: false } }
const [m1, m2, m3, w1, w2] = [manager('m1'), manager('m2'), manager('m3'), worker('w1'), worker('w2')]

test.each<[string, SeenNode[], SeenNode[], string]>([
  ['a worker before a manager', [m1, w1], [m1, w1], 'w1 through m1'],
  ['a manager before the leader', [m1, m2], [m1, m2, m3], 'm2 through m1'],
  ['a worker beside the only manager', [w1], [m1, w1], 'w1 through m1'],
  ['one of three managers', [m1], [m1, m2, m3], 'm1 through m2'],
  ['the only manager', [m1], [m1, w1], 'without m1 the swarm would have 0 of 1 managers, and 1 must'],
  ['one of two managers', [m1], [m1, m2], 'without m1 the swarm would have 1 of 2 managers, and 2 must'],
  ['one of three, when one is away', [m1], [m1, m2, manager('m3', away)], 'would have 1 of 3 managers'],
  ['one that is away itself', [manager('m3', away)], [m1, m2, manager('m3', away)], 'm3 through m1'],
  ['one of four managers', [m1], [m1, m2, m3, manager('m4')], 'm1 through m2'],
  ['one of four, when one is away', [m1], [m1, m2, m3, manager('m4', away)], 'would have 2 of 4 managers'],
  [
    'a node that is not ours',
    [worker('w1', { hasPower: false })],
    [m1],
    'w1 cannot be switched off from here'
  ],
  ['the next one, when one is not ours', [worker('w1', { hasPower: false }), w2], [m1], 'w2 through m1'],
  [
    'the only one that can be asked',
    [m1],
    [m1, manager('m2', { hasEngine: false }), manager('m3', { hasEngine: false })],
    'nobody but m1 tells of the swarm'
  ],
  ['nobody', [], [m1], 'none']
])('%s', (_title, candidates, all, words) => {
  const loss = chooseLoss(candidates, all, 'none')
  const said = loss.kind === 'may-go' ? `${loss.node.name} through ${loss.through.name}` : loss.why
  expect(said).toContain(words)
})

test.each<[string, SeenNode, SeenNode[], boolean, string | undefined]>([
  ['another node takes them', w1, [w1, m1], false, undefined],
  ['no other is ready', w1, [w1, worker('w2', { isReady: false })], false, 'no other node'],
  ['no other takes tasks', w1, [w1, worker('w2', { takesTasks: false })], false, 'no other node'],
  ['nothing is lost', worker('w1', { tasks: 0 }), [], true, undefined],
  ['one on each node', w1, [w1, m1], true, 'a global service']
])('where lost tasks can go: %s', (_title, node, all, isGlobal, words) => {
  const no = whyNoRefuge(node, all, isGlobal)
  if (words === undefined) expect(no).toBeUndefined()
  else expect(no?.why).toContain(words)
})
