import { describe, expect, test } from '@jest/globals'
import type { NamedContent } from '../../../../../src/stack/apply/contents/generation.rules.ts'
import { putContents } from '../../../../../src/stack/apply/contents/put-contents.ts'
import { answered, fakeEffects, fakeEngine } from '../../../../support/fake-engine.ts'

const STACK = 'com.docker.stack.namespace'
const CONTENT = 'io.swarmline.content'

/** What the engine is told to do where an object of that name is there already. */
async function put(kind: 'secret' | 'config', spec: object | undefined): Promise<string> {
  const content: NamedContent = {
    kind,
    name: 'pw',
    swarmName: 'shared_pw',
    tag: 'aa',
    bytes: Buffer.from('x1')
  }
  const asked: string[] = []
  const client = fakeEngine(({ method, path }) => {
    asked.push(`${method} ${path}`)
    if (method !== 'GET') return { ID: 'new' }
    if (!spec) throw answered(404, 'not found')
    return { ID: 'i', Version: { Index: 1 }, Spec: spec }
  })
  const model = { [`${kind}s`]: { pw: { name: 'shared_pw', labels: { [CONTENT]: 'aa' } } } }
  try {
    const out = await putContents(client, 's', { model, contents: [content] }, fakeEffects())
    expect(out).toEqual({ [`${kind}s`]: { pw: { external: true, name: 'shared_pw' } } })
    return asked.filter(each => !each.startsWith('GET')).join(', ') || 'left as it is'
  } catch (error) {
    return (error as Error).message
  }
}

describe('a secret or config under a name that the file gives', () => {
  test('is made where there is none', async () =>
    expect(await put('secret', undefined)).toBe('POST /secrets/create'))
  test.each([
    ['of the same content', { Labels: { [STACK]: 's', [CONTENT]: 'aa' } }],
    ['of another stack, of which nobody can tell', { Labels: { [STACK]: 'infra', [CONTENT]: 'bb' } }],
    ['that docker made', { Labels: { [STACK]: 's' } }]
  ])('is left where there is one %s', async (_, spec) =>
    expect(await put('secret', spec)).toBe('left as it is')
  )
  test('of another content is refused', async () => {
    expect(await put('secret', { Labels: { [STACK]: 's', [CONTENT]: 'bb' } })).toMatch(
      /the secret pw is in the swarm as shared_pw with different content/
    )
    const data = (text: string) => ({ Labels: {}, Data: Buffer.from(text).toString('base64') })
    expect(await put('config', data('x2'))).toMatch(/the config pw .* with different content/)
    expect(await put('config', data('x1'))).toBe('left as it is')
  })
})
