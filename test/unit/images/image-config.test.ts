import { expect, test } from '@jest/globals'
import { configOnEngines, withoutTag } from '../../../src/images/image-config.ts'
import { answered, fakeEffects, fakeEngine, lost } from '../../support/fake-engine.ts'

const DIGEST = `sha256:${'a'.repeat(64)}`
const has = (config: object) => fakeEngine(() => ({ Id: 'sha256:0', Config: config }))
const lacks = () =>
  fakeEngine(() => {
    throw answered(404, 'No such image')
  })

test.each([
  [`redis:7@${DIGEST}`, `redis@${DIGEST}`],
  [`r.example:5000/a/b:1@${DIGEST}`, `r.example:5000/a/b@${DIGEST}`],
  [`r.example:5000/a/b@${DIGEST}`, `r.example:5000/a/b@${DIGEST}`],
  ['r.example:5000/a/b:1', 'r.example:5000/a/b:1'],
  ['redis', 'redis']
])('%s is asked for as %s', async (reference, asked) => {
  expect(withoutTag(reference)).toBe(asked)
  const engine = has({ User: 'x' })
  expect(await configOnEngines([engine], reference, fakeEffects())).toEqual({ User: 'x' })
  expect(engine.requests).toEqual([`GET /images/${asked}/json`])
})

test('the first engine is asked alone, the others where it has not got it', async () => {
  const others = [lacks(), has({ User: 'third' })]
  expect(await configOnEngines([has({ User: 'first' }), ...others], 'x:1', fakeEffects())).toEqual({
    User: 'first'
  })
  expect(others.flatMap(engine => engine.requests)).toEqual([])
  expect(await configOnEngines([lacks(), ...others], 'x:1', fakeEffects())).toEqual({ User: 'third' })
})

test('it is unknown where nobody has it, nobody answers, or there is nobody', async () => {
  const gone = fakeEngine(() => {
    throw lost()
  })
  expect(await configOnEngines([lacks(), gone, lacks()], 'x:1', fakeEffects())).toBeUndefined()
  expect(await configOnEngines([], 'x:1', fakeEffects())).toBeUndefined()
})

test('an image without a configuration is known to say nothing', async () => {
  const engine = fakeEngine(() => ({ Id: 'sha256:0', Config: null }))
  expect(await configOnEngines([engine], 'x:1', fakeEffects())).toEqual({})
})

test('a cancelled deploy asks no further', async () => {
  const abort = new AbortController()
  const engine = fakeEngine(() => {
    abort.abort()
    throw lost()
  })
  const fx = fakeEffects({ signal: abort.signal })
  const other = has({})
  await expect(configOnEngines([engine, other], 'x:1', fx)).rejects.toMatchObject({ code: 'engine-lost' })
  expect(other.requests).toEqual([])
})
