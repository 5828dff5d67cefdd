// A thread that sends its part of a run: started by workers.ts, which tells it what and when.
import { parentPort, workerData } from 'node:worker_threads'
import type { LoadPlan } from './load-plan.rules.ts'
import { startSender } from './sender.ts'

/** `startEpochMs`: threads have clocks of different origin, and one epoch. */
export type WorkerOrder = { plan: LoadPlan; sender: number }
export type WorkerWord = { isReady: true } | { isReady: false; sent: unknown }

const { plan, sender } = workerData as WorkerOrder
parentPort?.once('message', (startEpochMs: number) => {
  const { done } = startSender(plan, sender, startEpochMs - performance.timeOrigin)
  void done.then(sent => parentPort?.postMessage({ isReady: false, sent }))
})
parentPort?.postMessage({ isReady: true })
