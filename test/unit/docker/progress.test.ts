import { Readable } from 'node:stream'
import { expect, jest, test } from '@jest/globals'
import { readProgress } from '../../../src/docker/progress.ts'

const stream = (...chunks: string[]) => Readable.from(chunks)

test('progress to the end is no news', async () => {
  await expect(
    readProgress('pulling a', stream('{"status":"Pulling"}\n', '\n', '{"status":"Done"}\r\n'))
  ).resolves.toBeUndefined()
})

test('a failure in the middle of a stream that began well is an error, also when cut in two', async () => {
  await expect(
    readProgress(
      'pulling a',
      stream('{"status":"Pulling"}\n{"error":"manifest ', 'unknown","errorDetail":{}}\n')
    )
  ).rejects.toMatchObject({ code: 'cluster-failed', message: 'pulling a: manifest unknown' })
})

test('what is no JSON is no failure', async () => {
  await expect(readProgress('x', stream('Loaded image: a'))).resolves.toBeUndefined()
})

test('of lines that are no JSON, none makes an error', async () => {
  const parse = jest.spyOn(JSON, 'parse')
  await readProgress('x', stream('|\n'.repeat(1000)))
  expect(parse).not.toHaveBeenCalled()
  parse.mockRestore()
})
