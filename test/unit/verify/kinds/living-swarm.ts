// The recorded swarm, whose `web` lives: it is updated one task after the other, rolled back, killed and drained, and its nodes are lost. Each
// look at it is one step.
import type { NodePower } from '../../../../src/cluster/provider.ts'
import { EngineAnswerError } from '../../../../src/docker/client.ts'
import type { ApiNode, ApiServiceSpec } from '../../../../src/docker/types.ts'
import { SwarmlineError } from '../../../../src/errors.ts'
import { apiNode, type Routes } from '../builders.ts'
import { webSpec } from './recorded.ts'

type Life = {
  failureAction?: string
  /** Whoever is killed or drained is not replaced. */
  isDead?: boolean
  /** The first updates are refused: somebody else was faster. */
  outrun?: number
  /** All nodes are managers; `worker1` leads. */
  isAllManagers?: boolean
  /** Looks that find no leader after that was lost. */
  election?: number
  /** Both tasks are on `worker1`. */
  isOnOneNode?: boolean
  /** Looks at the nodes that name no leader after that was lost, though services are told of. */
  quietElection?: number
  /** Nodes that were lost stay away. */
  isGone?: boolean
}
type Task = ReturnType<typeof newTask>

const STEP_MS = 500
const newTask = (id: string, slot: number, node: string, now: string) => ({
  ID: id,
  ServiceID: 's-web',
  Slot: slot,
  NodeID: `id-${node}`,
  CreatedAt: now,
  UpdatedAt: now,
  DesiredState: 'running',
  Spec: { ContainerSpec: {} },
  Status: { State: 'starting', Err: '', ContainerStatus: { ContainerID: `c-${id}` } }
})

