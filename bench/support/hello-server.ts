// A server of its own process, for measuring clients: answers every request at once (`fast`), or after a fixed
// time and not at all during one stall (`stall LATENCY_MS STALL_FROM_MS STALL_MS`, from the first request).
// Says its port on the first line.
import net from 'node:net'

const [mode = 'fast', ...figures] = process.argv.slice(2)
const [latencyMs = 0, stallFromMs = 0, stallMs = 0] = figures.map(Number)
const answer = Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 6\r\n\r\nhello\n')

let firstMs: number | undefined
/** When an answer to a request that came now may leave: those of the stall leave together at its end. */
function leaveAt(now: number): number {
  firstMs ??= now
  const [from, to] = [firstMs + stallFromMs, firstMs + stallFromMs + stallMs]
  return (now >= from && now < to ? to : now) + latencyMs
}

const server = net.createServer({ noDelay: true }, socket => {
  socket.on('error', () => undefined)
  socket.on('data', () => {
    if (mode === 'fast') return socket.write(answer)
    const now = performance.now()
    setTimeout(() => socket.write(answer), leaveAt(now) - now)
  })
})
server.listen(0, '127.0.0.1', 4096, () => {
  const address = server.address()
  if (address && typeof address === 'object') console.log(address.port)
})
process.stdin.resume().on('end', () => process.exit())
