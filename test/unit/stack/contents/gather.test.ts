import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { withContentFiles } from '../../../../src/stack/contents/files.ts'
import { gatherContents } from '../../../../src/stack/contents/gather.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'gather-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
writeFileSync(path.join(folder, 'pw'), 'hunter2')
writeFileSync(path.join(folder, 'empty'), '')
writeFileSync(path.join(folder, 'large'), Buffer.alloc(512_000))

const gather = (model: object, more: object = {}) =>
  gatherContents({ model: { ...model }, projectDir: folder, variables: { TOKEN: 'abc' }, ...more })
const textOf = (list: Awaited<ReturnType<typeof gather>>) =>
  list.map(({ kind, name, bytes, path: file }) => [kind, name, Buffer.from(bytes).toString(), file])

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
    ['secret', 'a', 'hunter2', path.join(folder, 'pw')],
    ['secret', 'b', 'abc', undefined],
    ['secret', 'c', 'given', undefined],
    ['config', 'f', 'x=1', undefined]
  ])
  expect(await gather({ services: {} })).toEqual([])
})

describe('refused, with the way out and without the content', () => {
  const fifo = path.join(folder, 'fifo')
  execFileSync('mkfifo', [fifo])
  test.each<[string, object, RegExp]>([
    ['a file that is not there', { file: 'nope' }, /secret s: there is no .*nope/],
    ['a pipe, which docker would find empty', { file: fifo }, /not a regular file/],
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

test('content without a file gets one that only this user can read, and that is gone afterwards', async () => {
  const contents = [
    { kind: 'secret' as const, name: 'a', swarmName: 's_a-1', bytes: Buffer.from('x'), path: '/there' },
    { kind: 'secret' as const, name: 'b', swarmName: 's_b-2', bytes: Buffer.from('y'), path: undefined }
  ]
  let written = ''
  const failing = withContentFiles(contents, async ([a, b]) => {
    expect(a).toEqual({ kind: 'secret', name: 'a', swarmName: 's_a-1', path: '/there' })
    written = b?.path ?? ''
    expect(statSync(written).mode & 0o777).toBe(0o600)
    expect(statSync(path.dirname(written)).mode & 0o777).toBe(0o700)
    throw new Error('docker failed')
  })
  await expect(failing).rejects.toThrow('docker failed')
  expect(() => statSync(path.dirname(written))).toThrow('ENOENT')
})
