import { randomBytes } from 'node:crypto'
import type { EngineClient } from '../../../docker/client.ts'
import { lastLines } from '../../../docker/container-logs.ts'
import { SwarmlineError } from '../../../errors.ts'
import { createContainer, removeContainer, startContainer } from '../../containers.ts'
import { MACHINE_BINDS, SKEL_IMAGE } from './skel.rules.ts'

/** A short-lived container that does one thing to the files of the engine's machine. */
export type Errand = {
  /** For the message: `preparing the nodes' data folders`. */
  what: string
  /** An image with a shell and coreutils or busybox. */
  image: string
  labels: Record<string, string>
  /** A folder of the machine, seen as /machine. */
  folder: string
  /** A constant; what varies comes as `args` ($1, $2 …), so nothing is ever put together for a shell. */
  script: string
  args: readonly string[]
}

/**
 * Runs it and removes it. This is how files on the engine's machine are reached: through the engine, so a VM,
 * a remote machine and this one are the same.
 * @returns the last lines that it wrote.
 * @throws `cluster-failed` with its last line when it ends with another status than 0.
 */
export async function runErrand(
  client: EngineClient,
  errand: Errand,
  signal: AbortSignal
): Promise<string[]> {
  const name = `swarmline-errand-${randomBytes(4).toString('hex')}`
  try {
    const usr = errand.image === SKEL_IMAGE ? MACHINE_BINDS : []
    await createContainer(
      client,
      errand.what,
      name,
      {
        Image: errand.image,
        Entrypoint: ['/bin/sh', '-c', errand.script, 'sh'],
        Cmd: [...errand.args],
        Labels: errand.labels,
        HostConfig: { NetworkMode: 'none', Binds: [...usr, `${errand.folder}:/machine`] }
      },
      signal
    )
    await startContainer(client, errand.what, name, signal)
    const end = await client.json<{ StatusCode: number }>('POST', `/containers/${name}/wait`, {
      timeoutMs: 120_000,
      signal
    })
    const lines = await lastLines(client, name, 100)
    if (end.StatusCode === 0) return lines
    throw new SwarmlineError(
      'cluster-failed',
      `${errand.what} failed: ${lines.at(-1) ?? `status ${end.StatusCode}`}`
    )
  } finally {
    await removeContainer(client, name).catch(() => undefined)
  }
}
