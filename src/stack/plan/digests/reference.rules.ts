/** A name without a tag is `latest`. A colon before the last slash is a registry's port. */
export const tagged = (reference: string): string =>
  /[:@]/.test(reference.slice(reference.lastIndexOf('/') + 1)) ? reference : `${reference}:latest`

/** As the engine calls an image: Docker Hub's own names lose `docker.io/` and `library/`. */
export const familiar = (reference: string): string =>
  tagged(reference)
    .replace(/^(?:index\.)?docker\.io\//, '')
    .replace(/^library\/(?=[^/]+$)/, '')

export const isPinned = (reference: string): boolean => reference.includes('@')

/** `redis:7@sha256:…` without its digest. */
export const withoutDigest = (reference: string): string => reference.split('@')[0] ?? ''
