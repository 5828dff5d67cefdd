/** The label by which docker knows what belongs to a stack: `docker stack rm` removes what carries it. */
export const STACK_LABEL = 'com.docker.stack.namespace'

/** What everything that we make on an engine is labelled with: teardown removes only what carries these. */
export const LABEL = {
  cluster: 'io.swarmline.cluster',
  node: 'io.swarmline.node',
  run: 'io.swarmline.run',
  owner: 'io.swarmline.owner',
  created: 'io.swarmline.created',
  ttl: 'io.swarmline.ttl',
  standIn: 'io.swarmline.stand-in'
} as const

/**
 * What our own objects in the swarm are labelled with. Labels are for those who command a manager; a config's data is
 * for every stack that mounts it. So labels hold keys, and data holds what only they open.
 */
export const OUR_LABEL = {
  /** What the object is for: only on objects that no service uses. */
  kind: 'io.swarmline.kind',
  /** Random: tells an object that we made, in a request whose answer was lost, from somebody else's. */
  token: 'io.swarmline.token',
  /** On a secret or a config of a stack: its name in the stack file. */
  logicalName: 'io.swarmline.logical-name',
  /** A keyed hash of the content, on secrets and configs whose name is the file's own. */
  content: 'io.swarmline.content',
  owner: 'io.swarmline.owner',
  /** The key, in base64, of what this object's data holds; of a `content-key`, the key itself. Never shown. */
  sealedBy: 'io.swarmline.sealed-by'
} as const

export type BookKind = 'deploy' | 'deploy-part' | 'content-key' | 'lock' | 'clock'

type Labels = Readonly<Record<string, string>> | null | undefined

/** Is this config one of our own books (records, the key of the content hashes) and nothing that a service uses? */
export const isBook = (labels: Labels): boolean => labels?.[OUR_LABEL.kind] !== undefined
