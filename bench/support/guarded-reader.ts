import { Worker } from 'node:worker_threads'
import type { CorpusFile, Reading } from '../../test/support/corpus/read-file.ts'

/** `hang`: no answer within the limit. */
export type GuardedReader = { read(file: CorpusFile): Promise<Reading | 'hang'>; close(): Promise<void> }

/** One file at a time; a thread that does not answer within `limitMs` is ended, and the next file gets a new one. */
export function guardedReader(limitMs: number): GuardedReader {
  let worker: Worker | undefined
  const read: GuardedReader['read'] = file =>
    new Promise((resolve, reject) => {
      const current = worker ?? new Worker(new URL('./corpus-reader.ts', import.meta.url))
      worker = current
      const timer = setTimeout(() => {
        worker = undefined
        void current.terminate().then(() => resolve('hang'))
      }, limitMs)
      const onError = (error: unknown): void => {
        clearTimeout(timer)
        reject(error)
      }
      current.once('error', onError)
      current.once('message', (reading: Reading) => {
        clearTimeout(timer)
        current.off('error', onError)
        resolve(reading)
      })
      current.postMessage(file)
    })
  return { read, close: async () => void (await worker?.terminate()) }
}
