import net from 'node:net'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { EngineClient } from '../../../docker/client.ts'
import { openScratch } from '../../../effects/scratch.ts'
import { SwarmlineError } from '../../../errors.ts'
import type { Lease } from './renew.ts'

/** Stands before an engine: what changes something goes through only while the lock is known to be ours. */
export type Fence = (client: EngineClient) => EngineClient

/** An engine that is away for longer is the caller's to be patient with. */
const CONFIRM_MS = 30_000

/**
 * Runs `work` with a fence before its engines: a holder that stood still while its lock was taken over (a machine that
 * was suspended, an engine that did not answer) must not write when it wakes up. Requests of our own that change
 * something are held back one by one; docker's client has a socket of its own before the engine, at which all that it
 * sends is held back.
 *
 * @param client the engine that docker's client is given by its socket
 */
export async function withFence<T>(
  client: EngineClient,
  lease: Pick<Lease, 'confirm'>,
  work: (fence: Fence) => Promise<T>
): Promise<T> {
  let relay: Relay | undefined
  const socketPath = (): string => {
    relay ??= openRelay(() => client.socketPath, lease)
    return relay.socketPath
  }
  try {
    return await work(each => fenced(each, each === client ? socketPath : () => each.socketPath, lease))
  } finally {
    await relay?.close()
  }
}

function fenced(client: EngineClient, socketPath: () => string, lease: Pick<Lease, 'confirm'>): EngineClient {
  return {
    get socketPath() {
      return socketPath()
    },
    json: async (method, asked, options) => {
      if (isWriting(method)) await lease.confirm(options?.timeoutMs || CONFIRM_MS, options?.signal)
      return client.json(method, asked, options)
    },
    stream: async (method, asked, options) => {
      if (isWriting(method)) await lease.confirm(options?.timeoutMs || CONFIRM_MS, options?.signal)
      return client.stream(method, asked, options)
    },
    close: () => client.close()
  }
}

const isWriting = (method: string): boolean => method !== 'GET' && method !== 'HEAD'

type Relay = { socketPath: string; close(): Promise<void> }

/** A socket that leads to another one, at which whatever is sent waits until the lock is confirmed. */
function openRelay(target: () => string, lease: Pick<Lease, 'confirm'>): Relay {
  const scratch = openScratch('fence')
  const socketPath = path.join(scratch.folder, 'engine.sock')
  const open = new Set<net.Socket>()
  const end = new AbortController()
  const server = net.createServer({ allowHalfOpen: true }, local => {
    const engine = net.connect({ path: target(), allowHalfOpen: true })
    const gate = new Transform({
      transform: (chunk, _encoding, done) => {
        lease.confirm(CONFIRM_MS, end.signal).then(
          () => done(null, chunk),
          error => done(error)
        )
      }
    })
    for (const socket of [local, engine]) {
      open.add(socket)
      socket.once('close', () => open.delete(socket))
    }
    const endBoth = () => {
      local.destroy()
      engine.destroy()
    }
    Promise.all([pipeline(local, gate, engine), pipeline(engine, local)]).catch(endBoth)
  })
  // A unix socket is bound, or cannot be, before this returns; the error is told later.
  server.on('error', () => undefined)
  server.listen(socketPath)
  if (!server.listening) throw new SwarmlineError('internal', `no socket can be made at ${socketPath}`)
  return {
    socketPath,
    close: async () => {
      end.abort()
      for (const socket of open) socket.destroy()
      if (server.listening) await new Promise(resolve => server.close(resolve))
      await scratch.remove()
    }
  }
}
