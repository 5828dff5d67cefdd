import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createDemultiplexer } from '../../../../src/verify/looking/demultiplex.rules.ts'
import { frame } from '../builders.ts'

test('the raw stream is the same however it is cut', async () => {
  const raw = Buffer.concat([frame(1, 'one\n'), frame(2, ''), frame(2, 'oops'), frame(1, 'two')])
  await fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: raw.length }), { maxLength: 8 }), cuts => {
      const ends = [...cuts, raw.length].toSorted((a, b) => a - b)
      const frames = createDemultiplexer()
      const text = { stdout: '', stderr: '' }
      ends.forEach((end, i) => {
        for (const piece of frames.push(raw.subarray(ends[i - 1] ?? 0, end)))
          text[piece.source] += piece.data.toString()
      })
      expect(text).toEqual({ stdout: 'one\ntwo', stderr: 'oops' })
    })
  )
})
