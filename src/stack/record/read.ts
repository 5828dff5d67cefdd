import type { EngineClient } from '../../docker/client.ts'
import { STACK_LABEL } from '../labels.rules.ts'
import type { PersistEffects } from '../persist.ts'
import { listConfigs } from '../swarm-configs.ts'
import { unpackSpecs } from './pack.ts'
import { type DeployRecord, type RecordedSpecs, recordsOf, type StoredRecord } from './record.rules.ts'

/** The deploys of a stack that the swarm remembers, newest first. Errors: those of the engine client. */
export async function readRecords(
  client: EngineClient,
  stack: string,
  fx: PersistEffects
): Promise<StoredRecord[]> {
  return recordsOf(await listConfigs(client, `${STACK_LABEL}=${stack}`, fx))
}

/** What a recorded deploy asked for; `undefined` where it is not on record (complete and in a known form). */
export function readSpecs(record: StoredRecord): RecordedSpecs | undefined {
  if (!record.hasSpecs) return undefined
  return unpackSpecs(record.parts.map(part => Buffer.from(part.Spec.Data ?? '', 'base64').toString('latin1')))
}

/** A record without the objects that hold it: what may be shown. */
export function shown({ header: _, parts: __, ...record }: StoredRecord): DeployRecord {
  return record
}
