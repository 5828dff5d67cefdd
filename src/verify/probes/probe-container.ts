import { packArchive } from '../../docker/archive.ts'
import type { EngineClient } from '../../docker/client.ts'
import { SwarmlineError } from '../../errors.ts'
import type { Pace } from '../../plain/pace.ts'
import { createDemultiplexer } from '../looking/demultiplex.rules.ts'
import { type Ask, encodeAsks } from './asks.rules.ts'
import { PROBE_SCRIPT } from './probe-script.ts'

/** An ask is two processes, which mostly wait. */
const asksAtOnce = ({ atOnce }: Pace): number => Math.min(100, 4 + 6 * atOnce)

/** Output beyond this is not read: the answers of some thousand asks are far less. */
const MOST_BYTES = 4 * 1024 * 1024

/**
 * Starts a probe in the network namespace of a container. It may do nothing but use the network: no capability,
 * no mount of the node's.
 *
 * @returns the probe's container id
 */
export async function startProbe(
  engine: EngineClient,
  probe: {
    name: string
    number: number
    image: string
    volume: string
    inside: string
    labels: Record<string, string>
    pace: Pace
  },
  signal: AbortSignal
): Promise<string> {
  if (signal.aborted) throw new SwarmlineError('cancelled', 'cancelled')
  // Without the signal: an engine goes on with what nobody waits for, and makes it after it was looked for.
  const { Id } = await engine.json<{ Id: string }>('POST', '/containers/create', {
    query: { name: probe.name },
    body: {
      Image: probe.image,
      Entrypoint: ['/bin/busybox', 'ash', '-c', PROBE_SCRIPT],
      Cmd: ['probe', probe.number, probe.pace.patience, asksAtOnce(probe.pace)].map(String),
      User: '0:0',
      Labels: probe.labels,
      HostConfig: {
        NetworkMode: `container:${probe.inside}`,
        CapDrop: ['ALL'],
        SecurityOpt: ['no-new-privileges'],
        Mounts: [
          {
            Type: 'volume',
            Source: probe.volume,
            Target: '/probe',
            VolumeOptions: { Labels: probe.labels, NoCopy: true }
          }
        ],
        // The engine's own default may be a driver that cannot be read back.
        LogConfig: { Type: 'json-file', Config: {} }
      }
    }
  })
  await engine.json('POST', `/containers/${Id}/start`, { signal })
  return Id
}

/**
 * Puts all probes' asks into the volume that they share, by way of one of them: one call for the engine, and
 * `go` comes last, when the asks are whole.
 */
export async function giveAsks(
  engine: EngineClient,
  id: string,
  asks: readonly { number: number; asks: readonly Ask[] }[],
  signal: AbortSignal
): Promise<void> {
  const body = await packArchive([
    ...asks.map(one => ({
      kind: 'file' as const,
      path: `probe/${one.number}`,
      content: encodeAsks(one.asks)
    })),
    { kind: 'file', path: 'probe/go', content: '' }
  ])
  await engine.json('PUT', `/containers/${id}/archive`, {
    query: { path: '/' },
    body,
    contentType: 'application/x-tar',
    signal
  })
}

/** What the probe has printed so far on standard output, at most 4 MiB of it. */
export async function readProbe(engine: EngineClient, id: string, signal: AbortSignal): Promise<string> {
  const stream = await engine.stream('GET', `/containers/${id}/logs`, { query: { stdout: true }, signal })
  const frames = createDemultiplexer()
  const pieces: Buffer[] = []
  let room = MOST_BYTES
  try {
    for await (const chunk of stream) {
      for (const { data } of frames.push(chunk as Buffer)) {
        pieces.push(data.subarray(0, Math.max(0, room)))
        room -= data.length
      }
      if (room <= 0) break
    }
  } finally {
    stream.destroy()
  }
  return Buffer.concat(pieces).toString('utf8')
}

/** Takes a probe away, whatever it does. Without a signal: what was made goes also when the user gave up. */
export async function removeProbe(engine: EngineClient, idOrName: string): Promise<void> {
  await engine
    .json('DELETE', `/containers/${idOrName}`, { query: { force: true, v: true } })
    .catch(() => undefined)
}
