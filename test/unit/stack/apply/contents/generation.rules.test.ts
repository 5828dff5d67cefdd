import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { bookName } from '../../../../../src/plain/object-names.ts'
import {
  swarmNameOf,
  swarmNames,
  withContents
} from '../../../../../src/stack/apply/contents/generation.rules.ts'

const key = Buffer.alloc(32, 1)
const content = (name: string, text: string, kind: 'secret' | 'config' = 'secret') => ({
  kind,
  name,
  bytes: Buffer.from(text),
  path: undefined
})

describe('a name in the swarm', () => {
  const name = swarmNameOf('shop', content('pw', 'hunter2'), key)
  test('is the stack, the name and twelve digits; the same for the same', () => {
    expect(name).toMatch(/^shop_pw-[0-9a-f]{12}$/)
    expect(swarmNameOf('shop', content('pw', 'hunter2'), key)).toBe(name)
  })
  test.each([
    ['content', swarmNameOf('shop', content('pw', 'hunter3'), key)],
    ['key', swarmNameOf('shop', content('pw', 'hunter2'), Buffer.alloc(32, 2))],
    ['template driver', swarmNameOf('shop', content('pw', 'hunter2'), key, 'golang')],
    ['kind', swarmNameOf('shop', content('pw', 'hunter2', 'config'), key)]
  ])('is another for another %s', (_, other) => expect(other).not.toBe(name))
  test('gives no plain hash of the content away', () => {
    const plain = createHash('sha256').update('hunter2').digest('hex')
    expect(plain).not.toContain(name.slice(-12))
  })
  test('has at most 64 characters, and long ones stay apart', () => {
    const long = (end: string) => swarmNameOf('s'.repeat(40), content(`${'n'.repeat(40)}${end}`, 'x'), key)
    expect(long('a')).toHaveLength(64)
    expect(long('a')).not.toBe(long('b'))
    expect(bookName('deploy', 'x'.repeat(60), 10).length).toBeLessThanOrEqual(54)
    expect(bookName('lock', `${'x'.repeat(60)}a`)).not.toBe(bookName('lock', `${'x'.repeat(60)}b`))
    expect(bookName('lock', 'shop')).toBe('swarmline-lock-shop')
  })
})

test('the model gets names and the logical name, and no content; services and what others make stay as they are', () => {
  const model = {
    services: { app: { image: 'a', secrets: ['pw', { source: 'pw', target: 'x' }], configs: ['c'] } },
    secrets: {
      pw: { environment: 'PW', labels: ['a=b'] },
      ext: { external: true, name: 'theirs' }
    },
    configs: { c: { content: 'x', template_driver: 'golang', labels: { d: 'e' } } }
  }
  const before = structuredClone(model)
  const named = swarmNames('s', model, [content('pw', '1'), content('c', 'x', 'config')], key)
  const out = withContents(model, named)
  expect(out).toEqual({
    services: model.services,
    secrets: {
      pw: {
        name: named[0]?.swarmName,
        labels: { a: 'b', 'io.swarmline.logical-name': 'pw' }
      },
      ext: { external: true, name: 'theirs' }
    },
    configs: {
      c: {
        name: named[1]?.swarmName,
        template_driver: 'golang',
        labels: { d: 'e', 'io.swarmline.logical-name': 'c' }
      }
    }
  })
  expect(named[1]?.swarmName).toBe(swarmNameOf('s', content('c', 'x', 'config'), key, 'golang'))
  expect(model).toEqual(before)
})

test('a name that the file gives is kept, with a keyed hash of the content beside it, and is no generation', () => {
  const model = { secrets: { pw: { file: 'pw.txt', name: 'shared_pw', labels: { a: 'b' } } } }
  const deployed = (text: string) => {
    const named = swarmNames('s', model, [content('pw', text)], key)
    return withContents(model, named).secrets as { pw: { name: string; labels: Record<string, string> } }
  }
  const { pw } = deployed('x1')
  expect(pw).toEqual({
    name: 'shared_pw',
    labels: { a: 'b', 'io.swarmline.content': expect.stringMatching(/^[0-9a-f]{12}$/) }
  })
  expect(deployed('x1').pw).toEqual(pw)
  expect(deployed('x2').pw.labels).not.toEqual(pw.labels)
})
