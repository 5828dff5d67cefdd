// What comes in at this machine, and what went over a wire.
import { connect, createServer, type Server } from 'node:net'

export type Listening = { server: Server; port: number; visits: number }

/** A TCP server that counts who comes; port 0 takes a free one. */
export function listening(host: string, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = createServer(socket => {
      result.visits++
      socket.destroy()
    })
    const result: Listening = { server, port, visits: 0 }
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      if (address && typeof address === 'object') result.port = address.port
      resolve(result)
    })
  })
}

/** Whether a capture holds an IPv4 frame for an address (pcap: 24 bytes, then 16 bytes before each frame). */
export function hasFrameTo(capture: Buffer, address: string): boolean {
  const wanted = Buffer.from(address.split('.').map(Number))
  for (let at = 24; at + 16 <= capture.length; ) {
    const length = capture.readUInt32LE(at + 8)
    const frame = capture.subarray(at + 16, at + 16 + length)
    if (frame.readUInt16BE(12) === 0x0800 && frame.subarray(30, 34).equals(wanted)) return true
    at += 16 + length
  }
  return false
}

/** Whether somebody takes a TCP connection there. */
export function connected(host: string, port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host, port, timeout: 30_000 })
    const end = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket
      .once('connect', () => end(true))
      .once('error', () => end(false))
      .once('timeout', () => end(false))
  })
}
