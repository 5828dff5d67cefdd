import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { DindCluster } from '../cluster/cluster.ts'
import { forCleanup } from '../effects/cleanup.ts'
import type { Effects } from '../effects/effects.ts'
import type { EngineChoice } from '../engine/engine.ts'
import { explain, SwarmlineError } from '../errors.ts'
import { runStatus } from '../report/report.rules.ts'
import { type RunOrigin, type RunReport, writeReport } from '../report/report.ts'
import { explainOutcome } from '../rollout/rollout.rules.ts'
import { version } from '../version.ts'
import { build } from './build.ts'
import { deploy } from './deploy/deploy.ts'
import { PLAIN } from './deploy/plain.ts'
import { down } from './down.ts'
import { engineLogs } from './engine-logs.ts'
import { explainRun } from './failed-run.ts'
import type { Home, UpRequest, WayToEngine } from './requests.ts'
import { up } from './up.ts'
import { verify } from './verify.ts'
import { leftOf } from './what-is-left.ts'

export type DemoRequest = WayToEngine & {
  name: string
  engine: EngineChoice
  dockerHost: string | undefined
  requestsPerNode: number
  /** Leave the cluster up afterwards. */
  isKept: boolean
  reportDir: string
  /** Where the run comes from, for the report. */
  origin?: RunOrigin
  /** The folder that holds backend/, redis/ and docker-compose.yml. */
  projectDir: string
}

/**
 * The whole walk on the workload: up, build, deploy, verify, report, down. The report is written however far the
 * walk came; the cluster is taken down even after a failure or a cancellation, unless it is to be kept, or was up
 * before. In the end a failure is followed by what is left.
 */
export async function demo(request: DemoRequest, home: Home, fx: Effects): Promise<RunReport> {
  const startedAt = fx.clock.now()
  const report: RunReport = {
    schema: 2,
    source: { ...request.origin, stack: 'workshop', swarm: `the cluster ${request.name}` },
    tool: { name: 'swarmline', version },
    startedAt: new Date(startedAt).toISOString(),
    durationMs: 0,
    status: 'fail',
    engine: { kind: 'host', title: 'none', version: '', hasMesh: false },
    nodes: [],
    images: [],
    standIns: [],
    deploy: undefined,
    verify: undefined,
    phases: [],
    error: undefined
  }
  const phase = phaseTimer(report, fx)
  let own: DindCluster | undefined
  let failure: unknown
  try {
    await ensurePassword(request.projectDir, fx)
    const cluster = await phase('Raise the swarm', () => up(swarmOf(request), home, fx))
    if (Date.parse(cluster.createdAt) >= startedAt) own = cluster
    describe(cluster, report)
    await walk(request, cluster, report, phase, home, fx).catch(async error => {
      throw await explainRun(error, cluster, home, fx)
    })
    return report
  } catch (error) {
    failure = error
    report.error = explain(error)
    throw error
  } finally {
    const isGood = report.status === 'pass'
    const isCancelled = fx.signal.aborted
    const cleaning = forCleanup(fx)
    if (!isGood && !isCancelled)
      report.engineLogs = await engineLogs({ kind: 'cluster', name: request.name }, home, cleaning)
    if (own && (!request.isKept || (!isGood && isCancelled)))
      await phase('Take the cluster down', () =>
        down({ name: request.name, isAllOfOurs: false, ifSilent: 'keep' }, home, cleaning)
      ).catch(error => fx.log.warn(`could not take everything down: ${explain(error)}`))
    report.durationMs = fx.clock.now() - startedAt
    if (!isCancelled) await writeDown(report, request, failure, fx)
    if (!isGood && !isBusy(failure)) fx.log.info(await leftOf(request.name, own !== undefined, home))
  }
}

type Phase = <T>(title: string, run: () => Promise<T>) => Promise<T>

const imagesOf = ({ projectDir }: DemoRequest) =>
  ['backend', 'redis'].map(image => ({
    name: image,
    context: path.join(projectDir, image),
    dockerfile: path.join(projectDir, image, 'Dockerfile')
  }))

const composeFilesOf = ({ projectDir }: DemoRequest): string[] => [
  path.join(projectDir, 'docker-compose.yml')
]

const swarmOf = (request: DemoRequest): UpRequest => ({
  name: request.name,
  engine: request.engine,
  dockerHost: request.dockerHost,
  hostKey: request.hostKey,
  certDir: request.certDir,
  managers: 1,
  workers: 2,
  labels: { worker1: { data: 'persistent' } },
  ttlHours: 8,
  owner: 'demo',
  suite: 'trixie',
  buildContexts: imagesOf(request).map(image => image.context),
  composeFiles: composeFilesOf(request),
  endpoint: 'mesh'
})

