import { inspect } from 'node:util'
import { expect, test } from '@jest/globals'
import { explain, SwarmlineError } from '../../../src/errors.ts'
import { hidingSecrets, redactorOf } from '../../../src/usecases/deploy/hide-secrets.ts'
import { CANARIES, foundIn } from '../../support/canaries.ts'
import { fakeEffects } from '../../support/fake-engine.ts'

const content = (text: string, kind: 'secret' | 'config' = 'secret') => ({
  kind,
  name: 'x',
  bytes: Buffer.from(text)
})
const quotes = (secret: string): string[] => [
  `exec: "app -p${secret}": not found`,
  `log ${secret.replace(/\n/g, ' ')}`,
  ...secret.split('\n'),
  `Basic ${Buffer.from(`user:${secret}`).toString('base64')}`,
  JSON.stringify({ secret }),
  encodeURIComponent(secret)
]

test.each(CANARIES)('what quotes $shape reaches neither log, result nor error', async canary => {
  const fx = fakeEffects()
  const redactor = redactorOf([content(canary.secret)], ['shop', 'web', 'shop/web:v1'])
  const result = await hidingSecrets(redactor, fx, async ({ log }) => {
    for (const line of quotes(canary.secret)) {
      log.info(line)
      log.warn(line)
      await log.step('Wait', async update => update(line))
    }
    return {
      stack: 'shop',
      seq: 7,
      failures: [{ service: 'web', logLines: quotes(canary.secret) }],
      probe: undefined
    }
  })
  expect(result).toMatchObject({ stack: 'shop', seq: 7, failures: [{ service: 'web' }] })
  const error = await hidingSecrets(redactor, fx, async () => {
    throw new SwarmlineError('deploy-failed', quotes(canary.secret).join('; '), { hint: canary.secret })
  }).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ code: 'deploy-failed' })
  for (const text of [JSON.stringify([fx.lines, fx.details, result]), explain(error)])
    expect(foundIn(text, canary)).toEqual([])
})

test.each(CANARIES)(
  'nor does a step that fails say $shape, an error of another kind, or what caused one',
  async canary => {
    const redactor = redactorOf([content(canary.secret)], [])
    for (const quote of quotes(canary.secret)) {
      const cause = new Error(quote)
      const errors = [
        new SwarmlineError('engine-lost', quote),
        new SwarmlineError('engine-lost', 'it went away', { cause }),
        new Error('it went away', { cause: new SwarmlineError('input', 'x', { hint: quote }) }),
        cause,
        quote
      ]
      for (const error of errors) {
        const seen: unknown[] = []
        const fx = fakeEffects()
        // A log that says why a step failed, as that of an action does.
        fx.log.step = async (_, run) => {
          try {
            return await run(() => undefined)
          } catch (thrown) {
            seen.push(thrown)
            throw thrown
          }
        }
        await hidingSecrets(redactor, fx, ({ log }) =>
          log.step('Wait', async () => {
            throw error
          })
        ).catch(thrown => seen.push(thrown))
        expect(seen).toHaveLength(2)
        expect(foundIn(inspect(seen), canary)).toEqual([])
      }
    }
  }
)

test('an error that shows none stays the one that it is', async () => {
  const error = new SwarmlineError('engine-lost', 'it went away', { cause: new Error('ECONNRESET') })
  const thrown = await hidingSecrets(redactorOf([content('correct horse')], []), fakeEffects(), async () => {
    throw error
  }).catch(each => each)
  expect(thrown).toBe(error)
})

test('words of the report stay, whatever the secret is, and so does what is no secret', async () => {
  const redactor = redactorOf(
    [
      content('shop-backend'),
      content('x'),
      content('{"environment":"production"}'),
      content('listen 8080;', 'config')
    ],
    ['shop-backend', 'production']
  )
  const report = {
    name: 'shop-backend',
    env: 'production',
    exit: 'x 1',
    conf: 'listen 8080;',
    cut: 'shop-ba'
  }
  expect(redactor.redact(report)).toEqual(report)
})
