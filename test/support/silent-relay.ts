import { connect, createServer, type Socket } from 'node:net'

/** A way to a server on which what was open can fall silent, as when a node loses its power. */
export async function relayTo(port: number): Promise<{ port: number; silence(): void; close(): void }> {
  const open: Socket[] = []
  const server = createServer(from => {
    const to = connect(port, '127.0.0.1')
    for (const socket of [from, to]) socket.on('error', () => {})
    from.pipe(to).pipe(from)
    open.push(from, to)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    silence: () => {
      for (const socket of open) socket.unpipe().pause()
    },
    close: () => {
      for (const socket of open) socket.destroy()
      server.close()
    }
  }
}
