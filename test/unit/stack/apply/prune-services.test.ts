import { expect, test } from '@jest/globals'
import { pruneServices } from '../../../../src/stack/apply/prune-services.ts'
import { answered, fakeEffects, fakeEngine, lost } from '../../../support/fake-engine.ts'
import { aService } from '../../../support/swarm-builders.ts'

const engine = (onDelete: (path: string) => unknown = () => undefined) =>
  fakeEngine(({ method, path }) => {
    if (method === 'DELETE') return onDelete(path)
    return path === '/services' ? [aService('s_web'), aService('s_old'), aService('s_other')] : []
  })
const deleted = (requests: string[]) => requests.filter(request => request.startsWith('DELETE'))

test('removes the named services of the stack, and no others', async () => {
  const client = engine()
  expect(await pruneServices(client, 's', ['s_old', 'x_foreign'], fakeEffects())).toEqual(['s_old'])
  expect(deleted(client.requests)).toEqual(['DELETE /services/s_old'])
})

test('asks nothing when there is nothing to remove', async () => {
  const client = engine()
  expect(await pruneServices(client, 's', [], fakeEffects())).toEqual([])
  expect(client.requests).toEqual([])
})

test('one that is gone meanwhile is removed; one that the engine keeps is an error', async () => {
  const refuse = (status: number) => () => {
    throw answered(status, 'in words')
  }
  expect(await pruneServices(engine(refuse(404)), 's', ['s_old'], fakeEffects())).toEqual(['s_old'])
  await expect(pruneServices(engine(refuse(500)), 's', ['s_old'], fakeEffects())).rejects.toMatchObject({
    code: 'deploy-failed',
    message: 's_old could not be removed: in words'
  })
})

test('an engine that is away for a moment is asked again', async () => {
  let isAway = true
  const client = engine(() => {
    const error = isAway ? lost() : undefined
    isAway = false
    if (error) throw error
  })
  expect(await pruneServices(client, 's', ['s_old'], fakeEffects())).toEqual(['s_old'])
})
