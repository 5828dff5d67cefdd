import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { demultiplex } from '../../../src/docker/container-logs.ts'

const frame = (stream: number, text: string): Buffer => {
  const body = Buffer.from(text)
  const header = Buffer.alloc(8)
  header[0] = stream
  header.writeUInt32BE(body.length, 4)
  return Buffer.concat([header, body])
}

test('frames are joined in their order, wherever they were cut', async () => {
  await fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.string({ unit: 'grapheme' }))),
      frames => {
        const bytes = Buffer.concat(frames.map(([stream, text]) => frame(stream, text)))
        expect(demultiplex(bytes)).toBe(frames.map(([, text]) => text).join(''))
      }
    )
  )
})

test('a letter that two frames share is whole', () => {
  const [first, second] = [Buffer.from('ü').subarray(0, 1), Buffer.from('ü').subarray(1)]
  const cut = (part: Buffer) => Buffer.concat([Buffer.from([1, 0, 0, 0, 0, 0, 0, 1]), part])
  expect(demultiplex(Buffer.concat([cut(first), cut(second)]))).toBe('ü')
})

test('the output of a terminal has no frames and stays as it is', () => {
  expect(demultiplex(Buffer.from('plain text, long enough'))).toBe('plain text, long enough')
})
