import { SwarmlineError } from '../errors.ts'
import { familiarReference, HUB, parseReference } from './references.rules.ts'

export type ImageNaming = {
  /** `ghcr.io`, `10.0.0.1:5000`; empty or `docker.io`: Docker Hub. */
  registry: string
  /** `team/project`; may be empty. */
  namespace: string
  /** What stands before the image's name: `docker-swarm-workshop-`. */
  prefix: string
}

const TAG = /^\w[\w.-]{0,127}$/

/**
 * The references of one image, one for each tag: `registry/namespace/prefix-name:tag`.
 *
 * @throws `input` naming the part that is wrong, and what it may be.
 */
export function referencesOf(naming: ImageNaming, name: string, tags: readonly string[]): string[] {
  if (tags.length === 0) throw invalid('no tag is given', 'give at least one, such as latest')
  const repository = repositoryOf(naming, name)
  return [...new Set(tags)].map(tag => {
    if (!TAG.test(tag))
      throw invalid(`"${tag}" is not a tag`, 'use letters, digits, dots, dashes and underscores, at most 128')
    return `${repository}:${tag}`
  })
}

/** `registry/namespace/prefix-name`, without a tag. Errors: `input`. */
export function repositoryOf({ registry, namespace, prefix }: ImageNaming, name: string): string {
  if (name === '') throw invalid('an image has no name', 'give it one: name=folder')
  if (registry.includes('/'))
    throw invalid(`"${registry}" is not a registry's address`, 'write host or host:port, without https://')
  const domain = registry === '' ? HUB : registry
  const path = [...namespace.split('/').filter(part => part !== ''), `${prefix}${name}`].join('/')
  const parsed = parseReference(`${domain}/${path}`)
  if (parsed.domain !== domain)
    throw invalid(`"${registry}" is not a registry's address`, 'write host:port, or a host name with a dot')
  if (parsed.digest !== undefined || /[:@]/.test(path))
    throw invalid(`"${path}" is not a name without tag and digest`, 'give the tags on their own')
  return familiarReference({ ...parsed, tag: undefined })
}

const invalid = (message: string, hint: string): SwarmlineError =>
  new SwarmlineError('input', message, { hint })
