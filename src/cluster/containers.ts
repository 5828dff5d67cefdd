import { type ArchiveEntry, packArchive } from '../docker/archive.ts'
import { EngineAnswerError, type EngineClient, isGone } from '../docker/client.ts'
import { SwarmlineError } from '../errors.ts'

/** The body of POST /containers/create: the fields that we set. Names are the API's own. */
export type ContainerBody = {
  Image: string
  Hostname?: string
  Entrypoint?: string[]
  Cmd?: string[]
  Env?: string[]
  Labels: Record<string, string>
  Volumes?: Record<string, Record<string, never>>
  HostConfig: {
    NetworkMode: string
    Privileged?: boolean
    CapAdd?: string[]
    CapDrop?: string[]
    SecurityOpt?: string[]
    MaskedPaths?: string[]
    ReadonlyPaths?: string[]
    DeviceCgroupRules?: string[]
    CgroupnsMode?: 'private' | 'host'
    Binds?: string[]
    Tmpfs?: Record<string, string>
    ExtraHosts?: string[]
    Dns?: string[]
  }
  NetworkingConfig?: { EndpointsConfig: Record<string, { IPAMConfig: { IPv4Address: string } }> }
}

export type ContainerState = {
  id: string
  image: string
  isRunning: boolean
  exitCode: number
  labels: Record<string, string>
}

/** `undefined`: there is no such container. */
export async function inspectContainer(
  client: EngineClient,
  name: string,
  signal?: AbortSignal
): Promise<ContainerState | undefined> {
  try {
    const seen = await client.json<{
      Id: string
      Image: string
      State: { Running: boolean; ExitCode: number }
      Config: { Labels: Record<string, string> | null }
    }>('GET', `/containers/${name}/json`, signal ? { signal } : {})
    return {
      id: seen.Id,
      image: seen.Image,
      isRunning: seen.State.Running,
      exitCode: seen.State.ExitCode,
      labels: seen.Config.Labels ?? {}
    }
  } catch (error) {
    if (isGone(error)) return undefined
    throw error
  }
}

/** @throws `cluster-failed` with the engine's words, `what` in front of them. */
export async function createContainer(
  client: EngineClient,
  what: string,
  name: string,
  body: ContainerBody,
  signal: AbortSignal
): Promise<void> {
  await asked(`${what} cannot be made`, () =>
    client.json('POST', '/containers/create', { query: { name }, body, signal, timeoutMs: 120_000 })
  )
}

/** @throws `cluster-failed` with the runtime's words, `what` in front of them. */
export async function startContainer(
  client: EngineClient,
  what: string,
  name: string,
  signal: AbortSignal
): Promise<void> {
  await asked(`${what} does not start`, () =>
    client.json('POST', `/containers/${name}/start`, { signal, timeoutMs: 120_000 })
  )
}

/** What to say of a container that has a name of ours, and that this run did not make. */
export const notOurs = (name: string): SwarmlineError =>
  new SwarmlineError('cluster-failed', `a container ${name} already exists, created by another run`, {
    hint: `choose another name with --name, or, if it is yours, remove it: docker rm -f ${name}`
  })

/** With its anonymous volumes, running or not. Not an error when it is gone. */
export async function removeContainer(client: EngineClient, name: string): Promise<void> {
  try {
    await client.json('DELETE', `/containers/${name}`, { query: { force: true, v: true }, timeoutMs: 60_000 })
  } catch (error) {
    // 409: the engine is removing it already.
    if (!(error instanceof EngineAnswerError && [404, 409].includes(error.status))) throw error
  }
}

/** Writes files into a container, running or not: the way for what must not be in argv or environment. */
export async function putFiles(
  client: EngineClient,
  name: string,
  files: readonly ArchiveEntry[],
  signal: AbortSignal
): Promise<void> {
  await client.json('PUT', `/containers/${name}/archive`, {
    query: { path: '/' },
    body: await packArchive(files),
    contentType: 'application/x-tar',
    signal
  })
}

async function asked<T>(what: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof EngineAnswerError)) throw error
    throw new SwarmlineError('cluster-failed', `${what}: ${error.message}`, { cause: error })
  }
}
