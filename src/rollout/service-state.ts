import type { ApiTask } from '../docker/types.ts'
import type { FailureCategory } from './outcome.ts'

/** What a service suffers from: the task's own error, and the task. */
export type Symptom = { category: FailureCategory; error: string; task: ApiTask | undefined }

/** How far a service has come, judged from one snapshot alone. */
export type Phase =
  /** With a symptom: tasks fail, and the next one may come up, which is no failure as long as there is time. */
  | { kind: 'progressing'; symptom?: Symptom }
  /**
   * Everything wanted runs, of the current spec, and nothing else does. It has yet to hold; and as long as
   * SwarmKit goes on watching its update (`isUpdating`) it may yet be rolled back.
   */
  | { kind: 'settled'; isUpdating: boolean }
  /** Everything wanted has ended well (jobs, one-shot services): there is nothing that could still fall over. */
  | { kind: 'complete' }
  | { kind: 'rolling-back'; message: string }
  | { kind: 'rolled-back'; message: string }
  | { kind: 'paused'; message: string }
  /** Nothing moves, but somebody else may still act: a failure only if it lasts `graceMs`. */
  | {
      kind: 'stuck'
      symptom: Symptom
      graceMs: number
      /** What must be the same all that time; without it the symptom's category. */
      which?: string
      /** After so long of it SwarmKit is to be set going again (see `standstill`). */
      nudgeAfterMs?: number
    }
  | { kind: 'failed'; symptom: Symptom }

export type ServiceState = {
  id: string
  name: string
  /** The image of the current spec, with its digest where it has one. */
  image: string
  /** Tasks of the current spec that run (one-shots: that completed), of those wanted. */
  running: number
  wanted: number
  /** The tasks that `running` counts. */
  countedTasks: readonly ApiTask[]
  /** When the last of those came up, by the engine's clock: milliseconds since the epoch; 0 without any. */
  upAtMs: number
  phase: Phase
}
