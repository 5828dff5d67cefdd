import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Cluster } from '../cluster/cluster.ts'
import { forCleanup } from '../effects/cleanup.ts'
import type { Effects } from '../effects/effects.ts'
import type { EngineChoice } from '../engine/engine.ts'
import { explain, SwarmlineError } from '../errors.ts'
import type { RunOrigin, RunReport } from '../report/run-report.ts'
import { runStatus } from '../report/run-status.rules.ts'
import { writeReport } from '../report/write.ts'
import { explainOutcome } from '../rollout/advice.rules.ts'
import { version } from '../version.ts'
import { build } from './build.ts'
import { deploy } from './deploy/deploy.ts'
import { PLAIN } from './deploy/plain.ts'
import { down } from './down.ts'
import { engineLogs } from './engine-logs.ts'
import type { Home, WayToEngine } from './requests.ts'
import { up } from './up.ts'
import { verify } from './verify.ts'

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
 * walk came; the cluster is taken down even after a failure or a cancellation, unless it is to be kept.
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
  try {
    await ensurePassword(request.projectDir, fx)
    await walk(request, report, phase, home, fx)
    report.status = runStatus(report.verify, report.verify === undefined)
    return report
  } catch (error) {
    report.error = explain(error)
    throw error
  } finally {
    const isGood = report.status === 'pass'
    const isCancelled = fx.signal.aborted
    if (!isGood && !isCancelled)
      report.engineLogs = await engineLogs({ kind: 'cluster', name: request.name }, home, forCleanup(fx))
    if (!request.isKept || (!isGood && isCancelled))
      await phase('Take the cluster down', () =>
        down({ name: request.name, isAllOfOurs: false }, home, forCleanup(fx))
      ).catch(error =>
        fx.log.warn(
          `could not take everything down (${explain(error)}); try again with: swarmline down ${request.name}`
        )
      )
    report.durationMs = fx.clock.now() - startedAt
    if (!isCancelled) await writeReport(report, request.reportDir)
  }
}

type Phase = <T>(title: string, run: () => Promise<T>) => Promise<T>

async function walk(
  request: DemoRequest,
  report: RunReport,
  phase: Phase,
  home: Home,
  fx: Effects
): Promise<void> {
  const { name, projectDir } = request
  const composeFiles = [path.join(projectDir, 'docker-compose.yml')]
  const images = ['backend', 'redis'].map(image => ({
    name: image,
    context: path.join(projectDir, image),
    dockerfile: path.join(projectDir, image, 'Dockerfile')
  }))
  const cluster = await phase('Raise the swarm', () =>
    up(
      {
        name,
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
        buildContexts: images.map(image => image.context),
        composeFiles,
        endpoint: 'mesh'
      },
      home,
      fx
    )
  )
  describe(cluster, report)
  const target = { kind: 'cluster' as const, name }
  const tag = `demo-${startTag(report)}`
  report.images = await phase('Build and push', () =>
    build(
      {
        target,
        images,
        registry: cluster.registry.reference,
        namespace: 'swarmline',
        prefix: 'docker-swarm-workshop-',
        tags: ['latest', tag],
        buildArgs: {},
        isPushed: true
      },
      home,
      fx
    )
  )
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
    throw new SwarmlineError('deploy-failed', message, { hint })
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
}

function describe(cluster: Cluster, report: RunReport): void {
  const { engine, engineTitle, hasMesh, nodes, standIns } = cluster
  report.engine = {
    kind: engine.kind,
    title: engineTitle,
    version: /\d+(\.\d+)+/.exec(engineTitle)?.[0] ?? '',
    hasMesh
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
