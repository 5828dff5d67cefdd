import { expect, test } from '@jest/globals'
import type { NamedContent } from '../../../../../src/stack/apply/contents/generation.rules.ts'
import { putContents } from '../../../../../src/stack/apply/contents/put-contents.ts'
import { answered, fakeEffects, fakeEngine, lost } from '../../../../support/fake-engine.ts'

type Stored = {
  ID: string
  Version: { Index: number }
  Spec: { Name: string; Labels: object; Data?: string }
}

const named = (kind: 'secret' | 'config', name: string, text: string): NamedContent => ({
  ...{ kind, name, bytes: Buffer.from(text) },
  swarmName: `s_${name}-0123456789ab`
})
const pw = named('secret', 'pw', 'hunter2')
const page = named('config', 'page', '<p>')
const model = {
  services: { web: { image: 'web:1' } },
  secrets: { pw: { name: pw.swarmName, labels: { a: 'b' } }, other: { external: true } },
  configs: { page: { name: page.swarmName, template_driver: 'golang' } }
}

/** A swarm that keeps what is made in it; the first `failing` makings are lost on their way back. */
function aSwarm(failing = 0) {
  const stored = new Map<string, Stored>()
  const changes: { path: string; body: Record<string, unknown> }[] = []
  const client = fakeEngine(({ method, path, options }) => {
    const body = options.body as Stored['Spec'] & Record<string, unknown>
    if (method === 'POST') changes.push({ path, body })
    if (path.endsWith('/create')) {
      if (stored.has(body.Name)) throw answered(409, 'it exists')
      stored.set(body.Name, { ID: `id-${body.Name}`, Version: { Index: 7 }, Spec: body })
      if (failing-- > 0) throw lost()
      return { ID: `id-${body.Name}` }
    }
    if (path.endsWith('/update')) return undefined
    const found = stored.get(decodeURIComponent(path.split('/')[2] ?? ''))
    if (!found) throw answered(404, 'no such thing')
    return found
  })
  const put = (contents: readonly NamedContent[], of: object = model) =>
    putContents(client, 's', { model: of as never, contents }, fakeEffects())
  return { changes, put }
}

test('the swarm gets the contents from memory, and docker a model that finds them there', async () => {
  const { changes, put } = aSwarm()
  expect(await put([pw, page])).toEqual({
    services: model.services,
    secrets: { pw: { external: true, name: pw.swarmName }, other: { external: true } },
    configs: { page: { external: true, name: page.swarmName } }
  })
  const Data = (text: string) => Buffer.from(text).toString('base64')
  expect(changes).toEqual([
    {
      path: '/secrets/create',
      body: {
        Name: pw.swarmName,
        Labels: { a: 'b', 'com.docker.stack.namespace': 's' },
        Data: Data('hunter2')
      }
    },
    {
      path: '/configs/create',
      body: {
        Name: page.swarmName,
        Labels: { 'com.docker.stack.namespace': 's' },
        Data: Data('<p>'),
        Templating: { Name: 'golang' }
      }
    }
  ])
})

test('what is there already is left alone, but for labels that have changed', async () => {
  const { changes, put } = aSwarm()
  await put([pw, page])
  changes.length = 0
  await put([pw, page])
  expect(changes).toEqual([])
  const relabelled = { ...model, secrets: { pw: { ...model.secrets.pw, labels: { a: 'c' } } } }
  await put([pw], relabelled)
  expect(changes).toEqual([
    {
      path: `/secrets/id-${pw.swarmName}/update`,
      body: expect.objectContaining({ Labels: { a: 'c', 'com.docker.stack.namespace': 's' } })
    }
  ])
})

test('a part of a stack gets its own contents only', async () => {
  const { changes, put } = aSwarm()
  expect(await put([pw, page], { services: {}, configs: model.configs })).toMatchObject({ services: {} })
  expect(changes.map(({ path }) => path)).toEqual(['/configs/create'])
})

test('a making whose answer was lost is found made', async () => {
  const { changes, put } = aSwarm(1)
  await put([pw])
  expect(changes).toHaveLength(1)
})
