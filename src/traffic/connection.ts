import net from 'node:net'
import { type AnswerLimits, createAnswerReader, type Progress } from './answer.rules.ts'
import type { Outcome, TrafficTarget } from './samples.ts'
import { outcomeOfError } from './socket-errors.rules.ts'

export type Connection = {
  /** Sends one request; one at a time. `done` is called once, unless the connection is dropped before. */
  ask(request: Buffer, done: (outcome: Outcome, isReusable: boolean) => void): void
  /** Ends the connection at once, and says nothing of what was under way. */
  drop(): void
}

/** All sockets read into one buffer: a read is handled to its end before the next one begins. */
const inbox = Buffer.allocUnsafe(64 * 1024)

/** @param onGone called when the connection ended while nothing was under way */
export function connect(
  { host, port }: Pick<TrafficTarget, 'host' | 'port'>,
  limits: AnswerLimits,
  onGone: () => void
): Connection {
  const reader = createAnswerReader(limits)
  let waiting: ((outcome: Outcome, isReusable: boolean) => void) | undefined
  let isOver = false

  const finish = (outcome: Outcome, isReusable: boolean) => {
    const done = waiting
    waiting = undefined
    if (!isReusable) drop()
    if (done) done(outcome, isReusable)
    else if (!isReusable) onGone()
  }
  const drop = () => {
    isOver = true
    waiting = undefined
    socket.destroy()
  }
  const handle = (progress: Progress, isClosed: boolean) => {
    if (progress.kind === 'more') return
    if (progress.kind === 'whole')
      finish({ kind: 'answer', status: progress.status, body: progress.body }, progress.isReusable)
    else finish({ kind: isClosed ? 'reset' : 'body', detail: progress.problem }, false)
  }
  const socket = net.connect({
    host,
    port,
    noDelay: true,
    onread: {
      buffer: inbox,
      callback: length => {
        if (isOver) return false
        // Bytes that nobody asked for.
        if (!waiting) finish({ kind: 'body', detail: 'unasked' }, false)
        else handle(reader.read(inbox, length), false)
        return true
      }
    }
  })
  socket.on('error', (error: NodeJS.ErrnoException) => {
    if (!isOver) finish(outcomeOfError(error), false)
  })
  // An end from the server closes our side too, since half-open connections are not allowed.
  socket.on('close', () => {
    if (!isOver) handle(reader.end(), true)
  })
  return {
    ask(request, done) {
      waiting = done
      socket.write(request)
    },
    drop
  }
}
