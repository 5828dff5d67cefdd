import type { Judgement, Memory } from './hold.rules.ts'
import type { Snapshot } from './snapshot.ts'
import type { Deployed } from './supersede.rules.ts'
import type { Timeline } from './timeline.ts'

/** All that a watch knows after a look: what it saw, what that means, and what it must remember. */
export type Seen = {
  snapshot: Snapshot
  judgements: readonly Judgement[]
  memory: Memory
  timeline: Timeline
  deployed: Deployed
}
