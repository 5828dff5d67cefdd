import { isSameService } from '../../../docker/same-spec.rules.ts'
import type { ApiServiceSpec } from '../../../docker/types.ts'
import { SwarmlineError } from '../../../errors.ts'
import { isRunJobSpec } from '../../plan/plan.rules.ts'
import type { DeployRecord, RecordedSpecs } from './record.rules.ts'

type Readable = DeployRecord & { specs: RecordedSpecs | undefined }

/**
 * The recorded deploy to go back to: the one that is asked for, else the newest that converged and asked for
 * something else than what runs now.
 *
 * @param records newest first
 * @param running the specs of the stack's services now
 * @throws `not-found`: no such record, or none that one could go back to; `input`: a record without its specs
 */
export function chooseRecord<T extends Readable>(
  stack: string,
  records: readonly T[],
  to: number | undefined,
  running: readonly ApiServiceSpec[]
): T & { specs: RecordedSpecs } {
  if (to !== undefined) {
    const found = records.find(record => record.seq === to)
    if (!found)
      throw new SwarmlineError('not-found', `deploy ${to} of ${stack} is not on record`, {
        hint: listed(records)
      })
    if (!hasSpecs(found))
      throw new SwarmlineError('input', `deploy ${to} of ${stack} was recorded without its specs`, {
        hint: listed(records)
      })
    return found
  }
  const found = records
    .filter(hasSpecs)
    .find(record => record.outcome === 'converged' && !isRunning(record.specs.services, running))
  if (!found)
    throw new SwarmlineError('not-found', `there is no earlier deploy of ${stack} to go back to`, {
      hint: listed(records)
    })
  return found
}

const hasSpecs = <T extends Readable>(record: T): record is T & { specs: RecordedSpecs } =>
  record.specs !== undefined

/** Jobs of a deploy are no part of what runs: going back removes them. */
function isRunning(recorded: readonly ApiServiceSpec[], running: readonly ApiServiceSpec[]): boolean {
  const [old, now] = [recorded, running].map(specs => specs.filter(spec => !isRunJobSpec(spec)))
  return (
    old?.length === now?.length &&
    (old ?? []).every(spec => now?.some(each => each.Name === spec.Name && isSameService(each, spec)))
  )
}

function listed(records: readonly Readable[]): string {
  const usable = records.filter(hasSpecs).map(record => `${record.seq} (${record.outcome})`)
  return usable.length > 0 ? `on record: ${usable.join(', ')}` : 'run swarmline deploy once to record it'
}
