/**
 * One way to tell a service: everything that is said must be true of it. `answers` and `speaks` are heard inside a task's
 * own network namespace, so nothing needs to be published.
 */
export type Way = {
  /** It publishes this port. */
  publishes?: number | undefined
  /** An HTTP answer contains a text, and the hostname of one of its containers where it must name itself. */
  answers?: { port: number; path: string; contains: string; namesItself: boolean } | undefined
  /** A server of this protocol answers, on its usual port or one that the image exposes. */
  speaks?: 'redis' | undefined
  /** A task runs on every node that takes tasks. */
  everywhere?: boolean | undefined
  /** It publishes nothing. */
  unpublished?: boolean | undefined
  /** A regular expression that its image's name matches. */
  image?: string | undefined
}

/** What a suite calls `${NAME}`. */
export type Role = { name: string; title: string } & (
  | { kind: 'service'; ways: readonly Way[] }
  /** A secret that the services in all of these roles mount. */
  | { kind: 'secret'; sharedBy: readonly string[] }
  /** The image of the service in a role; without one, an image in the registry whose name matches. */
  | { kind: 'image'; of: string; named: string }
)

/** Something that a service answered when it was asked from inside. */
export type Heard =
  | { kind: 'http'; port: number; path: string; text: string }
  | { kind: 'redis'; port: number }

/** A service as the swarm has it, and what was heard of it. */
export type ServiceFacts = {
  /** Its name in the stack, or its whole name when it belongs to none. */
  name: string
  /** Empty for a service that belongs to no stack. */
  stack: string
  /** Without a digest. */
  image: string
  running: number
  /** Names of the nodes that run it. */
  nodes: readonly string[]
  /** What its containers call themselves. */
  hostnames: readonly string[]
  ports: readonly number[]
  /** By their names in the stack; `file` is the path in the container. */
  secrets: readonly { name: string; file: string }[]
  heard: readonly Heard[]
}

export type SwarmFacts = {
  /** Names of the nodes that take tasks. */
  nodes: readonly string[]
  services: readonly ServiceFacts[]
  /** References that the swarm's registry has. */
  images: readonly string[]
}

/** Who was found in a role, and why; or why nobody was. */
export type Cast = {
  role: string
  title: string
  /** The name of the service, the secret or the image. */
  found: string | undefined
  because: string
  /** Others that would have done, in the order in which they came. */
  others: readonly string[]
}
