import { homedir } from 'node:os'
import { engineNamedByUp } from '../cluster/cluster.ts'
import { currentContext, readContext } from '../docker/configured-engines.ts'
import { nameEngine } from '../docker/named-engine.rules.ts'
import { certDirOf } from './cert-dir.rules.ts'
import type { Home } from './requests.ts'

/** An engine that options, the environment or docker's own configuration name. */
export type NamedEngine = {
  /** What named it, for people: `DOCKER_HOST`, `--context prod`. */
  by: string
  /** As in DOCKER_HOST. */
  host: string
  /** Folder of the certificates that go with it, for tcp://. */
  certDir: string | undefined
  /** The swarm of ours whose node it is: DOCKER_HOST as `swarmline env` sets it. */
  nodeOf: string | undefined
}

/**
 * Which engine is meant, by the rule of `nameEngine`, and where it is. It reads files and asks nothing.
 *
 * @param configDir of docker's client: where its contexts are
 * @returns `undefined`: nothing names one
 * @throws `input` for a context that is not there, or cannot be used
 */
export function namedEngine(
  options: { dockerHost?: string | undefined; context?: string | undefined },
  env: Readonly<Record<string, string | undefined>>,
  configDir: string | undefined,
  { stateDir }: Pick<Home, 'stateDir'>
): NamedEngine | undefined {
  const name = nameEngine(options, env, configDir && currentContext(configDir))
  if (!name) return undefined
  const { by } = name
  if ('context' in name) return { by, ...readContext(configDir ?? '', name.context), nodeOf: undefined }
  const ours = `unix://${stateDir}/`
  const isNode = by === 'DOCKER_HOST' && name.host.startsWith(ours)
  const nodeOf = isNode ? name.host.slice(ours.length).split('/')[0] : undefined
  return { by, host: name.host, certDir: certDirOf(env, homedir()), nodeOf }
}

/** Whether `swarmline up` made the swarm while this engine was named, or in it: then the swarm is meant by it. */
export const standsForSwarm = (host: string, swarm: string, { stateDir }: Pick<Home, 'stateDir'>): boolean =>
  host === engineNamedByUp(stateDir, swarm)
