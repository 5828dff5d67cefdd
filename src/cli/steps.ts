import { AsyncLocalStorage } from 'node:async_hooks'
import type { LiveTable, Log } from '../effects/effects.ts'
import { SwarmlineError } from '../errors.ts'
import type { ProgressOptions } from './progress.ts'

/** A step of the run, as the displays see it. */
export type Step = {
  readonly title: string
  detail: string
  /** Rows that belong to it, for a display that has room. */
  table?: LiveTable
  /** Milliseconds since the epoch. */
  readonly startedAt: number
  readonly parent: Step | undefined
  readonly children: Step[]
  end: StepEnd | undefined
}
export type StepEnd = { how: 'done' | 'failed' | 'cancelled'; at: number }

/** What a display does when something happens to a step. */
export type StepDisplay = {
  started(step: Step): void
  changed(step: Step): void
  ended(step: Step, end: StepEnd): void
}

/**
 * `Log.step` and the tree that it grows. A step that is started within another's `run` is its child, also when
 * several run side by side: the parent travels with the asynchronous call.
 */
export function trackSteps(
  { clock, signal }: Pick<ProgressOptions, 'clock' | 'signal'>,
  display: StepDisplay
): { step: Log['step']; roots: Step[] } {
  const current = new AsyncLocalStorage<Step>()
  const roots: Step[] = []

  const step: Log['step'] = async (title, run) => {
    const parent = current.getStore()
    const mine: Step = { title, detail: '', startedAt: clock.now(), parent, children: [], end: undefined }
    const siblings = parent ? parent.children : roots
    siblings.push(mine)
    display.started(mine)
    const finish = (how: StepEnd['how']) => {
      mine.end = { how, at: clock.now() }
      if (!parent) roots.splice(roots.indexOf(mine), 1)
      display.ended(mine, mine.end)
    }
    try {
      const result = await current.run(mine, () =>
        run((detail, table) => {
          if (mine.end || (detail === mine.detail && table === mine.table)) return
          mine.detail = detail
          if (table) mine.table = table
          display.changed(mine)
        })
      )
      finish('done')
      return result
    } catch (error) {
      // Ctrl-C reaches the programs that run, too: whatever they died of, the cause is the signal. And where work
      // beside this one has failed, this was only told to stop.
      const isStopped = error instanceof SwarmlineError && error.code === 'cancelled'
      finish(signal.aborted || isStopped ? 'cancelled' : 'failed')
      throw error
    }
  }
  return { step, roots }
}
