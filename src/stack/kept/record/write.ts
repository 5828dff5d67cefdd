import type { EngineClient } from '../../../docker/client.ts'
import { persist } from '../../../docker/persist.ts'
import type { Effects } from '../../../effects/effects.ts'
import { explain, SwarmlineError } from '../../../errors.ts'
import { isBook, OUR_LABEL, STACK_LABEL } from '../../../plain/labels.ts'
import { bookName, secretBookName } from '../../../plain/object-names.ts'
import { bounded } from '../../../plain/text.ts'
import type { ServiceChange } from '../../plan/plan.ts'
import { stackObjects } from '../../plan/plan.ts'
import { createConfig, labelConfig, listConfigs, newToken, removeConfig } from '../swarm-configs.ts'
import { packSpecs } from './pack.ts'
import { textOf } from './read.ts'
import {
  isSealed,
  lastSeq,
  outdatedRecords,
  PENDING,
  partOf,
  placeOfPart,
  RECORD_LABEL,
  recordsOf,
  type StoredRecord,
  strayParts
} from './record.rules.ts'
import { seal } from './seal.ts'

type RecordEffects = Pick<Effects, 'clock' | 'log' | 'signal' | 'awayMs'>

export type RecordRequest = {
  client: EngineClient
  stack: string
  /** Who deploys, for people: `octocat, run 17`. */
  owner: string
  /** The version of this product. */
  version: string
  /** For a rollback: the seq that it goes back to. */
  rollbackTo?: number
  /** What it changes; services that stay as they are need not be among them. */
  changes?: readonly ServiceChange[]
}

/** How a deploy ended, and, where it did not converge, why and what was done with the stack. */
export type RecordedEnd = { outcome: string; failure?: string | undefined; undone?: string | undefined }

/** A deploy that is being recorded. It does not fail by that: only `capture` throws, and only when it is cancelled. */
export type OpenRecord = {
  seq: number
  /**
   * Writes down what the swarm was asked for: to be called as soon as it was.
   *
   * @param leaving services, by their names in the swarm, that are there yet and are no part of it
   */
  capture(fx: RecordEffects, leaving?: readonly string[]): Promise<void>
  /** Writes down how it ended, and forgets all but the newest `keep` deploys. After a cancellation: `forCleanup`. */
  finish(end: RecordedEnd, keep: number, fx: RecordEffects): Promise<void>
}

const RECORDED: ReadonlySet<string> = new Set(['created', 'updated', 'removed'])
/** Characters of a label: a config is small, and a line is read in a list. */
const MOST_OF_FAILURE = 500
const NAME_TRIES = 20
/** `-1234567` */
const SUFFIX_LENGTH = 8
/** `.12` */
const PART_ROOM = 3

/**
 * Writes down in the swarm that a deploy begins. The record is a config object with the stack's label, so that
 * `docker stack rm` takes it away with the stack; `docker stack deploy --prune` leaves configs alone.
 *
 * @throws those of the engine client
 */
export async function beginRecord(request: RecordRequest, fx: RecordEffects): Promise<OpenRecord> {
  const { client, stack, owner, version, rollbackTo } = request
  const changes = (request.changes ?? []).filter(({ kind }) => RECORDED.has(kind))
  const base = bookName('deploy', stack, SUFFIX_LENGTH)
  const last = lastSeq(await listConfigs(client, `${STACK_LABEL}=${stack}`, fx))
  for (let seq = last + 1, tries = 0; tries < NAME_TRIES; seq++, tries++) {
    const labels = { [STACK_LABEL]: stack, [RECORD_LABEL.seq]: String(seq) }
    const id = await createConfig(
      client,
      {
        name: `${base}-${seq}`,
        kind: 'deploy',
        labels: {
          ...labels,
          [OUR_LABEL.owner]: owner,
          [RECORD_LABEL.version]: version,
          [RECORD_LABEL.outcome]: PENDING,
          ...(rollbackTo === undefined ? {} : { [RECORD_LABEL.rollbackTo]: String(rollbackTo) })
        },
        data: JSON.stringify({ schema: 1, stack, seq })
      },
      fx
    )
    if (id === undefined) continue
    return {
      seq,
      capture: (within, leaving = []) =>
        quietly('what was deployed', within, () =>
          capture(client, stack, { id, seq, changes, leaving }, within)
        ),
      finish: (end, keep, within) =>
        quietly('how the deploy ended', within, async () => {
          await labelConfig(client, id, labelsOf(end), within)
          await prune(client, stack, keep, within)
        }).catch(error =>
          // The last thing that a deploy does: what it had to say itself goes first.
          within.log.warn(`how the deploy ended could not be recorded in the swarm: ${explain(error)}`)
        )
    }
  }
  throw new SwarmlineError('deploy-failed', `no name is free for the record of a deploy of ${stack}`, {
    hint: `remove what holds them: docker config ls --filter name=${base}`
  })
}

