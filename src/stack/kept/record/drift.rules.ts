import type { ApiServiceSpec } from '../../../docker/types.ts'
import { compareSpecs } from '../../plan/plan.rules.ts'
import type { ServiceChange, SpecNames } from '../../plan/plan.ts'
import type { DeployRecord, RecordedSpecs } from './record.rules.ts'

/** What somebody changed by hand since the last deploy. */
export type Drift =
  | { kind: 'known'; since: number; services: ServiceChange[] }
  /** It is not on record what the last deploy left. */
  | { kind: 'unknown'; why: string }

type Readable = Pick<DeployRecord, 'seq' | 'outcome' | 'undone'> & { specs: RecordedSpecs | undefined }

/**
 * Compares what runs with what the last deploy left: its own specs where it converged or was kept; where the stack
 * went back, those of the deploy before it.
 *
 * @param records newest first
 */
export function driftOf(
  stack: string,
  records: readonly Readable[],
  running: readonly ApiServiceSpec[],
  names: SpecNames
): Drift {
  const last = records.find(record => record.undone !== 'restored')
  if (!last) return { kind: 'unknown', why: `no deploy of ${stack} is on record` }
  const { seq, outcome, undone, specs } = last
  if (outcome !== 'converged' && undone !== 'kept')
    return { kind: 'unknown', why: `deploy ${seq} (${outcome}) did not record what it left` }
  if (!specs) return { kind: 'unknown', why: `deploy ${seq} was recorded without its specs` }
  // What it was to prune is no part of its record, and still there where it failed before.
  const unpruned = new Set(
    outcome === 'converged'
      ? []
      : (specs.changes ?? []).flatMap(({ kind, fullName }) => (kind === 'removed' ? [fullName] : []))
  )
  const now = running.filter(({ Name }) => !unpruned.has(Name))
  return { kind: 'known', since: seq, services: compareSpecs(stack, specs.services, now, names) }
}
