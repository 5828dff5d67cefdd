import { expect, test } from '@jest/globals'
import { runInContainer } from '../../../src/verify/exec.ts'
import { fakeEngine, frame, quietEffects } from './builders.ts'

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
  await new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
}
