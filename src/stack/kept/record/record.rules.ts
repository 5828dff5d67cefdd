import type { ApiServiceSpec } from '../../../docker/types.ts'
import { OUR_LABEL } from '../../../plain/labels.ts'
import type { ServiceChange } from '../../plan/plan.ts'
import type { ApiConfig } from '../swarm-configs.ts'

export const RECORD_LABEL = {
  seq: 'io.swarmline.deploy.seq',
  outcome: 'io.swarmline.deploy.outcome',
  version: 'io.swarmline.deploy.tool-version',
  /** On a rollback: the seq that it went back to. */
  rollbackTo: 'io.swarmline.deploy.rollback-to',
  /** Why it did not converge, in one line. */
  failure: 'io.swarmline.deploy.failure',
  /** What was done with the stack when it did not converge: `restored`, `removed` or `kept`. */
  undone: 'io.swarmline.deploy.undone',
  /** How many objects hold the specs; there once all of them are. */
  parts: 'io.swarmline.deploy.parts'
} as const

/** The outcome of a deploy that has not ended, or whose end nobody was left to write down. */
export const PENDING = 'pending'

/** A deploy as the swarm remembers it. */
export type DeployRecord = {
  /** Counts the stack's deploys, from 1. */
  seq: number
  /** When it began, RFC 3339, by the swarm's clock. */
  at: string
  owner: string
  /** The version of this product that deployed. */
  version: string
  /** `pending`, or a deploy's outcome. */
  outcome: string
  rollbackTo: number | undefined
  /** Why it did not converge, in one line, without the contents of secrets. */
  failure: string | undefined
  /** What was done with the stack when it did not converge; `undefined`: nothing, or it is not known. */
  undone: string | undefined
  /** Its specs are on record, so one can go back to it. */
  hasSpecs: boolean
}

/** What a deploy asked the swarm for. Specs may hold environment values: they are never logged. */
export type RecordedSpecs = {
  schema: 1
  stack: string
  seq: number
  /** As the engine gives them. */
  services: ApiServiceSpec[]
  /** The stack's objects at the time, by name. */
  networks: string[]
  secrets: string[]
  configs: string[]
  /** What the deploy changed, concealed as in a plan. Earlier versions did not record it. */
  changes?: ServiceChange[]
}

/** A record and the objects that hold it. */
export type StoredRecord = DeployRecord & { header: ApiConfig; parts: ApiConfig[] }

/** Sorts a stack's configs into records, newest first. An object of another make is left out. */
export function recordsOf(configs: readonly ApiConfig[]): StoredRecord[] {
  const ofKind = (kind: string) => configs.filter(c => c.Spec.Labels?.[OUR_LABEL.kind] === kind)
  const parts = Map.groupBy(ofKind('deploy-part'), seqOf)
  return ofKind('deploy')
    .flatMap(header => {
      const labels = header.Spec.Labels ?? {}
      const seq = seqOf(header)
      if (!Number.isSafeInteger(seq) || seq < 1) return []
      // Where one was sealed anew and the earlier form is still there, the sealed one counts.
      const byNumber = new Map(
        (parts.get(seq) ?? [])
          .toSorted((a, b) => Number(isSealed(a)) - Number(isSealed(b)))
          .map(part => [partOf(part), part])
      )
      const own = [...byNumber.values()].toSorted((a, b) => partOf(a) - partOf(b))
      const wanted = Number(labels[RECORD_LABEL.parts] ?? 0)
      const rollbackTo = Number(labels[RECORD_LABEL.rollbackTo])
      return [
        {
          seq,
          at: header.CreatedAt,
          owner: labels[OUR_LABEL.owner] ?? '',
          version: labels[RECORD_LABEL.version] ?? '',
          outcome: labels[RECORD_LABEL.outcome] ?? PENDING,
          rollbackTo: rollbackTo > 0 ? rollbackTo : undefined,
          failure: labels[RECORD_LABEL.failure] || undefined,
          undone: labels[RECORD_LABEL.undone] || undefined,
          hasSpecs: wanted > 0 && own.length === wanted,
          header,
          parts: own
        }
      ]
    })
    .toSorted((a, b) => b.seq - a.seq)
}

/** The highest number that any object bears, a part without its record included; 0 where there is none. */
export const lastSeq = (configs: readonly ApiConfig[]): number =>
  Math.max(0, ...configs.map(seqOf).filter(Number.isSafeInteger))

/** Parts whose record is not there. */
export function strayParts(configs: readonly ApiConfig[], records: readonly StoredRecord[]): ApiConfig[] {
  const held = new Set(records.flatMap(record => record.parts.map(part => part.ID)))
  return configs.filter(c => c.Spec.Labels?.[OUR_LABEL.kind] === 'deploy-part' && !held.has(c.ID))
}

/**
 * The records that may go: the newest `keep` stay, and the newest that converged, to which one would go back.
 *
 * @param records newest first
 */
export function outdatedRecords<T extends Pick<DeployRecord, 'seq' | 'outcome' | 'hasSpecs'>>(
  records: readonly T[],
  keep: number
): T[] {
  const last = records.find(record => record.outcome === 'converged' && record.hasSpecs)
  return records.slice(Math.max(1, keep)).filter(record => record !== last)
}

const seqOf = (config: ApiConfig): number => Number(config.Spec.Labels?.[RECORD_LABEL.seq])
/** Parts of earlier versions are not. */
export const isSealed = ({ Spec }: ApiConfig): boolean => Spec.Labels?.[OUR_LABEL.sealedBy] !== undefined

/** Where a part belongs: sealed for it, it opens nowhere else. */
export const placeOfPart = (stack: string, seq: number, part: number): string =>
  JSON.stringify(['deploy', stack, seq, part])

/** `swarmline-deploy-shop-7-5f3a….2` is part 2. */
export const partOf = (config: ApiConfig): number =>
  Number(config.Spec.Name.slice(config.Spec.Name.lastIndexOf('.') + 1))
