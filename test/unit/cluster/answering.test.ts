import { expect, test } from '@jest/globals'
import { isAnswering } from '../../../src/cluster/answering.ts'
import { SwarmlineError } from '../../../src/errors.ts'
import { answered, fakeEffects, fakeEngine, lost } from '../../support/fake-engine.ts'

const silent = () => new SwarmlineError('timed-out', 'the engine did not answer within 30 s')
/** A node that gives these answers, the last one for ever. */
const node = (name: string, ...answers: (object | Error)[]) => {
  const left = [...answers]
  const client = fakeEngine(() => {
    const answer = left.length > 1 ? left.shift() : left[0]
    if (answer instanceof Error) throw answer
    return answer
  })
  return { name, client }
}

test('one that answers is there, also when it takes several attempts', async () => {
  const nodes = [node('manager1', {}), node('worker1', silent(), silent(), answered(500, 'busy'), {})]
  expect(await isAnswering('big', nodes, fakeEffects())).toBe(true)
})

test('where nobody listens it is gone, and nobody waits for that', async () => {
  const gone = node('worker1', lost())
  expect(await isAnswering('big', [node('manager1', {}), gone], fakeEffects())).toBe(false)
  expect(gone.client.requests).toHaveLength(1)
})

test('one that never answers is not taken for one that is gone', async () => {
  const told = isAnswering('big', [node('manager1', {}), node('worker1', silent())], fakeEffects())
  await expect(told).rejects.toMatchObject({
    code: 'timed-out',
    message: expect.stringMatching(
      /^big exists, .*worker1.*last seen: the engine did not answer within 30 s$/
    ),
    hint: expect.stringContaining('swarmline down big')
  })
})
