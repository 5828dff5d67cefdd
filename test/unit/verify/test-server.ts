import net, { type AddressInfo } from 'node:net'

/** What a server does with the nth connection (from 0): bytes to write, and how the connection ends. */
export type Behaviour = (n: number, socket: net.Socket) => void

export type TestServer = { port: number; connections: () => number; close(): Promise<void> }

/** A TCP server on loopback that waits for a request's head and then does exactly as told. */
export async function listen(behave: Behaviour): Promise<TestServer> {
  let connections = 0
  const open = new Set<net.Socket>()
  const server = net.createServer(socket => {
    const n = connections++
    open.add(socket)
    socket.on('close', () => open.delete(socket)).on('error', () => undefined)
    let head = ''
    socket.on('data', chunk => {
      const isAsked = head.includes('\r\n\r\n')
      head += chunk
      if (!isAsked && head.includes('\r\n\r\n')) behave(n, socket)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    close: () => {
      for (const socket of open) socket.destroy()
      return new Promise(resolve => server.close(() => resolve()))
    }
  }
}

/** A whole answer. It leaves the connection open, so that only the asker decides whether to use it again. */
export function respond(socket: net.Socket, body: string, status = '200 OK'): void {
  socket.write(`HTTP/1.1 ${status}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
}

export function workloadText(hostname: string, visits?: number): string {
  const count = visits === undefined ? '' : `Number of visits: ${visits}\n`
  return `I am the backend server\nThe responding server is: ${hostname}\n${count}`
}
