import type { AnswerLimits } from './answer.rules.ts'
import { type Connection, connect } from './connection.ts'
import { requestText } from './request.rules.ts'
import type { Connections, Outcome, TrafficTarget } from './samples.ts'

/** Something under way that can be dropped: its `done` is then never called. */
export type UnderWay = { drop(): void }

export type Transport = {
  /** Sends one request to a target (its index); `done` is called once, never before `send` has returned. */
  send(target: number, done: (outcome: Outcome) => void): UnderWay
  /** Ends the idle connections. */
  close(): void
}

/**
 * Requests over plain sockets, without pipelining, redirects or retries. Kept connections are used last in, first
 * out; one that the server closes while it is idle is forgotten.
 *
 * @throws `input` for a target that cannot be asked
 */
export function createTransport(
  targets: readonly TrafficTarget[],
  connections: Connections,
  limits: AnswerLimits
): Transport {
  const doors = targets.map(target => ({
    target,
    request: Buffer.from(requestText(target, connections), 'latin1'),
    idle: [] as Connection[]
  }))
  return {
    send(index, done) {
      const door = doors[index]
      if (!door) throw new RangeError(`there is no target ${index}`)
      const connection = door.idle.pop() ?? open(door)
      connection.ask(door.request, (outcome, isReusable) => {
        if (isReusable && connections === 'kept') door.idle.push(connection)
        else connection.drop()
        done(outcome)
      })
      return connection
    },
    close() {
      for (const { idle } of doors) for (const connection of idle.splice(0)) connection.drop()
    }
  }

  function open(door: (typeof doors)[number]): Connection {
    const connection = connect(door.target, limits, () => {
      const at = door.idle.indexOf(connection)
      if (at >= 0) door.idle.splice(at, 1)
    })
    return connection
  }
}
