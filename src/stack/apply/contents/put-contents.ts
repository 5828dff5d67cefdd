import { EngineAnswerError, type EngineClient, isGone } from '../../../docker/client.ts'
import { type PersistEffects, persist } from '../../../docker/persist.ts'
import { SwarmlineError } from '../../../errors.ts'
import { OUR_LABEL, STACK_LABEL } from '../../../plain/labels.ts'
import { mapping, text } from '../../read/read.rules.ts'
import type { Mapping, Model } from '../../read/read.ts'
import type { NamedContent } from './generation.rules.ts'

type Made = {
  ID: string
  Version: { Index: number }
  Spec: { Labels?: Record<string, string> | null; Data?: string }
}

/**
 * Makes the secrets and configs of a model that the swarm does not have yet, from memory: no content is in a file, and
 * `docker stack deploy` finds them as what others made. Their names come from their contents, so one that is there
 * is the same; only its labels are brought up to date, as docker does. A name that the file gives is compared.
 *
 * @returns the model for docker
 * @throws those of the engine client
 */
export async function putContents(
  client: EngineClient,
  stack: string,
  { model, contents }: { model: Model; contents: readonly NamedContent[] },
  fx: PersistEffects
): Promise<Model> {
  const changed: Model = { ...model }
  for (const content of contents) {
    const section = `${content.kind}s`
    const definitions = mapping(changed[section])
    if (!Object.hasOwn(definitions, content.name)) continue
    await putOne(client, stack, content, mapping(definitions[content.name]), fx)
    changed[section] = { ...definitions, [content.name]: { external: true, name: content.swarmName } }
  }
  return changed
}

async function putOne(
  client: EngineClient,
  stack: string,
  { kind, name, swarmName, tag, bytes }: NamedContent,
  definition: Mapping,
  fx: PersistEffects
): Promise<void> {
  const driver = text(definition.template_driver)
  const labels = { ...labelsOf(definition), [STACK_LABEL]: stack }
  const body = {
    Name: swarmName,
    Labels: labels,
    Data: Buffer.from(bytes).toString('base64'),
    ...(driver === '' ? {} : { Templating: { Name: driver } })
  }
  await persist(async () => {
    const { signal } = fx
    const found = await client
      .json<Made>('GET', `/${kind}s/${encodeURIComponent(swarmName)}`, { signal })
      .catch(unlessGone)
    if (found && tag !== undefined) return requireSame({ kind, name, swarmName, tag, bytes }, found, stack)
    if (found) return relabel(client, kind, found, labels, signal)
    // Another deploy may have been quicker: with the same name it made the same.
    await client.json('POST', `/${kind}s/create`, { body, signal }).catch(unlessThere)
  }, fx)
}

/**
 * Under a name that the file gives there may be anything. What can be known is compared; what another stack, or docker,
 * made of a secret nobody can tell, and it is taken as it is.
 *
 * @throws `deploy-failed` where it is another content
 */
function requireSame(
  { kind, name, swarmName, tag, bytes }: Pick<NamedContent, 'kind' | 'name' | 'swarmName' | 'tag' | 'bytes'>,
  { Spec }: Made,
  stack: string
): void {
  const was = Spec.Labels?.[STACK_LABEL] === stack ? Spec.Labels[OUR_LABEL.content] : undefined
  const isOther =
    Spec.Data === undefined
      ? was !== undefined && was !== tag
      : Spec.Data !== Buffer.from(bytes).toString('base64')
  if (!isOther) return
  throw new SwarmlineError(
    'deploy-failed',
    `the ${kind} ${name} is in the swarm as ${swarmName} with different content, and a swarm never changes it`,
    { hint: 'give it a new name: in the stack file, or leave name: out for one that follows the content' }
  )
}

async function relabel(
  client: EngineClient,
  kind: NamedContent['kind'],
  { ID, Version, Spec }: Made,
  labels: Readonly<Record<string, string>>,
  signal: AbortSignal
): Promise<void> {
  if (isSame(Spec.Labels ?? {}, labels)) return
  const query = { version: Version.Index }
  await client.json('POST', `/${kind}s/${ID}/update`, { query, body: { ...Spec, Labels: labels }, signal })
}

const isSame = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([name, value]) => b[name] === value)

const labelsOf = ({ labels }: Mapping): Record<string, string> =>
  Object.fromEntries(Object.entries(mapping(labels)).map(([name, value]) => [name, text(value)]))

function unlessGone(error: unknown): undefined {
  if (isGone(error)) return undefined
  throw error
}

function unlessThere(error: unknown): undefined {
  if (error instanceof EngineAnswerError && error.status === 409) return undefined
  throw error
}
