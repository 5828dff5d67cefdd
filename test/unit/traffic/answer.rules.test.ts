import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type AnswerLimits, createAnswerReader, type Progress } from '../../../src/traffic/answer.rules.ts'

const LIMITS: AnswerLimits = { maxHeadBytes: 200, maxBodyBytes: 50, keptBytes: () => 50 }

/** What comes of an answer that arrives in these pieces. */
function readAll(pieces: readonly string[], isEnded = false, limits = LIMITS): Progress[] {
  const reader = createAnswerReader(limits)
  const seen: Progress[] = []
  for (const piece of pieces) {
    // The reader may not hold on to the buffer that it is given.
    const shared = Buffer.from(`${piece}rubbish`, 'latin1')
    seen.push(reader.read(shared, piece.length))
    shared.fill(0x21)
  }
  return isEnded ? [...seen, reader.end()] : seen
}
const last = (pieces: readonly string[], isEnded = false, limits = LIMITS) =>
  readAll(pieces, isEnded, limits).at(-1)
const whole = (body: string, isReusable = true, status = 200) => ({ kind: 'whole', status, body, isReusable })
const broken = (problem: string) => ({ kind: 'broken', problem })

const OK = 'HTTP/1.1 200 OK\r\n'
const CHUNKED = `${OK}Transfer-Encoding: chunked\r\n\r\n`

describe('whole answers', () => {
  test.each([
    ['a length', `${OK}Content-Length: 5\r\n\r\nhello`, whole('hello')],
    ['in any letters', `${OK}CONTENT-length:5 \r\n\r\nhello`, whole('hello')],
    ['no body', `${OK}Content-Length: 0\r\n\r\n`, whole('')],
    ['no phrase', 'HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n', whole('')],
    ['204', 'HTTP/1.1 204 No Content\r\n\r\n', whole('', true, 204)],
    ['a wish to close', `${OK}Connection: Close\r\nContent-Length: 2\r\n\r\nhi`, whole('hi', false)],
    ['HTTP/1.0', 'HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nhi', whole('hi', false)],
    ['chunks', `${CHUNKED}5\r\nhello\r\n1;a=b\r\n!\r\n0\r\n\r\n`, whole('hello!')],
    ['chunks and a trailer', `${CHUNKED}2\r\nhi\r\n0\r\nA: b\r\n\r\n`, whole('hi')],
    ['100 before it', `HTTP/1.1 100 Continue\r\n\r\n${OK}Content-Length: 2\r\n\r\nhi`, whole('hi')],
    [
      'a coding outranks a length',
      `${OK}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n`,
      whole('hi', false)
    ],
    ['more than was asked for', `${OK}Content-Length: 2\r\n\r\nhi, you`, whole('hi', false)]
  ])('%s', (_, text, expected) => {
    expect(last([text])).toEqual(expected)
    // In single bytes too: but then what nobody asked for comes behind the answer.
    const inBytes = readAll([...text])
    expect(inBytes.find(each => each.kind !== 'more')).toEqual(
      text.endsWith('you') ? { ...expected, isReusable: true } : expected
    )
  })

  test('until the connection ends', () => {
    expect(readAll([`${OK}\r\nhel`, 'lo'], true)).toEqual([
      { kind: 'more' },
      { kind: 'more' },
      whole('hello', false)
    ])
  })

  test('one after the other on one connection', () => {
    const text = `${OK}Content-Length: 1\r\n\r\n`
    expect(readAll([`${text}a`, `${text}b`, `${CHUNKED}1\r\nc\r\n0\r\n\r\n`])).toEqual([
      whole('a'),
      whole('b'),
      whole('c')
    ])
  })

  test('only so much of a body is kept as was asked for', () => {
    const limits = { ...LIMITS, keptBytes: (status: number) => (status === 500 ? 3 : 0) }
    expect(last([`${OK}Content-Length: 5\r\n\r\nhello`], false, limits)).toEqual(whole(''))
    expect(last(['HTTP/1.1 500 No\r\nContent-Length: 5\r\n\r\nhello'], false, limits)).toEqual(
      whole('hel', true, 500)
    )
  })
})

describe('answers that are none', () => {
  test.each([
    ['another protocol', 'SSH-2.0-OpenSSH_9.2\r\n\r\n', 'not an HTTP/1 answer'],
    ['HTTP/2', 'HTTP/2 200 OK\r\n\r\n', 'not an HTTP/1 answer'],
    ['a status of four digits', 'HTTP/1.1 2000 OK\r\n\r\n', 'not an HTTP/1 answer'],
    ['an upgrade', 'HTTP/1.1 101 Switching\r\n\r\n', 'another protocol'],
    ['a head without end', `${OK}A: ${'a'.repeat(300)}`, 'a head of more than 200 bytes'],
    ['a negative length', `${OK}Content-Length: -1\r\n\r\n`, 'an invalid Content-Length'],
    [
      'lengths that disagree',
      `${OK}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`,
      'an invalid Content-Length'
    ],
    ['a length beyond the limit', `${OK}Content-Length: 51\r\n\r\n`, 'a body of more than 50 bytes'],
    ['chunks beyond the limit', `${CHUNKED}33\r\n${'a'.repeat(51)}`, 'a body of more than 50 bytes'],
    ['an end that never comes', `${OK}\r\n${'a'.repeat(51)}`, 'a body of more than 50 bytes'],
    ['a chunk without a size', `${CHUNKED}x\r\n`, 'a chunk without a size'],
    ['a size without end', `${CHUNKED}${'0'.repeat(300)}`, 'a chunk without a size'],
    ['a chunk longer than its size', `${CHUNKED}1\r\nab\r\n`, 'a chunk longer than its size'],
    ['a trailer without end', `${CHUNKED}0\r\n${'a'.repeat(9000)}`, 'a trailer without end']
  ])('%s', (_, text, problem) => {
    expect(last([text])).toEqual(broken(problem))
  })

  test.each([
    ['nothing', [], 'closed without an answer'],
    ['half a head', ['HTTP/1.1 2'], 'closed during the answer'],
    ['half a body', [`${OK}Content-Length: 5\r\n\r\nhe`], 'closed during the answer'],
    ['half of the chunks', [`${CHUNKED}1\r\na\r\n`], 'closed during the answer']
  ])('%s before the connection ends', (_, pieces, problem) => {
    expect(last(pieces, true)).toEqual(broken(problem))
  })

  test('whatever comes, in whatever pieces, the reader never throws and keeps little', async () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary-ascii', maxLength: 40 }),
      fc.constantFrom(OK, CHUNKED, '\r\n', '\r\n\r\n', 'Content-Length: 9', '5\r\n', '0\r\n\r\n', 'hello')
    )
    await fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        for (const progress of readAll(pieces, true))
          if (progress.kind === 'whole') expect(progress.body.length).toBeLessThanOrEqual(50)
      })
    )
  })
})
