import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { isOf, whoseOf } from '../cluster/cluster.rules.ts'
import { type DindCluster, listOurs } from '../cluster/cluster.ts'
import { connectEngine } from '../docker/client.ts'
import { lastLines } from '../docker/container-logs.ts'
import { forCleanup } from '../effects/cleanup.ts'
import type { Effects } from '../effects/effects.ts'
import { attachEngine, type EngineState, isRunning, runFolder } from '../engine/engine.ts'
import { explain, SwarmlineError } from '../errors.ts'
import { withoutTokens } from './engine-logs.ts'
import { clusterDir } from './folders.ts'
import type { Home } from './requests.ts'

/** An engine that is of no use any more is not waited for. */
const LOGS_MS = 30_000
const MOST_LINES = 5_000

type Failed = Pick<DindCluster, 'name' | 'run' | 'createdAt' | 'engine'>

/**
 * What to say of a run that failed on an engine, before what it made is taken down: the logs that go with it are kept
 * first. Never rejects.
 *
 * @returns the error; another one where the engine itself is why
 */
export async function explainRun(error: unknown, cluster: Failed, home: Home, fx: Effects): Promise<unknown> {
  if (fx.signal.aborted) return error
  const folder = path.join(home.cacheDir, 'failed', cluster.name)
  const why = await keepLogs(cluster, folder, home, forCleanup(fx, LOGS_MS)).catch((cause: unknown) => {
    fx.log.debug(`not all logs could be kept: ${explain(cause)}`)
    return cause
  })
  fx.log.info(`The last logs of its engine and containers are kept in ${folder}`)
  if (why instanceof SwarmlineError && why.code === 'disk-full') return why
  if (!(await hasEnded(cluster.engine, fx))) return error
  return new SwarmlineError('vm-failed', `the VM of the swarm ${cluster.name} ended by itself`, {
    hint: `its console is in ${path.join(folder, CONSOLE)}; when that gives no reason, see whether the kernel ended QEMU for its memory: dmesg`,
    cause: error
  })
}

const CONSOLE = 'console.log'

async function keepLogs(cluster: Failed, folder: string, home: Home, fx: Effects): Promise<undefined> {
  const { name, engine: state } = cluster
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (state.kind === 'vm') await copyFile(runFolder(state.runDir).console, path.join(folder, CONSOLE))
  const engine = await attachEngine(state, clusterDir(home, name), fx)
  const client = connectEngine(engine.socketPath)
  try {
    const containers = (await listOurs(client, name, fx.signal)).filter(
      ({ kind, labels }) => kind === 'container' && isOf(whoseOf(cluster), labels)
    )
    // One after the other: an engine that has just failed is not asked for everything at once.
    for (const container of containers) {
      const lines = (await lastLines(client, container.id, MOST_LINES)).map(withoutTokens)
      await writeFile(path.join(folder, `${container.name}.log`), `${lines.join('\n')}\n`, { mode: 0o600 })
    }
  } finally {
    client.close()
  }
}

const hasEnded = async (state: EngineState, fx: Pick<Effects, 'exec'>): Promise<boolean> =>
  state.kind === 'vm' && !(await isRunning(state, fx).catch(() => true))
