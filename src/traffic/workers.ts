import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { LoadPlan } from './load-plan.rules.ts'
import type { Sent } from './sender.ts'
import type { WorkerOrder, WorkerWord } from './worker.ts'
import { workerUrl } from './worker-url.ts'

/** Time for the word to reach every thread before the first request is due. */
const HEAD_START_MS = 50

/**
 * Runs a plan on threads of its own, which begin at once.
 *
 * @returns what each sent, or `undefined` when the signal aborted
 * @throws what a thread threw
 */
export async function runWorkers(plan: LoadPlan, signal: AbortSignal): Promise<Sent[] | undefined> {
  const workers = Array.from({ length: plan.workers }, (_, sender) => {
    const workerData: WorkerOrder = { plan, sender }
    // Not the inherited flags: some (of a test runner, of a debugger) are not for threads.
    return new Worker(workerUrl, { workerData, execArgv: [] })
  })
  const isAborted = Promise.withResolvers<undefined>()
  const onAbort = () => isAborted.resolve(undefined)
  signal.addEventListener('abort', onAbort, { once: true })
  const word = async (worker: Worker): Promise<WorkerWord> => (await once(worker, 'message'))[0]
  const run = async () => {
    await Promise.all(workers.map(word))
    const words = Promise.all(workers.map(word))
    const startEpochMs = performance.timeOrigin + performance.now() + HEAD_START_MS
    for (const worker of workers) worker.postMessage(startEpochMs)
    return (await words).flatMap(each => (each.isReady ? [] : [each.sent as Sent]))
  }
  try {
    return await Promise.race([run(), isAborted.promise])
  } finally {
    signal.removeEventListener('abort', onAbort)
    await Promise.all(workers.map(worker => worker.terminate()))
  }
}
