// A unix socket before an engine's own, which can be cut: every connection ends, and for a time none is taken. It
// reads along, so that something can happen at a request, before the engine has it.
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

/**
 * Hears of each request, which waits for it before it goes on to the engine: `POST /v1.41/services/create` of docker's
 * client, and `POST /services/create` of ours.
 */
export type OnRequest = (request: string) => Promise<void> | void

export async function openCuttableProxy(
  socketPath: string,
  target: string,
  onRequest?: OnRequest
): Promise<CuttableProxy> {
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
      there.pipe(socket)
      if (onRequest) readAlong(socket, there, onRequest)
      else socket.pipe(there)
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

const HEAD = /^((?:GET|HEAD|POST|PUT|DELETE) \/\S*) HTTP\/1\.1\r\n[\s\S]*?\r\n\r\n/gm
const heard = (head: string, request: string): string =>
  /^user-agent: docker-client/im.test(head) ? request : request.replace(/ \/v[\d.]+/, ' ')

/** Hands on what comes, in order. A client writes the head of a request in one piece. */
function readAlong(from: net.Socket, to: net.Socket, onRequest: OnRequest): void {
  let before = Promise.resolve()
  from.on('data', chunk => {
    before = before.then(async () => {
      for (const [head, request = ''] of chunk.toString('latin1').matchAll(HEAD))
        await onRequest(heard(head, request))
      if (!to.destroyed) to.write(chunk)
    })
  })
  from.on('end', () => void before.then(() => to.end()))
}
