import type { EngineClient } from '../../docker/client.ts'
import { persist } from '../../docker/persist.ts'
import type { ApiNode } from '../../docker/types.ts'
import type { Effects } from '../../effects/effects.ts'
import { askRegistry } from '../../images/images.ts'
import type { Redactor } from '../../plain/redact.ts'
import { swarmNames, withContents } from '../../stack/apply/apply.rules.ts'
import type { NamedContent } from '../../stack/apply/apply.ts'
import { contentKey, type Drift, readDrift } from '../../stack/kept/kept.ts'
import { lintAgain } from '../../stack/lint/lint.rules.ts'
import { type ComposeQuestion, readStack } from '../../stack/lint/lint.ts'
import {
  applyMeshless,
  applySettings,
  namesOf,
  parseDigests,
  parseSettings,
  pinImages,
  planChanges,
  stagesOf,
  withOneTry
} from '../../stack/plan/plan.rules.ts'
import {
  type CurrentStack,
  type KnownPlatforms,
  readCurrent,
  resolveImages,
  resolvePlatforms,
  type SettingsNote,
  type StackChanges,
  type UnpinnedImage,
  type UpdateSettings
} from '../../stack/plan/plan.ts'
import { collectFindings, serviceEntries, showPathsFrom } from '../../stack/read/read.rules.ts'
import {
  type Content,
  type Finding,
  gatherContents,
  type Model,
  readVariables,
  resolveEnvironments,
  type StackPlan,
  type Variables
} from '../../stack/read/read.ts'
import type { StackSource } from '../requests.ts'
import type { OpenSwarm } from '../swarm.ts'
import { redactorOf } from './hide-secrets.ts'
import { lookAtImages } from './look-at-images.ts'
import { needsSpareNode, withoutRoom } from './spare-nodes.rules.ts'

/** Stack files that hold, and what they are to be deployed with. */
export type LoadedStack = {
  plan: StackPlan
  /** For `askCompose`, once there is a docker client. */
  forCompose: ComposeQuestion
  variables: Variables
  settings: UpdateSettings
  digests: Record<string, string>
  contents: Content[]
}

/** All that a deploy hands over, and what it will change. */
export type PreparedStack = {
  plan: StackPlan
  model: Model
  /** The bytes of what the model names as its secrets and configs. */
  contents: readonly NamedContent[]
  current: CurrentStack
  changes: StackChanges
  notes: SettingsNote[]
  /** What somebody changed by hand since the last deploy. */
  drift: Drift
  unpinned: UnpinnedImage[]
  platforms: KnownPlatforms
  /** Knows the contents of its secrets. */
  redactor: Redactor
  /** What the stack files say and a swarm does not do as it is written, by what is known of the images. */
  findings: Finding[]
}

/**
 * Reads the stack files: before any engine is asked or a client is fetched, so that what does not hold is told at once.
 *
 * @param defaults variables that everything else wins over; asked for once the request itself holds
 * @throws what `parseSettings`, `parseDigests`, `defaults`, `readStack` and `gatherContents` throw
 */
export async function load(source: StackSource, defaults: () => Promise<Variables>): Promise<LoadedStack> {
  const { composeFiles, shownFrom, root, envFiles, profiles, isStrict, texts } = source
  const settings = parseSettings(source.settings)
  const digests = parseDigests(source.digests)
  const variables = { ...(await defaults()), ...source.variables }
  const given = {
    secrets: Object.keys(source.contents.secrets ?? {}),
    configs: Object.keys(source.contents.configs ?? {})
  }
  const { plan, forCompose } = await readStack({
    composeFiles,
    shownFrom,
    root,
    envFiles,
    profiles,
    isStrict,
    variables,
    given,
    texts,
    stack: source.stack
  })
  const { model, projectDir } = plan
  // For its faults: what is wrong with the stages is said before any engine is asked.
  stagesOf(model, source.stages)
  const shown = showPathsFrom(shownFrom ?? process.cwd())
  // Those of files whose faults were said above.
  const all = await readVariables(envFiles, variables, collectFindings(''), shown)
  const contents = await gatherContents({ model, projectDir, variables: all, given: source.contents, shown })
  return { plan, forCompose, variables: all, settings, digests, contents }
}

