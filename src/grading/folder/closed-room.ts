import { randomBytes } from 'node:crypto'
import { packArchive } from '../../docker/archive.ts'
import type { EngineClient } from '../../docker/client.ts'
import { LABEL } from '../../plain/labels.ts'
import { provideProbeImage, readProbe, removeProbe } from '../../verify/verify.ts'
import { BASH, noting, ROOM_SCRIPT } from './closed-room-script.ts'
import type { SolutionFile } from './read-solution.ts'
import { readRoom } from './room-answers.rules.ts'
import { roomFile } from './room-files.rules.ts'
import type { ScriptRun } from './solution.ts'

const MIB = 1024 ** 2
const DEADLINE_MS = 120_000

/**
 * Runs the scripts of `bin/` where they can do nothing: in a container without a network, mounts, capabilities or much of
 * anything, with a `docker` and a `swarmline` that only note their arguments. What the scripts print is lost. Files that
 * scripts do not read have no content there: see `roomFile`.
 *
 * @param engine where the container runs: a node of the participant’s swarm
 * @throws `engine-lost`, `cancelled`; `not-found` when no image with busybox can be had
 */
export async function runInClosedRoom(
  engine: EngineClient,
  files: readonly SolutionFile[],
  signal: AbortSignal
): Promise<ScriptRun[]> {
  const name = `swarmline-room-${randomBytes(6).toString('hex')}`
  const labels = { [LABEL.run]: name }
  const image = await provideProbeImage(engine, name, labels, signal)
  try {
    // Without the signal: what was made has to be known, so that it can be taken away.
    await engine.json('POST', '/containers/create', { query: { name }, body: room(image.reference, labels) })
    await engine.json('PUT', `/containers/${name}/archive`, {
      query: { path: '/' },
      body: await packArchive(contents(files)),
      contentType: 'application/x-tar',
      signal
    })
    const until = AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)])
    await engine.json('POST', `/containers/${name}/start`, { signal })
    await engine
      .json('POST', `/containers/${name}/wait`, { signal: until, timeoutMs: 0 })
      .catch((error: unknown) => {
        // What they called until their time was up counts.
        if (signal.aborted || !until.aborted) throw error
      })
    return readRoom(await readProbe(engine, name, signal))
  } finally {
    await removeProbe(engine, name)
    await image.remove()
  }
}

const room = (image: string, labels: Record<string, string>) => ({
  Image: image,
  Entrypoint: ['/bin/busybox', 'ash', '-c', ROOM_SCRIPT],
  Cmd: [],
  User: '0:0',
  Env: ['PATH=/room/bin:/bin', 'HOME=/tmp', 'DOCKER_HUB_USERNAME=workshop'],
  Labels: labels,
  HostConfig: {
    NetworkMode: 'none',
    Memory: 128 * MIB,
    MemorySwap: 128 * MIB,
    PidsLimit: 64,
    CapDrop: ['ALL'],
    SecurityOpt: ['no-new-privileges'],
    Ulimits: [{ Name: 'fsize', Soft: 16 * MIB, Hard: 16 * MIB }],
    LogConfig: { Type: 'json-file', Config: { 'max-size': '4m', 'max-file': '1' } }
  }
})

function contents(files: readonly SolutionFile[]) {
  const program = (path: string, content: string) => ({ kind: 'file' as const, path, content, mode: 0o755 })
  return [
    program('room/bin/docker', noting('docker')),
    program('room/bin/swarmline', noting('swarmline')),
    ...['bin/bash', 'usr/bin/bash'].map(path => program(path, BASH)),
    { kind: 'folder' as const, path: 'solution' },
    ...files.map(roomFile).map(({ path, content, isExecutable }) => ({
      kind: 'file' as const,
      path: `solution/${path}`,
      content,
      mode: isExecutable ? 0o755 : 0o644
    }))
  ]
}
