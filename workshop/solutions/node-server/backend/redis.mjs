import { connect } from 'node:net'

/** One connection to Redis, made when it is needed. Commands are answered in the order in which they were sent. */
export function createClient({ host, port, password }) {
  let socket
  const waiting = []

  const fail = error => {
    socket?.destroy()
    socket = undefined
    for (const { reject } of waiting.splice(0)) reject(error)
  }

  const open = () => {
    let text = ''
    socket = connect(port, host).setNoDelay()
    socket.setTimeout(2000, () => waiting.length > 0 && fail(new Error('Redis does not answer')))
    socket.on('error', fail).on('close', () => fail(new Error('Redis hung up')))
    socket.on('data', chunk => {
      text += chunk
      for (;;) {
        // `:5`, `+OK`, `-ERR …` are one line; `$1\r\n5` has a second one.
        const match = /^(?:\$\d+\r\n(.*)|([:+-])(.*)|\$-1)\r\n/.exec(text)
        if (!match) return
        text = text.slice(match[0].length)
        const { resolve, reject } = waiting.shift()
        if (match[2] === '-') reject(new Error(match[3]))
        else resolve(match[1] ?? match[3] ?? null)
      }
    })
    return send(['AUTH', password])
  }

  const send = words =>
    new Promise((resolve, reject) => {
      waiting.push({ resolve, reject })
      const parts = words.map(word => `$${Buffer.byteLength(word)}\r\n${word}\r\n`)
      socket.write(`*${words.length}\r\n${parts.join('')}`)
    })

  return async (...words) => {
    if (!socket) open().catch(fail)
    return send(words)
  }
}
