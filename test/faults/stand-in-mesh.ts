// The routing mesh, played on this machine: kernels without IPVS have none. Each node has a door on loopback for each
// published port, which hands every new connection to the next of the tasks that run.
import net, { type AddressInfo } from 'node:net'
import { FREE, type Upstream } from './upstreams.ts'

/** What is wrong with one node's part of the mesh. */
export type MeshFault =
  | 'refuses'
  /** Takes connections, and nobody ever answers. */
  | 'swallows'
  | 'resets'
  /** Has heard of one task only. */
  | 'knows-one'
  /** One connection waits, as on reused ports: longer than any that a busy machine keeps waiting. */
  | 'stalls'
  /** Something else has the port there. */
  | 'stranger'
  /** Still hands connections to a task that is gone. */
  | 'keeps-a-dead-task'
  /** Prefers the first task nine times of ten. */
  | 'uneven'
  /** Is answered by something that speaks no HTTP. */
  | 'no-http'
  /** Ends every third answer in the middle. */
  | 'cuts'

export type StandInMesh = {
  /** Where a node's published port answers. */
  door(node: string, port: number): Promise<{ host: string; port: number }>
  close(): Promise<void>
}

const STALL_MS = 9000
const STRANGER =
  'HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nI am the backend server\nThe responding server is: stranger\n'

/** @param upstreamsOf the tasks behind a published port; none where nobody publishes it */
export function standInMesh(
  upstreamsOf: (port: number) => Promise<Upstream[]>,
  faults: Record<string, MeshFault>
): StandInMesh {
  const open: net.Server[] = []
  const sockets = new Set<net.Socket>()
  const keep = (socket: net.Socket): net.Socket => {
    sockets.add(socket)
    return socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
  }
  const doors = new Map<string, Promise<{ host: string; port: number }>>()
  const make = async (node: string, port: number) => {
    const upstreams = await upstreamsOf(port)
    const fault = faults[node]
    if (upstreams.length === 0 || fault === 'refuses') return { host: '127.0.0.1', port: await closedPort() }
    let connections = 0
    const server = net.createServer({ noDelay: true }, client => {
      keep(client)
      const turn = connections++
      if (fault === 'swallows') return
      if (fault === 'resets') return void client.resetAndDestroy()
      if (fault === 'stranger') return void client.end(STRANGER)
      if (fault === 'no-http') return void client.end('SSH-2.0-OpenSSH_9.2\r\n\r\n')
      const to = chosen(upstreams, turn, fault)
      const connect = () => {
        const upstream = keep(net.connect({ ...to, noDelay: true }))
        upstream.on('error', () => client.resetAndDestroy())
        client.pipe(upstream)
        if (fault === 'cuts' && turn % 3 === 2) {
          upstream.once('data', () => client.resetAndDestroy())
          return
        }
        upstream.pipe(client)
        client.on('close', () => upstream.destroy())
      }
      if (fault === 'stalls' && turn === 5) setTimeout(connect, STALL_MS)
      else connect()
    })
    open.push(server)
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    return { host: '127.0.0.1', port: (server.address() as AddressInfo).port }
  }
  return {
    door(node, port) {
      const key = `${node} ${port}`
      const known = doors.get(key) ?? make(node, port)
      doors.set(key, known)
      return known
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await Promise.all(open.map(server => new Promise(resolve => server.close(resolve))))
    }
  }
}

function chosen(upstreams: readonly Upstream[], turn: number, fault: MeshFault | undefined): Upstream {
  const all = fault === 'keeps-a-dead-task' ? [...upstreams, FREE] : upstreams
  const at = fault === 'knows-one' ? 0 : fault === 'uneven' ? (turn % 10 === 9 ? 1 : 0) : turn % all.length
  return all[at % all.length] ?? FREE
}

/** A port at which nothing listens. */
async function closedPort(): Promise<number> {
  const server = net.createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}
