import type { EngineClient } from '../../../docker/client.ts'
import type { PersistEffects } from '../../../docker/persist.ts'
import type { ApiServiceSpec } from '../../../docker/types.ts'
import { OUR_LABEL, STACK_LABEL } from '../../../plain/labels.ts'
import type { SpecNames } from '../../plan/plan.ts'
import { type ApiConfig, listConfigs } from '../swarm-configs.ts'
import { type Drift, driftOf } from './drift.rules.ts'
import { unpackSpecs } from './pack.ts'
import {
  type DeployRecord,
  partOf,
  placeOfPart,
  type RecordedSpecs,
  recordsOf,
  type StoredRecord
} from './record.rules.ts'
import { unseal } from './seal.ts'

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
  const texts = record.parts.map(part => textOf(part, record.seq))
  return texts.includes(undefined) ? undefined : unpackSpecs(texts as string[])
}

/** What somebody changed by hand since the last deploy. Errors: those of the engine client. */
export async function readDrift(
  { client, stack, running, names }: DriftRequest,
  fx: PersistEffects
): Promise<Drift> {
  const records = await readRecords(client, stack, fx)
  const readable = records.map(record => ({ ...record, specs: readSpecs(record) }))
  return driftOf(stack, readable, running, names)
}

export type DriftRequest = {
  client: EngineClient
  stack: string
  /** The specs of the stack's services now. */
  running: readonly ApiServiceSpec[]
  names: SpecNames
}

/** What a part holds; earlier versions did not seal it. `undefined`: it was sealed for another place. */
export function textOf(part: ApiConfig, seq: number): string | undefined {
  const { Data, Labels } = part.Spec
  const text = Buffer.from(typeof Data === 'string' ? Data : '', 'base64').toString('latin1')
  const key = Labels?.[OUR_LABEL.sealedBy]
  if (key === undefined) return text
  return unseal({ data: text, key }, placeOfPart(Labels?.[STACK_LABEL] ?? '', seq, partOf(part)))
}

/** A record without the objects that hold it: what may be shown. */
export function shown({ header: _, parts: __, ...record }: StoredRecord): DeployRecord {
  return record
}
