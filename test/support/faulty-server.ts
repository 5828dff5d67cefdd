import net, { type AddressInfo } from 'node:net'

/** What the server does with a request for the path of this name. */
export const FAULTS = {
  '/good': socket => respond(socket, 'I am the backend server\nThe responding server is: r1\n'),
  '/until-end': socket =>
    socket.end('HTTP/1.1 200 OK\r\n\r\nI am the backend server\nThe responding server is: r1\n'),
  '/wrong-status': socket =>
    respond(socket, '::error::\u001b[31mno\nThe responding server is: r2\n', '503 No'),
  '/wrong-body': socket => respond(socket, 'something else'),
  '/no-http': socket => socket.write('SSH-2.0-OpenSSH_9.2\r\n\r\n'),
  '/reset': socket => socket.resetAndDestroy(),
  '/never': () => {},
  '/half-closed': socket => socket.end(),
  '/cut-short': socket => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this'),
  '/too-long': socket => {
    const pour = () => {
      while (socket.writable && socket.write('x'.repeat(64 * 1024)));
    }
    socket.write('HTTP/1.1 200 OK\r\n\r\n')
    socket.on('drain', pour)
    pour()
  },
  '/trickle': socket => {
    socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n')
    const drop = setInterval(() => socket.write('1\r\nx\r\n'), 10)
    socket.on('close', () => clearInterval(drop))
  }
} satisfies Record<string, (socket: net.Socket) => unknown>

export type FaultyServer = { port: number; connections: () => number; close(): Promise<void> }

/** A server on loopback that answers each request, on fresh and on kept connections, as its path says. */
export async function faultyServer(): Promise<FaultyServer> {
  let connections = 0
  const open = new Set<net.Socket>()
  const server = net.createServer({ noDelay: true }, socket => {
    connections++
    open.add(socket)
    socket.on('close', () => open.delete(socket)).on('error', () => undefined)
    // A request of this test's size comes in one piece.
    socket.on('data', chunk => {
      const path = String(chunk).split(' ')[1] as keyof typeof FAULTS
      FAULTS[path]?.(socket)
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

function respond(socket: net.Socket, body: string, status = '200 OK'): void {
  socket.write(`HTTP/1.1 ${status}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
}
