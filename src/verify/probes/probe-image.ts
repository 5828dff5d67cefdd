import { readFile } from 'node:fs/promises'
import type { EngineClient } from '../../docker/client.ts'
import { importImage } from '../../docker/import-image.ts'
import { readProgress } from '../../docker/progress.ts'
import type { ApiVersion } from '../../docker/types.ts'
import { classify, SwarmlineError } from '../../errors.ts'
import { isStaticProgram } from './static-program.rules.ts'

/** An image on an engine that has `/bin/busybox`; `remove` takes away what was made or pulled for it. */
export type ProbeImage = { reference: string; remove(): Promise<void> }

const BUSYBOX = ['/bin/busybox', '/usr/bin/busybox', '/usr/local/bin/busybox']
const OFFICIAL = /^(?:busybox|alpine):[\w.-]+$/
const PULLED = 'alpine:latest'

/**
 * An image for probes, in this order: made of this machine's own busybox where that is static and of the engine's
 * kind (no registry, and nobody else's content); `busybox` or `alpine` as the engine has it; `alpine` pulled.
 *
 * @param name what an image of ours is called: nobody else's name
 * @throws `not-found` when there is no way; `engine-lost`; `cancelled`
 */
export async function provideProbeImage(
  engine: EngineClient,
  name: string,
  labels: Record<string, string>,
  signal: AbortSignal
): Promise<ProbeImage> {
  const { Arch } = await engine.json<ApiVersion>('GET', '/version', { signal })
  const busybox = await localBusybox(Arch)
  const remove = (reference: string, force: boolean) => () =>
    engine.json<void>('DELETE', `/images/${reference}`, { query: { force } }).catch(() => undefined)
  if (busybox) {
    const reference = `${name}:latest`
    const folders = ['bin', 'probe', 'proc', 'sys', 'dev', 'etc']
    await importImage(
      engine,
      reference,
      [
        ...folders.map(path => ({ kind: 'folder' as const, path })),
        { kind: 'file', path: 'bin/busybox', content: busybox, mode: 0o755 }
      ],
      { labels, signal }
    ).catch(async error => {
      // Cut off on the way, it may have come to be all the same.
      await remove(reference, true)()
      throw error
    })
    return { reference, remove: remove(reference, true) }
  }
  const listed = await engine.json<{ RepoTags?: string[] | null }[]>('GET', '/images/json', { signal })
  const there = listed.flatMap(image => image.RepoTags ?? []).find(tag => OFFICIAL.test(tag))
  if (there) return { reference: there, remove: async () => undefined }
  await pull(engine, signal)
  return { reference: PULLED, remove: remove(PULLED, false) }
}

async function pull(engine: EngineClient, signal: AbortSignal): Promise<void> {
  try {
    const [fromImage, tag] = PULLED.split(':')
    const answer = await engine.stream('POST', '/images/create', {
      query: { fromImage, tag },
      timeoutMs: 60_000,
      signal
    })
    await readProgress(`pulling ${PULLED}`, answer)
  } catch (cause) {
    const known = classify(cause)
    if (known.code === 'cancelled' || known.code === 'engine-lost') throw known
    throw new SwarmlineError('not-found', 'no image with busybox is available for the probes', {
      hint: 'install busybox-static on this machine, or make alpine available to the nodes',
      cause
    })
  }
}

let read: Promise<Buffer[]> | undefined

/** Read once: it is asked for by every check and for every node. */
async function localBusybox(architecture: string): Promise<Buffer | undefined> {
  read ??= Promise.all(BUSYBOX.map(file => readFile(file).catch(() => Buffer.alloc(0))))
  return (await read).find(file => isStaticProgram(file, architecture))
}