/** From images to verdicts. A deploy that did not converge ends it, and is in the report. */
async function walk(
  request: DemoRequest,
  cluster: DindCluster,
  report: RunReport,
  phase: Phase,
  home: Home,
  fx: Effects
): Promise<void> {
  const { name, projectDir } = request
  const composeFiles = composeFilesOf(request)
  const target = { kind: 'cluster' as const, name }
  const tag = `demo-${startTag(report)}`
  const built = await phase('Build and push', () =>
    build(
      {
        target,
        images: imagesOf(request),
        registry: cluster.registry.reference,
        namespace: 'swarmline',
        prefix: 'docker-swarm-workshop-',
        tags: ['latest', tag],
        buildArgs: {},
        labels: {},
        isPushed: true,
        // The registry is ours, and near: what it cannot take at once it takes soon.
        pushRetries: 2
      },
      home,
      fx
    )
  )
  report.images = built.map(({ tags: _, ...image }) => image)
  const deployed = await phase('Deploy the stack', () =>
    deploy(
      {
        ...PLAIN,
        target,
        stack: 'workshop',
        composeFiles,
        variables: { TAG: tag },
        timeoutMs: 600_000,
        owner: { who: 'demo', where: name, run: tag },
        // What failed is to be looked at; without --keep the swarm goes with it anyway.
        onFailure: 'keep'
      },
      home,
      fx
    )
  )
  report.deploy = deployed
  if (deployed.outcome !== 'converged') {
    const { message, hint } = explainOutcome(deployed)
    report.error = `${message} — ${hint}`
    return
  }
  // Somebody else’s project has no such suite: what follows from its stack is checked instead.
  const suite = [path.join(projectDir, 'suites/workload.yml')].filter(existsSync)
  report.verify = await phase('Verify through every node', () =>
    verify(
      {
        target,
        stack: 'workshop',
        suite: {
          files: suite,
          root: projectDir,
          only: [],
          tags: [],
          variables: suite.length > 0 ? { REQUESTS: String(request.requestsPerNode) } : {},
          isDisruptionAllowed: false,
          composeFiles,
          evidenceDir: path.join(request.reportDir, 'evidence')
        }
      },
      home,
      fx
    )
  )
  report.status = runStatus(report.verify, false)
}

/** Another run's swarm is its own business. */
const isBusy = (error: unknown): boolean => error instanceof SwarmlineError && error.code === 'cluster-busy'

/** A report that cannot be written hides no other failure. */
async function writeDown(
  report: RunReport,
  { reportDir }: DemoRequest,
  failure: unknown,
  fx: Effects
): Promise<void> {
  try {
    await writeReport(report, reportDir)
  } catch (error) {
    if (report.status === 'pass') throw error
    return fx.log.warn(`no report could be written: ${explain(error)}`)
  }
  if (failure !== undefined)
    fx.log.info(`The report shows how far it came: ${path.join(reportDir, 'index.html')}`)
}

function describe(cluster: DindCluster, report: RunReport): void {
  const { engine, engineTitle, hasMesh, heartbeatSeconds, nodes, standIns } = cluster
  report.engine = {
    kind: engine.kind,
    title: engineTitle,
    version: /\d+(\.\d+)+/.exec(engineTitle)?.[0] ?? '',
    hasMesh,
    ...(heartbeatSeconds ? { heartbeatSeconds } : {})
  }
  report.nodes = nodes.map(({ name, role, address, labels }) => ({ name, role, address, labels }))
  report.standIns = standIns
}

/** Tags are made of the start time: a run never deploys what an earlier one pushed. */
const startTag = (report: RunReport): string => report.startedAt.replace(/\D/g, '').slice(0, 14)

function phaseTimer(report: RunReport, fx: Effects): Phase {
  return async (title, run) => {
    const began = fx.clock.now()
    const end = (status: 'done' | 'failed' | 'cancelled'): void => {
      report.phases.push({ title, durationMs: fx.clock.now() - began, status })
    }
    try {
      const value = await fx.log.step(title, run)
      end('done')
      return value
    } catch (error) {
      end(fx.signal.aborted ? 'cancelled' : 'failed')
      throw error
    }
  }
}

/** The demo makes its own password where there is none: a password in a repository would be a bad example. */
async function ensurePassword(projectDir: string, fx: Effects): Promise<void> {
  const file = path.join(projectDir, 'db_password.txt')
  if (existsSync(file)) return
  await writeFile(file, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  fx.log.info('made a random db_password.txt')
}
