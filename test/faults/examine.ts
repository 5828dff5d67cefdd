// The suite against the shop, in two parts: what a machine without a mesh can measure, and the mesh that is played.
import type { EngineClient } from '../../src/docker/client.ts'
import type { ApiNode } from '../../src/docker/types.ts'
import { createRedactor } from '../../src/plain/redact.ts'
import { runSuite, type WorldBase } from '../../src/verify/run/run-suite.ts'
import type { SuiteCheck } from '../../src/verify/suite/suite.ts'
import type { Verdict } from '../../src/verify/verdict.ts'
import type { WorldNode } from '../../src/verify/world.ts'
import type { realEffects } from '../support/real-effects.ts'
import { type ChangedAnswers, changedEngine } from './changed-engine.ts'
import { STACK } from './healthy-stack.ts'
import { type MeshFault, standInMesh } from './stand-in-mesh.ts'
import { upstreamsOf } from './upstreams.ts'

export type Judging = {
  checks: readonly SuiteCheck[]
  /** Ids of disturbing checks to run as well: none but the intended one, for time's sake. */
  disturbing: readonly string[]
  /** Load is what it is about: it is sent until a run counts. */
  isSure?: boolean
  answers?: ChangedAnswers | undefined
  mesh?: Record<string, MeshFault> | undefined
}
type Swarm = {
  client: EngineClient
  fx: ReturnType<typeof realEffects>
  nodeId: string
  readFile(name: string): Promise<Buffer>
}

const isMesh = (check: SuiteCheck): boolean => check.kind.name === 'routing-mesh'
const isLoad = (check: SuiteCheck): boolean => check.kind.name === 'load'
const DEADLINE_MS = 180_000

export async function judge(judging: Judging, { client, fx, nodeId, readFile }: Swarm): Promise<Verdict[]> {
  const { checks, disturbing, isSure = false, answers = {}, mesh: faults = {} } = judging
  const engine = changedEngine(client, answers)
  const own = await client.json<ApiNode>('GET', `/nodes/${nodeId}`)
  const real: WorldNode = {
    id: own.ID,
    name: 'manager1',
    role: own.Spec.Role,
    labels: own.Spec.Labels ?? {},
    address: '127.0.0.1',
    engine,
    power: undefined
  }
  const played = ['worker1', 'worker2'].map(
    (name): WorldNode => ({ ...real, id: `id-${name}`, name, role: 'worker', labels: {} })
  )
  const mesh = standInMesh(port => upstreamsOf(client, port), faults)
  const base: WorldBase = {
    stack: STACK,
    manager: engine,
    nodes: [real],
    hasMesh: false,
    endpointOf: (node, port) => mesh.door(node.name, port),
    readFileFrom: (_folder, file) => readFile(file),
    showAnswers: () => undefined,
    showIsolation: () => undefined,
    showLoad: () => undefined,
    clock: fx.clock,
    log: fx.log
  }
  const recorder = { redactor: createRedactor(), saveEvidence: undefined, placeOf: undefined }
  const options = { deadlineMs: DEADLINE_MS, isDisruptionAllowed: true, recorder }
  const run = (some: readonly SuiteCheck[], world: WorldBase) => runSuite(some, world, fx, options)
  try {
    const throughMesh = await run(checks.filter(isMesh), {
      ...base,
      hasMesh: true,
      nodes: [real, ...played]
    })
    const measured = await unvoided(isSure ? SURE_RUNS : USUAL_RUNS, () => run(checks.filter(isLoad), base))
    const others = checks.filter(
      check => !isMesh(check) && !isLoad(check) && (!check.kind.isDisturbing || disturbing.includes(check.id))
    )
    return [...throughMesh, ...measured, ...(await run(others, base))]
  } finally {
    await mesh.close()
  }
}

const USUAL_RUNS = 2
const SURE_RUNS = 20

/** Load that a busy machine could not send says so and nothing else: it is sent again. */
async function unvoided(most: number, measure: () => Promise<Verdict[]>): Promise<Verdict[]> {
  for (let runs = 1; ; runs++) {
    const verdicts = await measure()
    if (runs >= most || !verdicts.some(({ observed }) => observed.startsWith('void: '))) return verdicts
  }
}