const labelsOf = ({ outcome, failure, undone }: RecordedEnd): Record<string, string> => ({
  [RECORD_LABEL.outcome]: outcome,
  ...(failure ? { [RECORD_LABEL.failure]: bounded(failure, MOST_OF_FAILURE) } : {}),
  ...(undone ? { [RECORD_LABEL.undone]: undone } : {})
})

async function quietly(what: string, fx: RecordEffects, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (fx.signal.aborted) throw error
    fx.log.warn(`${what} could not be recorded in the swarm: ${explain(error)}`)
  }
}

async function capture(
  client: EngineClient,
  stack: string,
  header: { id: string; seq: number; changes: ServiceChange[]; leaving: readonly string[] },
  fx: RecordEffects
): Promise<void> {
  const objects = await persist(() => stackObjects(client, stack, fx.signal), fx)
  const parts = packSpecs({
    schema: 1,
    stack,
    seq: header.seq,
    services: objects.services
      .map(service => service.Spec)
      .filter(({ Name }) => !header.leaving.includes(Name)),
    networks: objects.networks.map(network => network.Name),
    secrets: objects.secrets.map(secret => secret.Spec.Name),
    configs: objects.configs.filter(c => !isBook(c.Spec.Labels)).map(config => config.Spec.Name),
    changes: header.changes
  })
  if (!parts) {
    fx.log.warn(`${stack} is too large to be recorded in the swarm: there is no way back to this deploy`)
    return
  }
  for (const [i, text] of parts.entries()) await writePart(client, stack, header.seq, i + 1, text, fx)
  await labelConfig(client, header.id, { [RECORD_LABEL.parts]: String(parts.length) }, fx)
}

/** Specs hold environment values, so a part is sealed, under a name that no stack file can have. */
async function writePart(
  client: EngineClient,
  stack: string,
  seq: number,
  part: number,
  text: string,
  fx: RecordEffects
): Promise<void> {
  const { data, key } = seal(text, placeOfPart(stack, seq, part))
  const name = `${secretBookName('deploy', stack, `${seq}-${newToken()}`, PART_ROOM)}.${part}`
  const labels = { [STACK_LABEL]: stack, [RECORD_LABEL.seq]: String(seq), [OUR_LABEL.sealedBy]: key }
  const id = await createConfig(client, { name, kind: 'deploy-part', labels, data }, fx)
  if (id === undefined) throw new SwarmlineError('deploy-failed', `there is a config ${name} already`)
}

/** Seals what an earlier version wrote down as it was; the earlier form then is of no record. */
async function sealEarlier(
  client: EngineClient,
  stack: string,
  records: readonly StoredRecord[],
  fx: RecordEffects
): Promise<void> {
  for (const { seq, parts } of records)
    for (const part of parts.filter(each => !isSealed(each))) {
      const text = textOf(part, seq)
      if (text === undefined) continue
      await writePart(client, stack, seq, partOf(part), text, fx)
      await removeConfig(client, part.ID, fx)
    }
}

async function prune(client: EngineClient, stack: string, keep: number, fx: RecordEffects): Promise<void> {
  const configs = await listConfigs(client, `${STACK_LABEL}=${stack}`, fx)
  const records = recordsOf(configs)
  const outdated = outdatedRecords(records, keep)
  const doomed = outdated.flatMap(record => [record.header, ...record.parts])
  for (const { ID } of [...doomed, ...strayParts(configs, records)]) await removeConfig(client, ID, fx)
  await sealEarlier(
    client,
    stack,
    records.filter(record => !outdated.includes(record)),
    fx
  )
}
