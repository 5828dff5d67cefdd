import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { gatherContents } from '../../../../../src/stack/read/contents/gather.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'gather-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
writeFileSync(path.join(folder, 'pw'), 'hunter2')
writeFileSync(path.join(folder, 'empty'), '')
writeFileSync(path.join(folder, 'large'), Buffer.alloc(512_000))

const gather = (model: object, more: object = {}) =>
  gatherContents({ model: { ...model }, projectDir: folder, variables: { TOKEN: 'abc' }, ...more })
const textOf = (list: Awaited<ReturnType<typeof gather>>) =>
  list.map(({ kind, name, bytes }) => [kind, name, Buffer.from(bytes).toString()])

test('contents come from files, variables, the model itself and the caller; others make the rest', async () => {
  const model = {
    secrets: {
      a: { file: './pw' },
      b: { environment: 'TOKEN' },
      c: { file: '/nowhere' },
      d: { external: true },
      e: { driver: 'vault' }
    },
    configs: { f: { content: 'x=1' } }
  }
  expect(textOf(await gather(model, { given: { secrets: { c: 'given' } } }))).toEqual([
    ['secret', 'a', 'hunter2'],
    ['secret', 'b', 'abc'],
    ['secret', 'c', 'given'],
    ['config', 'f', 'x=1']
  ])
  expect(await gather({ services: {} })).toEqual([])
})

describe('refused, with the way out and without the content', () => {
  const fifo = path.join(folder, 'fifo')
  execFileSync('mkfifo', [fifo])
  test.each<[string, object, RegExp]>([
    ['a file that is not there', { file: 'nope' }, /secret s: there is no .*nope/],
    ['a pipe, which would be empty the second time', { file: fifo }, /not a regular file/],
    ['a folder', { file: '.' }, /not a regular file/],
    ['an empty file', { file: 'empty' }, /empty/],
    ['a file that is too large', { file: 'large' }, /512000 bytes are too many/],
    ['an unset variable', { environment: 'NOPE' }, /variable NOPE is not set/],
    ['nothing at all', {}, /no content/]
  ])('%s', async (_, secret, message) => {
    await expect(gather({ secrets: { s: secret } })).rejects.toMatchObject({
      code: 'input',
      message: expect.stringMatching(message),
      hint: expect.any(String)
    })
  })
  test('a content for a name that the stack does not make', async () => {
    await expect(
      gather({ secrets: { d: { external: true } } }, { given: { secrets: { d: 'x' } } })
    ).rejects.toMatchObject({ message: expect.stringContaining('secret d, which the stack does not make') })
  })
  test('a config may be larger than a secret', async () => {
    expect(await gather({ configs: { c: { file: 'large' } } })).toHaveLength(1)
  })
})
