import { expect, test } from '@jest/globals'
import { readVisits } from '../../../../src/verify/round/measurement.ts'
import { listen, respond, type TestServer, workloadText } from '../test-server.ts'

const signal = new AbortController().signal
const text = (visits?: number) => workloadText('aaa', visits)
const doorOf = (server: TestServer) => ({ endpoint: { host: '127.0.0.1', port: server.port } })

test.each([
  ['a number at once', ['7'], { kind: 'visits', visits: 7, unsure: 0 }, 1],
  ['an error first', ['500', '8'], { kind: 'visits', visits: 8, unsure: 1 }, 2],
  ['hung up on twice', ['hang up', 'hang up', '9'], { kind: 'visits', visits: 9, unsure: 2 }, 3],
  [
    'no number at all',
    ['none', 'none', 'none'],
    { kind: 'none', why: 'an answer without a number of visits', unsure: 3 },
    3
  ]
])('a visit that is told %s', async (_what, script, expected, requests) => {
  let asked = 0
  const server = await listen((_n, socket) => {
    const step = script[asked++] ?? ''
    if (step === 'hang up') socket.destroy()
    else if (step === '500') respond(socket, text(), '500 Internal Server Error')
    else respond(socket, step === 'none' ? text() : text(Number(step)))
  })
  try {
    expect(await readVisits([doorOf(server)], signal)).toEqual(expected)
    expect(asked).toBe(requests)
  } finally {
    await server.close()
  }
})

test('a refused try counted nowhere, and the next door is asked', async () => {
  const server = await listen((_n, socket) => respond(socket, text(4)))
  try {
    const closed = { endpoint: { host: '127.0.0.1', port: 1 } }
    expect(await readVisits([closed, doorOf(server)], signal)).toEqual({
      kind: 'visits',
      visits: 4,
      unsure: 0
    })
  } finally {
    await server.close()
  }
})
