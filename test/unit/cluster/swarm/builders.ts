import type { Member } from '../../../../src/cluster/swarm/member.ts'
import { EngineAnswerError } from '../../../../src/docker/client.ts'
import { type Call, fakeEngine } from '../fake-engine.ts'

type State = 'inactive' | 'pending' | 'active' | 'error'

/**
 * A swarm of fakes that behave as engines do: init and join make a node active, a manager lists who is in.
 * `log` is what happened, in its order.
 */
export function fakeSwarm(nodes: readonly { name: string; role: 'manager' | 'worker'; state?: State }[]) {
  const log: string[] = []
  const states = new Map(nodes.map(node => [node.name, node.state ?? 'inactive']))
  const labels = new Map<string, Record<string, string>>()
  const settings = { outOfSequence: 0, joinAnswer: undefined as Error | undefined, ready: new Set<string>() }
  const versioned = (what: string) => {
    if (settings.outOfSequence-- > 0) throw new EngineAnswerError(500, 'rpc error: update out of sequence')
    log.push(what)
  }
  const members = nodes.map((node, i): Member => {
    const join = ({ body }: Call) => {
      log.push(`join ${node.name} ${(body as { JoinToken: string }).JoinToken}`)
      states.set(node.name, 'active')
      if (settings.joinAnswer) throw settings.joinAnswer
    }
    const client = fakeEngine({
      'GET /info': () => ({
        Swarm: {
          LocalNodeState: states.get(node.name),
          ControlAvailable: states.get(node.name) === 'active' && node.role === 'manager',
          NodeID: states.get(node.name) === 'active' ? `id-${node.name}` : '',
          Error: 'it would not'
        }
      }),
      'POST /swarm/init': ({ body }) => {
        const asked = body as { AdvertiseAddr: string; Spec: { Dispatcher: { HeartbeatPeriod: number } } }
        log.push(`init ${node.name} ${asked.AdvertiseAddr} ${asked.Spec.Dispatcher.HeartbeatPeriod / 1e9} s`)
        states.set(node.name, 'active')
      },
      'POST /swarm/join': join,
      'GET /swarm': () => ({ Version: { Index: 7 }, Spec: {}, JoinTokens: { Worker: 'W', Manager: 'M' } }),
      'POST /swarm/update': ({ query }) =>
        versioned(`rotate ${query?.rotateWorkerToken} ${query?.rotateManagerToken}`),
      'GET /nodes': () =>
        nodes
          .filter(n => states.get(n.name) === 'active')
          .map(n => ({
            ID: `id-${n.name}`,
            Status: { State: settings.ready.has(n.name) ? 'ready' : 'unknown' },
            ManagerStatus: n.role === 'manager' ? { Reachability: 'reachable' } : undefined
          })),
      ...Object.fromEntries(
        nodes.flatMap(n => [
          [
            `GET /nodes/id-${n.name}`,
            () => ({
              Version: { Index: 3 },
              Spec: { Role: n.role, Labels: labels.get(n.name) ?? { kept: 'yes' } }
            })
          ],
          [
            `POST /nodes/id-${n.name}/update`,
            ({ body }: Call) => {
              versioned(`label ${n.name}`)
              labels.set(n.name, (body as { Labels: Record<string, string> }).Labels)
            }
          ]
        ])
      )
    })
    return { name: node.name, role: node.role, address: `10.79.0.${11 + i}`, client }
  })
  return { members, log, labels, settings }
}

export const threeManagersTwoWorkers = [
  { name: 'manager1', role: 'manager' as const },
  { name: 'manager2', role: 'manager' as const },
  { name: 'manager3', role: 'manager' as const },
  { name: 'worker1', role: 'worker' as const },
  { name: 'worker2', role: 'worker' as const }
]