export function livingSwarm(port: number, life: Life = {}) {
  const {
    failureAction = 'rollback',
    isDead,
    outrun = 0,
    isAllManagers,
    election = 0,
    quietElection = 0,
    isGone,
    isOnOneNode
  } = life
  let nowMs = Date.parse('2026-01-01T12:00:00Z')
  let version = 1
  let refused = 0
  const spec = webSpec(port)
  let now = {
    ...spec,
    UpdateConfig: { ...spec.UpdateConfig, FailureAction: failureAction, Order: 'stop-first' }
  } as ApiServiceSpec
  let previous = now
  let state: string | undefined
  let queue: number[] = []
  const tasks: Task[] = []
  const nodes: ApiNode[] = ['manager1', 'worker1', 'worker2'].map(name => {
    const leader = isAllManagers ? 'worker1' : 'manager1'
    const ManagerStatus = { Leader: name === leader, Reachability: 'reachable', Addr: '' }
    return apiNode(name, isAllManagers || name === leader ? { ManagerStatus } : {})
  })
  let leaderless = 0
  let electedIn = 0
  let elect = () => {}
  /** Everything that was asked to change, in its order. */
  const changes: string[] = []

  const iso = () => new Date(nowMs).toISOString()
  const set = (task: Task, desired: string, status: string, error = '') => {
    Object.assign(task, { DesiredState: desired, UpdatedAt: iso() })
    Object.assign(task.Status, { State: status, Err: error })
  }
  const isAlive = (task: Task) => task.DesiredState === 'running'
  const make = (slot: number, node: string) => void tasks.push(newTask(`t${tasks.length}`, slot, node, iso()))
  const freeNode = () =>
    nodes.find(
      ({ Spec, Status }) =>
        Spec.Role === 'worker' && Spec.Availability === 'active' && Status.State === 'ready'
    )
  const begin = (status: string, slots: number[]) => {
    state = status
    queue = slots
  }
  for (const slot of [1, 2]) make(slot, isOnOneNode ? 'worker1' : `worker${slot}`)
  for (const task of tasks) set(task, 'running', 'running')

  const step = () => {
    nowMs += STEP_MS
    const starting = tasks.filter(task => task.Status.State === 'starting')
    const isBad = JSON.stringify(now).includes('not-there') || JSON.stringify(now).includes('bad:1')
    for (const task of starting)
      if (isBad) {
        set(task, 'shutdown', 'failed', 'no such file')
        now = previous
        begin('rollback_started', [task.Slot])
      } else set(task, 'running', 'running')
    if (starting.length > 0) return
    const slot = queue.shift()
    if (slot !== undefined) {
      for (const task of tasks) if (task.Slot === slot && isAlive(task)) set(task, 'shutdown', 'shutdown')
      make(slot, `worker${slot}`)
    } else if (state === 'updating') state = 'completed'
    else if (state === 'rollback_started') state = 'rollback_completed'
  }
  const lose = (task: Task) => {
    set(task, 'shutdown', 'failed', 'exit (137)')
    const node = freeNode()
    if (!isDead && node) make(task.Slot, node.Description.Hostname)
  }
  const service = () => ({
    ID: 's-web',
    Version: { Index: version },
    Spec: now,
    UpdateStatus: state === undefined ? undefined : { State: state, Message: `update ${state}` }
  })

  const routes: Routes = {
    'GET /services': () => [service()],
    'GET /services/shop_web': () => {
      if (leaderless-- > 0) throw new EngineAnswerError(503, 'rpc error: The swarm does not have a leader.')
      step()
      return service()
    },
    'GET /tasks': () => structuredClone(tasks),
    'GET /nodes': () => {
      if (electedIn-- <= 0) elect()
      return structuredClone(nodes)
    },
    'GET /info': () => ({ Swarm: { LocalNodeState: 'active' } }),
    'POST /services/s-web/update': ({ body, query }) => {
      if (refused++ < outrun) {
        version++
        throw new EngineAnswerError(500, 'rpc error: code = Unknown desc = update out of sequence')
      }
      if (query?.version !== version) throw new EngineAnswerError(500, 'update out of sequence')
      changes.push('update')
      version++
      previous = now
      now = body as ApiServiceSpec
      begin('updating', [1, 2])
    }
  }
  for (const node of nodes) {
    routes[`GET /nodes/${node.ID}`] = () => structuredClone(node)
    routes[`POST /nodes/${node.ID}/update`] = ({ body }) => {
      node.Spec = body as ApiNode['Spec']
      changes.push(`${node.Description.Hostname} ${node.Spec.Availability}`)
      if (node.Spec.Availability === 'drain')
        for (const task of tasks.filter(each => isAlive(each) && each.NodeID === node.ID)) lose(task)
    }
  }
  const loseNode = (node: ApiNode) => {
    node.Status.State = 'down'
    for (const task of tasks.filter(each => isAlive(each) && each.NodeID === node.ID)) lose(task)
    if (!node.ManagerStatus?.Leader) return
    node.ManagerStatus.Leader = false
    leaderless = election
    const next = nodes.find(each => each.ManagerStatus && each !== node)?.ManagerStatus
    if (!next || election === Number.POSITIVE_INFINITY) return
    electedIn = quietElection
    elect = () => {
      next.Leader = true
    }
  }
  const powers: Record<string, NodePower> = {}
  for (const node of nodes) {
    const name = node.Description.Hostname
    const did = (what: string) => void changes.push(`${name} ${what}`)
    const lost = async (what: string) => {
      did(what)
      loseNode(node)
    }
    const back = async (what: string) => {
      did(what)
      if (isGone) throw new SwarmlineError('cluster-failed', `node ${name} does not start`)
      node.Status.State = 'ready'
      leaderless = 0
    }
    powers[name] = {
      cut: () => lost('cut'),
      restore: () => back('restore'),
      disconnect: () => lost('disconnect'),
      reconnect: () => back('reconnect')
    }
  }
  for (let i = 0; i < 20; i++)
    routes[`POST /containers/c-t${i}/kill`] = () => {
      changes.push(`kill t${i}`)
      const task = tasks[i]
      if (task) lose(task)
    }
  return { routes, powers, changes, spec: () => now, alive: () => tasks.filter(isAlive).map(task => task.ID) }
}
