import { createHmac } from 'node:crypto'
import { OUR_LABEL } from '../../../plain/labels.ts'
import { taggedName } from '../../../plain/object-names.ts'
import { entriesOf } from '../../read/read.rules.ts'
import type { Content, Model } from '../../read/read.ts'

/** The hexadecimal digits of the hash that a name carries. */
const TAG_DIGITS = 12

/** A content under the name that it has in the swarm. */
export type NamedContent = Content & {
  swarmName: string
  /** The keyed hash of its content, where the name is the file's own and does not carry it. */
  tag?: string | undefined
}

/**
 * `<stack>_<name>-<12 hex>`: the same content has the same name, so deploying it again changes nothing, and a
 * changed one is a new object, since a swarm lets no content be changed.
 *
 * @param key see `contentKey`
 * @param templateDriver part of what a swarm cannot change later
 */
export function swarmNameOf(
  stack: string,
  { kind, name, bytes }: Content,
  key: Uint8Array,
  templateDriver = ''
): string {
  return taggedName(`${stack}_${name}`, tagOf(stack, { kind, name, bytes }, key, templateDriver))
}

function tagOf(
  stack: string,
  { kind, name, bytes }: Pick<Content, 'kind' | 'name' | 'bytes'>,
  key: Uint8Array,
  templateDriver: string
): string {
  return createHmac('sha256', key)
    .update([kind, stack, name, templateDriver, ''].join('\0'))
    .update(bytes)
    .digest('hex')
    .slice(0, TAG_DIGITS)
}

/**
 * The name in the swarm of each content of a model. One that the file gives is kept: other stacks, and what reads the
 * swarm's API, find it by that name.
 */
export function swarmNames(
  stack: string,
  model: Model,
  contents: readonly Content[],
  key: Uint8Array
): NamedContent[] {
  return contents.map(content => {
    const { template_driver, name } = entriesOf(entriesOf(model[`${content.kind}s`])[content.name])
    const driver = typeof template_driver === 'string' ? template_driver : ''
    return typeof name === 'string' && name !== ''
      ? { ...content, swarmName: name, tag: tagOf(stack, content, key, driver) }
      : { ...content, swarmName: swarmNameOf(stack, content, key, driver) }
  })
}

/**
 * The model with every content under its name in the swarm, wherever it came from: `putContents` puts it there. Services are left as they are: docker goes
 * on mounting by the name in the stack file (`/run/secrets/db_password`). What has a `name:` of the file's is no generation
 * of ours, and is never pruned.
 */
export function withContents(model: Model, contents: readonly Omit<NamedContent, 'bytes'>[]): Model {
  const changed: Model = { ...model }
  for (const { kind, name, swarmName, tag } of contents) {
    const section = entriesOf(changed[`${kind}s`])
    const { environment: _, content: __, file: ___, ...entry } = entriesOf(section[name])
    const own = tag === undefined ? { [OUR_LABEL.logicalName]: name } : { [OUR_LABEL.content]: tag }
    const labels = { ...labelsOf(entry.labels), ...own }
    changed[`${kind}s`] = { ...section, [name]: { ...entry, name: swarmName, labels } }
  }
  return changed
}

/** `[a=b, c]` and `{a: b, c: }` are the same labels. */
function labelsOf(labels: unknown): Record<string, unknown> {
  if (!Array.isArray(labels)) return entriesOf(labels)
  return Object.fromEntries(
    labels.map(String).map(label => {
      const at = label.indexOf('=')
      return at < 0 ? [label, ''] : [label.slice(0, at), label.slice(at + 1)]
    })
  )
}
