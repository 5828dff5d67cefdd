import { nameOf } from '../cluster/cluster.rules.ts'
import { readClusterIfAny } from '../cluster/cluster.ts'
import { connectEngine } from '../docker/client.ts'
import { lastLines } from '../docker/container-logs.ts'
import type { Effects } from '../effects/effects.ts'
import { attachEngine } from '../engine/engine.ts'
import { explain } from '../errors.ts'
import type { EngineLog } from '../report/report.ts'
import { clusterDir } from './folders.ts'
import type { Home, SwarmTarget } from './requests.ts'

/** So many are read; those of them that warn are shown, and where none does the last. */
const READ_LINES = 1_000
const MOST_LINES = 100

/**
 * The last lines that the engine of each node wrote, for the report of a failure. Only nodes that Swarmline made have
 * a log that can be read from here. Never rejects: a report without logs is better than none.
 */
export async function engineLogs(target: SwarmTarget, home: Home, fx: Effects): Promise<EngineLog[]> {
  if (target.kind !== 'cluster') return []
  const { name } = target
  try {
    const cluster = await readClusterIfAny(home.stateDir, name)
    if (cluster?.provider !== 'dind') return []
    const engine = await attachEngine(cluster.engine, clusterDir(home, name), fx)
    const host = connectEngine(engine.socketPath, engine.revive)
    try {
      const logs = await Promise.all(
        cluster.nodes.map(async node => ({
          node: node.name,
          lines: telling(await lastLines(host, nameOf.node(name, node.name), READ_LINES)).map(withoutTokens)
        }))
      )
      return logs.filter(log => log.lines.length > 0)
    } finally {
      host.close()
    }
  } catch (error) {
    fx.log.debug(`no engine's log could be read: ${explain(error)}`)
    return []
  }
}

function telling(lines: readonly string[]): string[] {
  const warnings = lines.filter(line => /\blevel=(?:warn|error|fatal|panic)/.test(line))
  return (warnings.length > 0 ? warnings : lines).slice(-MOST_LINES)
}

/** Whoever has a join token may join the swarm. */
export const withoutTokens = (line: string): string => line.replace(/SWMTKN-[\w-]+/g, 'SWMTKN-…')
