import { describe, expect, test } from '@jest/globals'
import { type Generation, outdated } from '../../../../../src/stack/apply/contents/outdated.rules.ts'
import { pruneContents } from '../../../../../src/stack/apply/contents/prune.ts'
import { contentKey } from '../../../../../src/stack/kept/content-key.ts'
import { beginRecord } from '../../../../../src/stack/kept/record/write.ts'
import { answered, fakeEffects } from '../../../../support/fake-engine.ts'
import { aService } from '../../../../support/swarm-builders.ts'
import { type FakeSwarm, fakeSwarm } from '../../fake-swarm.ts'

const LOGICAL = 'io.swarmline.logical-name'
const STACK = 'com.docker.stack.namespace'

const generation = (id: string, over: Partial<Generation> = {}): Generation => ({
  kind: 'secret',
  id,
  name: `s_pw-${id}`,
  labels: { [LOGICAL]: 'pw' },
  createdAt: `2026-01-01T00:00:0${id}.5Z`,
  ...over
})
const ids = (list: readonly Generation[]) => list.map(one => one.id)

test('of each name the newest stay, and whatever is in use', () => {
  const all = ['1', '2', '3', '4'].map(id => generation(id))
  const other = generation('5', { labels: { [LOGICAL]: 'other' } })
  const config = generation('6', { kind: 'config' })
  const judge = (keep: number, inUse: string[] = []) =>
    ids(outdated('s', [...all, other, config], { keep, inUse: new Set(inUse) })).sort()
  expect(judge(2)).toEqual(['1', '2'])
  expect(judge(1, ['2'])).toEqual(['1', '3'])
  expect(judge(0)).toEqual(['1', '2', '3'])
})

test('what plain docker made of a name that we know is an old generation; anything else is not ours', () => {
  const plain = generation('1', { name: 's_pw', labels: {} })
  const foreign = generation('2', { name: 's_else', labels: {} })
  const all = [plain, foreign, generation('3')]
  expect(ids(outdated('s', all, { keep: 1, inUse: new Set() }))).toEqual(['1'])
})

test('specs in force, previous specs of any service and recorded deploys hold what they name', async () => {
  const swarm = fakeSwarm()
  const fx = fakeEffects({ clock: swarm.clock })
  const labels = { [STACK]: 's', [LOGICAL]: 'pw' }
  const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map(name => swarm.add('secrets', `s_pw-${name}`, labels))
  const spec = (object: typeof a) => ({
    TaskTemplate: {
      ContainerSpec: { Image: 'x', Secrets: [{ SecretID: object?.ID ?? '', SecretName: '' }] }
    }
  })
  // Recorded with a; then another stack's previous spec has b, and a spec in force has d.
  swarm.services = [aService('s_app', { Spec: spec(a) })]
  const record = await beginRecord({ client: swarm.engine, stack: 's', owner: 'o', version: '1' }, fx)
  await record.capture(fx)
  swarm.services = [
    aService('s_app', { Spec: spec(d) }),
    { ...aService('t_app'), PreviousSpec: aService('t_app', { Spec: spec(b) }).Spec }
  ]
  expect(await pruneContents(swarm.engine, 's', { keep: 1 }, fx)).toEqual([c?.Spec.Name])
  expect(swarm.names('secrets')).toEqual([a, b, d, e].map(o => o?.Spec.Name))
})

test('one that a service took in the meantime is left', async () => {
  const swarm = fakeSwarm()
  for (const name of ['a', 'b']) swarm.add('secrets', name, { [STACK]: 's', [LOGICAL]: 'pw' })
  swarm.before = request => {
    if (request.startsWith('DELETE')) throw answered(400, 'secret is in use')
  }
  const fx = fakeEffects({ clock: swarm.clock })
  expect(await pruneContents(swarm.engine, 's', { keep: 1 }, fx)).toEqual([])
})

test('the key is made once, goes with the stack, and a plan makes none', async () => {
  const swarm = fakeSwarm()
  const fx = fakeEffects({ clock: swarm.clock })
  const look = await contentKey(swarm.engine, 's', 'look', fx)
  expect(look).toHaveLength(32)
  expect(swarm.names('configs')).toEqual([])
  const made = await contentKey(swarm.engine, 's', 'make', fx)
  expect(await contentKey(swarm.engine, 's', 'make', fx)).toEqual(made)
  expect(await contentKey(swarm.engine, 's', 'look', fx)).toEqual(made)
  expect(await contentKey(swarm.engine, 'other', 'make', fx)).not.toEqual(made)
  expect(swarm.objects.configs[0]?.Spec.Labels[STACK]).toBe('s')
})

describe('the key of the names', () => {
  const dataOf = (swarm: FakeSwarm) => swarm.objects.configs.map(({ Spec }) => Spec.Data ?? '')
  const stack = { 'com.docker.stack.namespace': 's' }

  test('is nothing that a container could mount', async () => {
    const swarm = fakeSwarm()
    const fx = fakeEffects({ clock: swarm.clock })
    const key = Buffer.from(await contentKey(swarm.engine, 's', 'make', fx)).toString('base64')
    expect(swarm.names('configs')).toEqual([expect.stringMatching(/^swarmline-key-s-[0-9a-f]{16}$/)])
    expect(dataOf(swarm)).not.toContain(key)
  })

  test('is not one that another stack laid there', async () => {
    const swarm = fakeSwarm()
    const fx = fakeEffects({ clock: swarm.clock })
    const laid = swarm.add('configs', 'swarmline-key-s', {
      'com.docker.stack.namespace': 'other',
      'io.swarmline.kind': 'content-key'
    })
    laid.Spec.Data = Buffer.from('known').toString('base64')
    expect(Buffer.from(await contentKey(swarm.engine, 's', 'make', fx)).toString()).not.toBe('known')
  })

  test.each([false, true])('of an earlier version stays, out of reach (mounted: %j)', async isUsed => {
    const swarm = fakeSwarm()
    const fx = fakeEffects({ clock: swarm.clock })
    const old = swarm.add('configs', 'swarmline-key-s', { ...stack, 'io.swarmline.kind': 'content-key' })
    old.Spec.Data = Buffer.from('old').toString('base64')
    swarm.before = request => {
      if (isUsed && request.startsWith('DELETE')) throw answered(400, 'config is in use')
    }
    for (const mode of ['look', 'make', 'make', 'look'] as const)
      expect(Buffer.from(await contentKey(swarm.engine, 's', mode, fx)).toString()).toBe('old')
    expect(swarm.names('configs').includes('swarmline-key-s')).toBe(isUsed)
    expect(swarm.names('configs')).toHaveLength(isUsed ? 2 : 1)
  })

  test('of two who make one at once is the same', async () => {
    const swarm = fakeSwarm()
    const fx = fakeEffects({ clock: swarm.clock })
    const make = () => contentKey(swarm.engine, 's', 'make', fx)
    const [one, two] = await Promise.all([make(), make()])
    expect(one).toEqual(two)
  })
})
