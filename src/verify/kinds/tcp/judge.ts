import { fail, inconclusive, type Judgement, pass } from '../../judging/judgement.rules.ts'
import { neutralise } from '../../judging/untrusted-text.rules.ts'
import type { Answer } from '../../probes/asks.rules.ts'

export type TcpQuestion = {
  /** A service of the stack; without it, this machine asks. */
  from?: string | undefined
  /** A name or an address; without it, the published port of every node, asked from this machine. */
  host?: string | undefined
  /** A service of the stack, each of whose replicas is asked at its own address. */
  service?: string | undefined
  port: number
  state: 'open' | 'closed'
}
export type TcpReading = {
  /** Who asked: `web on node2`, `this machine`. */
  from: string
  target: string
  answer: Answer
  /** Whether the asker is known to be able to connect and to resolve at all. */
  isProven: boolean
}
export type TcpEvidence = { readings: TcpReading[] }

export function tcpExpected({ from, host, service, port, state }: TcpQuestion): string {
  if (service !== undefined) return `port ${port} of every replica of ${service} is ${state}`
  const target = host === undefined ? `port ${port} of every node` : `${neutralise(host, 80)}:${port}`
  return `${target} is ${state}, asked from ${from ?? 'this machine'}`
}

/** Closed is a connection that was tried and did not come about: no name, or no word of the probe, is not. */
export function judgeTcp(question: TcpQuestion, { readings }: TcpEvidence): Judgement {
  const expected = tcpExpected(question)
  const states = readings.map(reading => ({ reading, state: stateOf(reading) }))
  const of = (state: ReturnType<typeof stateOf>) => states.filter(one => one.state === state)
  const figures = { asked: readings.length, open: of('open').length, closed: of('closed').length }
  const listed = (some: typeof states) =>
    some
      .slice(0, 4)
      .map(
        ({ reading }) =>
          `${neutralise(reading.target, 80)} from ${neutralise(reading.from, 80)}: ${words(reading)}`
      )
      .join('; ')
  const unnamed = question.state === 'open' ? of('no-name') : []
  const wrong = [...of(question.state === 'open' ? 'closed' : 'open'), ...unnamed]
  if (wrong.length > 0) return fail(expected, listed(wrong), hintFor(question, unnamed.length > 0), figures)
  if (readings.length === 0)
    return inconclusive(
      expected,
      'nobody could ask',
      'check that the service runs, and its node answers',
      figures
    )
  const unknown = states.filter(one => one.state !== question.state)
  if (unknown.length > 0)
    return inconclusive(
      expected,
      listed(unknown),
      'check that the name is right and the asker works',
      figures
    )
  return pass(expected, listed(states), figures)
}

function stateOf({ answer, isProven }: TcpReading): 'open' | 'closed' | 'no-name' | 'unknown' {
  if (answer.kind === 'open') return 'open'
  if (!isProven || answer.kind === 'unknown' || answer.kind === 'named') return 'unknown'
  return answer.kind === 'no-such-name' || answer.kind === 'no-name-answer' ? 'no-name' : 'closed'
}

function words({ answer, isProven }: TcpReading): string {
  if (answer.kind === 'unknown') return neutralise(answer.detail, 80)
  return isProven || answer.kind === 'open'
    ? answer.kind
    : `${answer.kind}, and the probe reached nothing else`
}

function hintFor({ state, from, host, service }: TcpQuestion, isUnnamed: boolean): string {
  if (service !== undefined && state === 'open')
    return `see its log, and that ${service} listens on all its addresses: \`docker service logs\``
  if (state === 'closed') return 'stop publishing the port, or take the asker off the network'
  if (isUnnamed)
    return `see that ${neutralise(host ?? '', 80)} runs, and put it and ${from ?? 'the asker'} on a common network`
  return 'check that the target runs and listens on all its addresses, and which networks it is on'
}
