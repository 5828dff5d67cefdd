import { SwarmlineError } from '../errors.ts'
import { assess } from './assess.rules.ts'
import { holdOf, judge, NO_MEMORY } from './hold.rules.ts'
import type { Seen } from './seen.ts'
import type { ServiceState } from './service-state.ts'
import type { Baseline, Snapshot } from './snapshot.ts'
import { deployedOf, withSuperseded } from './supersede.rules.ts'
import { timelineOf } from './timeline.rules.ts'
import { NO_TIMELINE } from './timeline.ts'

export type Watched = { stack: string; services: readonly string[] | undefined; baseline: Baseline }

/** A service that is asked for and is not there may be on its way to be made anew. */
const MISSING_GRACE_MS = 10_000

/** What a look at `nowMs` adds to what was seen before. @throws `not-found` for a stack without services */
export function look(before: Seen | undefined, snapshot: Snapshot, watched: Watched, nowMs: number): Seen {
  const deployed = deployedOf(before?.deployed ?? new Map(), snapshot)
  const states = withSuperseded(statesOf(watched, snapshot), snapshot, deployed)
  const services = new Map(snapshot.services.map(s => [s.ID, s]))
  const holds = new Map(
    states.flatMap(state => {
      const service = services.get(state.id)
      return service ? [[state.id, holdOf(service, state, watched.baseline)] as const] : []
    })
  )
  const { memory, judgements } = judge(before?.memory ?? NO_MEMORY, states, holds, nowMs)
  return {
    snapshot,
    judgements,
    memory,
    timeline: timelineOf(before?.timeline ?? NO_TIMELINE, snapshot, nowMs),
    deployed
  }
}

/** The states of the services that were asked for, in that order; of all of them, in the order of their names. */
function statesOf({ stack, services, baseline }: Watched, snapshot: Snapshot): ServiceState[] {
  const states = assess(snapshot, baseline).toSorted((a, b) => a.name.localeCompare(b.name))
  if (states.length === 0 && !services?.length)
    throw new SwarmlineError('not-found', `stack ${stack} has no services`, {
      hint: 'list the stacks: docker stack ls'
    })
  return services ? services.map(name => states.find(state => state.name === name) ?? missing(name)) : states
}

/** A service that was deployed and is not there: somebody removed it. */
function missing(name: string): ServiceState {
  const symptom = {
    category: 'other' as const,
    error: 'the service does not exist: was it removed?',
    task: undefined
  }
  const phase = { kind: 'stuck' as const, symptom, graceMs: MISSING_GRACE_MS }
  return { id: name, name, image: '', running: 0, wanted: 0, countedTasks: [], upAtMs: 0, phase }
}
