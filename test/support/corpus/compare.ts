// Our reading of stack files beside docker's, for many at once.
import { type Mapping, mapping } from '../../../src/stack/read/plain.rules.ts'
import { renderStack } from '../../../src/stack/read/render.rules.ts'
import { differencesOf, partOf, withoutVersion } from './differences.ts'
import { type AskDocker, askTogether, type DockerAnswer } from './docker-config.ts'
import type { Reading } from './read-file.ts'
import { explanationOf, REFUSED_BEFORE_THE_SWARM } from './translations.ts'

/** `isOwn`: whether a name in a reading of several files is this file's. */
export type Compared = {
  name: string
  reading: Reading
  original: DockerAnswer
  isOwn: (key: string) => boolean
}

export type Verdict = {
  name: string
  /** `only-us`: a form of the Compose Specification that docker refuses. */
  accepted: 'both' | 'only-us' | 'nobody' | 'only-docker'
  /** Errors of ours about a file that docker takes and a swarm could run, with the first one's words. */
  falseRefusals: { rule: string; text: string }[]
  /** Differences by the documented one that explains them. */
  explained: string[]
  unexplained: string[]
}

export const errorsOf = ({ findings }: Reading) => findings.filter(({ severity }) => severity === 'error')

/** How many are asked about in one process. */
const TOGETHER = 100

/** @param files may be asked about together only with those that have the same version */
export async function compareAll(
  files: readonly Compared[],
  ask: AskDocker,
  isTogether: boolean
): Promise<Verdict[]> {
  const taken = files.filter(({ reading }) => reading.model && errorsOf(reading).length === 0)
  const versions = Map.groupBy(taken, ({ reading }) => String(reading.model?.version))
  const handed = new Map<Compared, DockerAnswer>()
  for (const group of versions.values())
    for (const chunk of chunksOf(group, isTogether ? TOGETHER : 1))
      for (const [file, answer] of await askTogether(chunk, renderedTogether, ask)) handed.set(file, answer)
  return files.map(file => verdictOn(file, handed.get(file)))
}

export function chunksOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size)
  )
}

function renderedTogether(files: readonly Compared[]): string {
  const whole: Mapping = {}
  for (const { reading } of files)
    for (const [section, value] of Object.entries(mapping(reading.model)))
      whole[section] =
        typeof value === 'object' && value !== null ? { ...mapping(whole[section]), ...value } : value
  for (const section of ['secrets', 'configs'])
    whole[section] = Object.fromEntries(
      Object.entries(mapping(whole[section])).map(([name, entry]) => [name, asFile(mapping(entry))])
    )
  return renderStack(whole)
}

/** A deploy hands over contents as files, whatever they are in the stack file. */
function asFile({ content, environment, ...entry }: Mapping): Mapping {
  return content === undefined && environment === undefined ? entry : { ...entry, file: '/content' }
}

/** A client knows no version of the format newer than itself; some panic on what they do not know. */
const TOO_OLD = /unsupported Compose file version|docker\.go:\d+/

function verdictOn({ name, reading, original, isOwn }: Compared, handed: DockerAnswer | undefined): Verdict {
  const none = { name, falseRefusals: [], explained: [], unexplained: [] }
  const isTaken = 'model' in original
  if (!handed)
    return {
      ...none,
      accepted: isTaken ? 'only-docker' : 'nobody',
      falseRefusals: isTaken
        ? errorsOf(reading).filter(({ rule }) => !Object.hasOwn(REFUSED_BEFORE_THE_SWARM, rule))
        : []
    }
  const accepted = isTaken ? 'both' : 'only-us'
  // A client that refuses the file, too, may be too old for what is in it.
  if (!isTaken && 'refusal' in handed && TOO_OLD.test(handed.refusal)) return { ...none, accepted: 'nobody' }
  if (!('model' in handed))
    return { ...none, accepted, unexplained: [`docker refuses what is handed over: ${handed.refusal}`] }
  if (!isTaken) return { ...none, accepted }
  const part = (model: Mapping): Mapping => withoutVersion(partOf(model, isOwn))
  const found = differencesOf(part(original.model), part(handed.model)).map(each => ({
    each,
    by: explanationOf(each)
  }))
  return {
    ...none,
    accepted,
    explained: found.flatMap(({ by }) => by ?? []),
    unexplained: found.flatMap(({ each: { path, from, to }, by }) =>
      by ? [] : [`${path}: ${JSON.stringify(from)} is ${JSON.stringify(to)}`.slice(0, 300)]
    )
  }
}
