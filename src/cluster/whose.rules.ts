import { LABEL } from '../plain/labels.ts'
import type { DindCluster } from './cluster-record.ts'

type Labels = Readonly<Record<string, string>> | null | undefined

/** Which run's things are meant: two users of one engine may have a cluster of the same name. */
export type Whose = {
  cluster: string
  /** `undefined` for a cluster that was saved before its run was: then the moment of its making tells. */
  run: string | undefined
  /** RFC 3339, as the label has it. */
  createdAt?: string
  /** In a VM of ours, which may have woken with what an earlier run made, nobody else makes anything. */
  isEngineOurs?: boolean
}

/** Whether what carries these labels was made by that run. */
export function isOf({ cluster, run, createdAt, isEngineOurs }: Whose, labels: Labels): boolean {
  if (labels?.[LABEL.cluster] !== cluster) return false
  if (isEngineOurs) return true
  return run === undefined ? labels[LABEL.created] === createdAt : labels[LABEL.run] === run
}

/** The run that these labels, which are to be put on things, stand for. */
export const runOf = (labels: Readonly<Record<string, string>>): Whose => ({
  cluster: labels[LABEL.cluster] ?? '',
  run: labels[LABEL.run] ?? ''
})

/** The run that made a cluster. */
export const whoseOf = ({
  name,
  run,
  createdAt,
  engine
}: Pick<DindCluster, 'name' | 'run' | 'createdAt' | 'engine'>): Whose => ({
  ...{ cluster: name, run, createdAt, isEngineOurs: engine.isOwned }
})

/** Whether what carries the labels `found` is what a run with the labels `own` would make. */
export const isMadeBy = (
  own: Readonly<Record<string, string>>,
  engine: { kind: 'host' | 'vm' },
  found: Labels
): boolean => isOf({ ...runOf(own), isEngineOurs: engine.kind === 'vm' }, found)

type Thing = { kind: string; name: string; labels: Readonly<Record<string, string>> }

/** `container swarmline-a-manager1, network swarmline-a (somebody, since 2026-01-02T03:04:05.000Z)` */
export function inWords(things: readonly Thing[]): string {
  const owners = Map.groupBy(things, ({ labels }) =>
    [labels[LABEL.owner] ?? 'nobody named', labels[LABEL.created]].filter(Boolean).join(', since ')
  )
  return [...owners]
    .map(([owner, own]) => `${own.map(({ kind, name }) => `${kind} ${name}`).join(', ')} (${owner})`)
    .join('; ')
}
