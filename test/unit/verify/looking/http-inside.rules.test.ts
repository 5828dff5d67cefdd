import { expect, test } from '@jest/globals'
import { readAnswer, readHead } from '../../../../src/verify/looking/http-inside.rules.ts'

test('an answer with its head', () => {
  expect(readAnswer('HTTP/1.1 200 OK\r\nX-A: 1\r\n\r\na\r\n\r\nb')).toEqual({
    status: 200,
    headers: { 'x-a': '1' },
    body: 'a\r\n\r\nb'
  })
  expect(readAnswer('HTTP/2 204\n\n')).toEqual({ status: 204, headers: {}, body: '' })
  expect(readAnswer('curl: (7) refused')).toBeUndefined()
})

test('what wget writes: the last head counts', () => {
  const gnu =
    '--2026--  http://db/\n  HTTP/1.1 302 Found\n  Location: /x\n--2026--\n  HTTP/1.1 404 Not Found\n  X-B: 2\n'
  expect(readHead(gnu)).toEqual({ status: 404, headers: { 'x-b': '2' } })
  expect(readHead('wget: bad address')).toBeUndefined()
})
