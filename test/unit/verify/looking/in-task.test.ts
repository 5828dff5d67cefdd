import { expect, test } from '@jest/globals'
import { EngineAnswerError } from '../../../../src/docker/client.ts'
import { runInTask } from '../../../../src/verify/looking/in-task.ts'
import { fakeEngine, frame, quietEffects } from '../builders.ts'

const LACKS =
  'exec failed: unable to start container process: exec: "cat": executable file not found in $PATH'

/** Runs `cat` where the engine streams `output` and says that it ended with `ExitCode`. */
const runCat = (output: () => Buffer[], ExitCode = 0) => {
  const engine = fakeEngine({
    'POST /containers/c1/exec': () => ({ Id: 'e1' }),
    'POST /exec/e1/start': output,
    'GET /exec/e1/json': () => ({ Running: false, ExitCode })
  })
  const node = { id: 'n1', name: 'node1', role: 'manager', labels: {}, address: '127.0.0.1' } as const
  const at = { ...node, engine, power: undefined }
  const door = { task: 't1', node: 'node1', containerId: 'c1', at }
  return runInTask(door, { argv: ['cat'] }, quietEffects())
}

test('a program that the image lacks did not start: an older engine writes so in its place', async () => {
  const run = runCat(() => [frame(1, `OCI runtime exec failed: ${LACKS}: unknown\r\n`)], 126)
  expect(await run).toMatchObject({ kind: 'not-started', reason: `${LACKS}: unknown` })
})

test('a program that the image lacks did not start: a newer engine refuses', async () => {
  const run = runCat(() => {
    throw new EngineAnswerError(400, `OCI runtime exec failed: ${LACKS}`)
  })
  expect(await run).toMatchObject({ kind: 'not-started', reason: expect.stringContaining(LACKS) })
})

test('a program that writes the same words and ends well has run', async () => {
  const run = runCat(() => [frame(1, `OCI runtime exec failed: ${LACKS}`)])
  expect(await run).toMatchObject({ kind: 'ended', exitCode: 0 })
})

test('a program that ends with the same status has run', async () => {
  expect(await runCat(() => [frame(1, 'no')], 126)).toMatchObject({ kind: 'ended', stdout: 'no' })
})
