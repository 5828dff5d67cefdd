// A unix socket before an engine's own, which can be cut: every connection ends, and for a time none is taken.
import { rmSync } from 'node:fs'
import net from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { connectEngine, type EngineClient } from '../../src/docker/client.ts'

export type CuttableProxy = {
  client: EngineClient
  /** Resolves when `count` requests more have gone through the client. */
  used(count: number): Promise<void>
  /** Cuts every connection, and takes none for `ms`. */
  cutFor(ms: number): Promise<void>
  /** Requests that failed for want of a connection. */
  refused(): number
  close(): Promise<void>
}

export async function openCuttableProxy(socketPath: string, target: string): Promise<CuttableProxy> {
  const open = new Set<net.Socket>()
  let refused = 0
  let requests = 0
  let server: net.Server | undefined
  const listen = async (): Promise<void> => {
    rmSync(socketPath, { force: true })
    server = net.createServer(socket => {
      const there = net.connect(target)
      for (const each of [socket, there]) {
        open.add(each)
        each.on('error', () => undefined).on('close', () => open.delete(each))
      }
      socket.on('close', () => there.destroy())
      there.on('close', () => socket.destroy())
      socket.pipe(there).pipe(socket)
    })
    await new Promise<void>(resolve => server?.listen(socketPath, resolve))
  }
  const stopListening = async (): Promise<void> => {
    const closed = new Promise(resolve => (server ? server.close(resolve) : resolve(undefined)))
    for (const socket of open) socket.destroy()
    await closed
    server = undefined
  }
  await listen()
  const client = connectEngine(socketPath)
  return {
    client: {
      ...client,
      json: async (...request) => {
        requests++
        return client.json<never>(...request).catch(error => {
          refused++
          throw error
        })
      }
    },
    used: async count => {
      const enough = requests + count
      for (let tries = 0; requests < enough; tries++) {
        if (tries > 6000) throw new Error(`only ${requests} of ${enough} requests were made`)
        await delay(20)
      }
    },
    cutFor: async ms => {
      await stopListening()
      await delay(ms)
      await listen()
    },
    refused: () => refused,
    close: async () => {
      client.close()
      await stopListening()
      rmSync(socketPath, { force: true })
    }
  }
}
