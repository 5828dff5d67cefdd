import { connect } from 'node:net'
import { SwarmlineError } from '../../../errors.ts'
import { patienceOf } from '../../../plain/pace.ts'
import { type MeshSlice, readMeshWorld } from '../../networks/read-world.ts'
import { lookOuts } from '../../networks/ways.rules.ts'
import type { Answer, Ask } from '../../probes/asks.rules.ts'
import { runProbes } from '../../probes/probe-run.ts'
import type { TcpEvidence, TcpQuestion } from './judge.ts'

const TIME_OUT_MS = 3000

/** Where a node's published port answers on this machine. */
export type EndpointOf = (
  node: MeshSlice['nodes'][number],
  port: number
) => Promise<{ host: string; port: number }>

/**
 * Tries one port: from one task of a service on each node that has one, or from this machine.
 *
 * @throws `not-found` when the stack has no such service; `engine-lost`; `cancelled`
 */
export async function gatherTcp(
  slice: MeshSlice,
  { from, host, port }: TcpQuestion,
  endpointOf: EndpointOf
): Promise<TcpEvidence> {
  if (from !== undefined && host !== undefined) return fromService(slice, from, host, port)
  if (from !== undefined)
    throw new SwarmlineError('input', 'a service asks a host', { hint: 'say which: host: redis' })
  const ask = async (target: string, door: { host: string; port: number }) => ({
    from: 'this machine',
    target,
    answer: await tryPort(door.host, door.port, slice.signal, patienceOf(slice)),
    isProven: true
  })
  if (host !== undefined) return { readings: [await ask(`${host}:${port}`, { host, port })] }
  const asked = slice.nodes.map(async node => ask(`${node.name}:${port}`, await endpointOf(node, port)))
  return { readings: await Promise.all(asked) }
}

async function fromService(slice: MeshSlice, from: string, host: string, port: number): Promise<TcpEvidence> {
  const world = await readMeshWorld(slice)
  const service = world.services.find(one => one.name === from)
  if (!service)
    throw new SwarmlineError('not-found', `the stack has no service ${JSON.stringify(from)}`, {
      hint: `it has ${world.services.map(one => one.name).join(', ')}`
    })
  const outs = lookOuts(world).filter(out => out.service === service)
  const nodeOf = (id: string) => slice.nodes.find(node => node.id === id)
  const asks: Ask[] = [
    { kind: 'connect', address: '127.0.0.11', port: 53 },
    { kind: 'reach', host, port }
  ]
  const sources = outs.flatMap(({ key, task }) => {
    const engine = nodeOf(task.nodeId)?.engine
    return engine ? [{ key, engine, containerId: task.containerId }] : []
  })
  const outcomes = await runProbes(sources, () => new Map(outs.map(out => [out.key, asks])), slice)
  return {
    readings: outs.map(({ key, task }) => {
      const outcome = outcomes.get(key)
      const [control, answer] = outcome?.isRun ? outcome.answers : []
      const detail = outcome?.isRun === false ? outcome.reason : 'the engine of its node cannot be asked'
      return {
        from: `${from} on ${nodeOf(task.nodeId)?.name ?? task.nodeId}`,
        target: `${host}:${port}`,
        answer: answer ?? { kind: 'unknown', detail },
        isProven: control?.kind === 'open'
      }
    })
  }
}

/** @throws `cancelled` */
export function tryPort(host: string, port: number, signal: AbortSignal, patience = 1): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, timeout: TIME_OUT_MS * patience, signal })
    const end = (answer: Answer) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => end({ kind: 'open' }))
    socket.once('timeout', () => end({ kind: 'silent' }))
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (signal.aborted) return reject(new SwarmlineError('cancelled', 'cancelled', { cause: error }))
      end(answerOf(error))
    })
  })
}

function answerOf({ code, message }: NodeJS.ErrnoException): Answer {
  if (code === 'ECONNREFUSED') return { kind: 'refused' }
  if (code === 'ETIMEDOUT') return { kind: 'silent' }
  if (code === 'EHOSTUNREACH' || code === 'ENETUNREACH') return { kind: 'unreachable' }
  if (code === 'ENOTFOUND') return { kind: 'no-such-name' }
  if (code === 'EAI_AGAIN') return { kind: 'no-name-answer' }
  return { kind: 'unknown', detail: message }
}
