import { SwarmlineError } from '../errors.ts'

/** An image reference in its normal form: every part that docker would fill in is filled in. */
export type ImageReference = {
  /** `docker.io`, `127.0.0.1:5000`. */
  domain: string
  /** Without the domain: `library/redis`. */
  repository: string
  tag: string | undefined
  /** `sha256:…` */
  digest: string | undefined
}

/** The domain that docker means when a reference names none. */
export const HUB = 'docker.io'

// The grammar of github.com/distribution/reference.
const COMPONENT = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*'
const LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?'
const REPOSITORY = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`)
const DOMAIN = new RegExp(`^(?:${LABEL}(?:\\.${LABEL})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?$`)
const TAG = /^\w[\w.-]{0,127}$/
const DIGEST = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[0-9a-f]{32,}$/
const MAX_NAME_LENGTH = 255

/**
 * Reads what a Dockerfile, a stack file or a command line calls an image. No tag and no digest means `latest`,
 * as it does to docker.
 *
 * @throws `input` when docker would not take it either.
 */
export function parseReference(text: string): ImageReference {
  const [beforeDigest = '', digest, ...rest] = text.split('@')
  const colon = beforeDigest.lastIndexOf(':')
  const hasTag = colon > beforeDigest.lastIndexOf('/')
  const name = hasTag ? beforeDigest.slice(0, colon) : beforeDigest
  const tag = hasTag ? beforeDigest.slice(colon + 1) : undefined
  const { domain, repository } = splitDomain(name)
  const isGood =
    rest.length === 0 &&
    DOMAIN.test(domain) &&
    REPOSITORY.test(repository) &&
    domain.length + repository.length < MAX_NAME_LENGTH &&
    (tag === undefined || TAG.test(tag)) &&
    (digest === undefined || DIGEST.test(digest))
  if (!isGood)
    throw new SwarmlineError('input', `${JSON.stringify(text)} is not an image reference`, {
      hint: 'write it as [registry/]name[:tag], in lower case'
    })
  return { domain, repository, tag: tag ?? (digest ? undefined : 'latest'), digest }
}

/** The first component is a domain if it cannot be a name: it holds a dot, a colon or capitals, or is localhost. */
function splitDomain(name: string): { domain: string; repository: string } {
  const slash = name.indexOf('/')
  const first = name.slice(0, slash)
  const isDomain =
    slash > 0 && (/[.:\]]/.test(first) || first === 'localhost' || first !== first.toLowerCase())
  const domain = !isDomain || first === `index.${HUB}` ? HUB : first
  const path = isDomain ? name.slice(slash + 1) : name
  return { domain, repository: domain === HUB && !path.includes('/') ? `library/${path}` : path }
}

/** The whole reference: `docker.io/library/redis:alpine`. `parseReference` reads it back to the same parts. */
export function formatReference(reference: ImageReference): string {
  const { domain, repository, tag, digest } = reference
  return `${domain}/${repository}${tag ? `:${tag}` : ''}${digest ? `@${digest}` : ''}`
}

/** As people write it: `redis:alpine`, `google/cadvisor:latest`. */
export function familiarReference(reference: ImageReference): string {
  const whole = formatReference(reference)
  const short = whole.replace(/^docker\.io\/(library\/(?=[^/]+$))?/, '')
  // A first component with a dot would be taken for a domain.
  return splitDomain(short.split('@')[0] ?? '').domain === reference.domain ? short : whole
}