/**
 * Turns a loaded stack into what this swarm is to get: contents under names by their hash, images by digest, the
 * settings laid over; and compares it with what the swarm has.
 *
 * @param keyMode `look` changes nothing in the swarm
 * @throws `usage` and `input` for settings, contents and env files; `deploy-failed`: an image without a digest, or a
 *   change that the swarm refuses; `engine-lost`
 */
export async function withPrepared<T>(
  source: StackSource,
  loaded: LoadedStack,
  swarm: OpenSwarm,
  keyMode: 'look' | 'make',
  fx: Effects,
  work: (prepared: PreparedStack) => Promise<T>
): Promise<T> {
  const { stack, isPruning } = source
  const { plan, variables, settings, digests, contents } = loaded
  const { manager: client } = swarm
  const shown = showPathsFrom(source.shownFrom ?? process.cwd())
  const key = await contentKey(client, stack, keyMode, fx)
  const named = swarmNames(stack, plan.model, contents, key)
  const complete = await resolveEnvironments(withContents(plan.model, named), variables, shown)
  const set = applySettings(withOneTry(complete), settings)
  // Of a swarm that is not ours it is not for us to say: it is deployed as its files ask.
  const meshed = (swarm.cluster?.hasMesh ?? true) ? set.model : applyMeshless(set.model)
  const { model, unpinned, platforms } = await pin(digests, source.unresolvedImages, meshed, swarm, fx)
  const [current, images] = await Promise.all([
    persist(() => readCurrent(client, stack, fx.signal), fx),
    lookAtImages(plan, model, swarm, fx)
  ])
  const drift = await readDrift(
    { client, stack, running: current.services.map(({ Spec }) => Spec), names: namesOf(current) },
    fx
  )
  const planned = planChanges(model, stack, current, { isPruning, platforms })
  const changes = serviceEntries(model).some(([, service]) => needsSpareNode(service))
    ? withoutRoom(planned, model, await persist(() => nodesOf(client, fx.signal), fx))
    : planned
  return work({
    plan,
    model,
    contents: named,
    current,
    changes,
    notes: set.notes,
    drift,
    redactor: redactorOf(contents, [stack, ...plan.services.flatMap(({ name, image }) => [name, image])]),
    unpinned,
    platforms,
    findings: lintAgain(plan, images)
  })
}

const nodesOf = async (client: EngineClient, signal: AbortSignal): Promise<ApiNode[]> =>
  (await client.json<ApiNode[] | null>('GET', '/nodes', { signal })) ?? []

function pin(
  digests: Record<string, string>,
  unresolved: StackSource['unresolvedImages'],
  model: Model,
  { manager, dockerConfigDir, cluster }: OpenSwarm,
  fx: Effects
): Promise<{ model: Model; unpinned: UnpinnedImage[]; platforms: KnownPlatforms }> {
  const standIns = (cluster?.standIns ?? []).map(made => [made.reference, made.digest] as const)
  const known = { ...Object.fromEntries(standIns), ...digests }
  return fx.log.step('Look up the digests of the images', async () => {
    const ask = (image: string) => persist(() => askRegistry(manager, dockerConfigDir, image, fx), fx)
    const answers = await resolveImages(model, known, ask)
    const pinned = pinImages(model, answers, { unresolved })
    return { ...pinned, platforms: await resolvePlatforms(pinned.model, answers, ask) }
  })
}

/** What is still to be said of the stack files, now that the images have their digests. */
export const findingsOf = ({ findings, unpinned }: Pick<PreparedStack, 'findings' | 'unpinned'>): Finding[] =>
  findings.filter(
    ({ rule, service }) =>
      rule !== 'latest-without-digest' ||
      unpinned.some(image => service === undefined || image.services.includes(service))
  )
