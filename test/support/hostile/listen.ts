import http from 'node:http'
import { afterEach } from '@jest/globals'

const servers: http.Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
})

/** A server for one test, at a socket or, with 0, at a port of this machine. */
export async function listen(handle: http.RequestListener, at: string | 0): Promise<http.Server> {
  const server = http.createServer(handle)
  servers.push(server)
  await new Promise<void>(resolve =>
    at === 0 ? server.listen(0, '127.0.0.1', resolve) : server.listen(at, resolve)
  )
  return server
}
