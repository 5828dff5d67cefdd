import { EngineAnswerError, type EngineClient } from '../../../docker/client.ts'
import { SwarmlineError } from '../../../errors.ts'
import { LABEL } from '../../../plain/labels.ts'
import type { SwarmNode } from '../../cluster-record.ts'
import { startContainer } from '../../containers.ts'
import { nameOf } from '../../labels.rules.ts'
import type { NodePower } from '../../provider.ts'
import { isOf, type Whose } from '../../whose.rules.ts'
import { waitForEngine } from './engines-up.ts'

type Inspected = {
  State: { Running: boolean }
  Config: { Labels: Record<string, string> | null }
  NetworkSettings: { Networks: Record<string, unknown> | null }
}

/** A node of an emulated VM needs its time to begin again. */
const BACK_MS = 120_000
const ACT_MS = 60_000

/**
 * All of it throws `cluster-failed` when the container is not there or not this cluster's; `engine-lost`; `cancelled`.
 *
 * @param host the engine whose containers the cluster's nodes are
 */
export function nodePower(
  host: EngineClient,
  whose: Whose,
  node: Pick<SwarmNode, 'name' | 'address' | 'socketPath'>
): NodePower {
  const { cluster } = whose
  const container = nameOf.node(cluster, node.name)
  const network = nameOf.network(cluster)
  const own = () => inspectOwn(host, whose, node.name)
  const post = (
    path: string,
    more: { body?: object; query?: { signal: string }; signal?: AbortSignal } = {}
  ) => host.json<undefined>('POST', path, { ...more, timeoutMs: ACT_MS })
  return {
    async cut() {
      if (!(await own()).isRunning) return
      await post(`/containers/${container}/kill`, { query: { signal: 'SIGKILL' } })
      // The answer comes when the signal is sent.
      await post(`/containers/${container}/wait`)
    },
    async restore(fx) {
      if (!(await own()).isRunning)
        await startContainer(host, `node ${node.name}`, container, fx.signal).catch(
          async (error: unknown) => {
            // A start that was given up earlier may have come through meanwhile.
            if (!(await own()).isRunning) throw error
          }
        )
      await waitForEngine(host, container, node.name, node.socketPath, { ...fx, deadlineMs: BACK_MS })
    },
    async disconnect() {
      if (!(await own()).networks.includes(network)) return
      await post(`/networks/${network}/disconnect`, { body: { Container: container, Force: true } })
    },
    async reconnect(signal) {
      if ((await own()).networks.includes(network)) return
      const EndpointConfig = { IPAMConfig: { IPv4Address: node.address } }
      await post(`/networks/${network}/connect`, { body: { Container: container, EndpointConfig }, signal })
    }
  }
}

async function inspectOwn(
  host: EngineClient,
  whose: Whose,
  node: string
): Promise<{ isRunning: boolean; networks: string[] }> {
  const name = nameOf.node(whose.cluster, node)
  const hint = 'take the cluster down, then create it again'
  try {
    const { State, Config, NetworkSettings } = await host.json<Inspected>('GET', `/containers/${name}/json`)
    const labels = Config.Labels ?? {}
    if (!isOf(whose, labels) || labels[LABEL.node] !== node)
      throw new SwarmlineError('cluster-failed', `the container ${name} is not this cluster's`, { hint })
    return { isRunning: State.Running, networks: Object.keys(NetworkSettings.Networks ?? {}) }
  } catch (error) {
    if (!(error instanceof EngineAnswerError) || error.status !== 404) throw error
    throw new SwarmlineError('cluster-failed', `there is no container ${name}`, { hint, cause: error })
  }
}
