import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { runInContainer } from '../../../../src/verify/looking/exec.ts'
import { fakeEngine, frame, quietEffects } from '../builders.ts'

const argv = ['id']

test('creates, starts, reads both streams and waits for the exit status', async () => {
  let looks = 0
  let created: unknown
  const engine = fakeEngine({
    'POST /containers/c1/exec': ({ body }) => {
      created = body
      return { Id: 'e1' }
    },
    'POST /exec/e1/start': () => [frame(1, 'out'), frame(2, 'err')],
    'GET /exec/e1/json': () => ({ Running: looks++ < 2, ExitCode: 3 })
  })
  expect(await runInContainer(engine, 'c1', { argv }, quietEffects())).toEqual({
    exitCode: 3,
    stdout: 'out',
    stderr: 'err',
    isTruncated: false
  })
  expect(created).toEqual({ Cmd: argv, AttachStdout: true, AttachStderr: true, Tty: false })
  expect(looks).toBe(3)
})

test('reads no more than the limit, and says so', async () => {
  let read = 0
  async function* endless() {
    for (;;) {
      read++
      yield frame(1, 'x'.repeat(10))
    }
  }
  const engine = fakeEngine({
    'POST /containers/c1/exec': () => ({ Id: 'e1' }),
    'POST /exec/e1/start': endless
  })
  const result = await runInContainer(engine, 'c1', { argv, maxBytes: 25 }, quietEffects())
  expect(result).toMatchObject({ stdout: 'x'.repeat(25), isTruncated: true })
  expect(read).toBeLessThan(40)
})

test('the limit is exact, wherever frames and chunks end', async () => {
  const frames = ['0123456789\n', 'oops', '', '0123456789\n'.repeat(3), 'x'].flatMap(text => [
    frame(1, text),
    frame(2, text)
  ])
  const raw = Buffer.concat(frames)
  const size = raw.length - 8 * frames.length
  const cuts = fc.array(fc.integer({ min: 0, max: raw.length }), { maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(cuts, fc.integer({ min: 0, max: size + 5 }), async (at, maxBytes) => {
      const ends = [...at, raw.length].toSorted((a, b) => a - b)
      const engine = fakeEngine({
        'POST /containers/c1/exec': () => ({ Id: 'e1' }),
        'POST /exec/e1/start': () => ends.map((end, i) => raw.subarray(ends[i - 1] ?? 0, end)),
        'GET /exec/e1/json': () => ({ Running: false, ExitCode: 0 })
      })
      const result = await runInContainer(engine, 'c1', { argv, maxBytes }, quietEffects())
      expect(result.stdout.length + result.stderr.length).toBe(Math.min(size, maxBytes))
      expect(result.isTruncated).toBe(maxBytes < size)
    })
  )
})

test('a program that does not end is given up at its deadline', async () => {
  const engine = fakeEngine({
    'POST /containers/c1/exec': () => ({ Id: 'e1' }),
    'POST /exec/e1/start': ({ signal }) => stall(signal)
  })
  await expect(runInContainer(engine, 'c1', { argv, timeoutMs: 30 }, quietEffects())).rejects.toMatchObject({
    code: 'timed-out',
    message: expect.stringContaining('id in the container')
  })
})

test('the engine’s own error goes through', async () => {
  await expect(runInContainer(fakeEngine({}), 'c1', { argv }, quietEffects())).rejects.toMatchObject({
    status: 404
  })
})

async function* stall(signal: AbortSignal | undefined): AsyncGenerator<Buffer> {
  yield frame(1, 'a')
  signal?.throwIfAborted()
  await new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
}
