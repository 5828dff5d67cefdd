// A proxy for HTTPS of a test's own: whatever host is asked for, the way ends at a port of this machine.
import { createServer } from 'node:http'
import net, { type AddressInfo } from 'node:net'

export type ConnectProxy = {
  /** `127.0.0.1:port` */
  address: string
  /** Whom it was asked for, `host:port`, and by whom. */
  asked: { host: string; authorization: string | undefined }[]
  close(): Promise<void>
}

/** @param portOf the port behind a `host:port`; `undefined`: the proxy refuses */
export async function openConnectProxy(portOf: (host: string) => number | undefined): Promise<ConnectProxy> {
  const asked: ConnectProxy['asked'] = []
  const open = new Set<net.Socket>()
  const server = createServer((_, response) => void response.writeHead(405).end())
  server.on('connect', ({ url: host = '', headers }, socket: net.Socket) => {
    asked.push({ host, authorization: headers['proxy-authorization'] })
    const port = portOf(host)
    if (port === undefined) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    const there = net.connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      socket.pipe(there).pipe(socket)
    })
    for (const [one, other] of [
      [socket, there],
      [there, socket]
    ] as const) {
      open.add(one)
      one.on('error', () => undefined).on('close', () => other.destroy())
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: async () => {
      for (const socket of open) socket.destroy()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    }
  }
}
