import type { Effects } from '../../effects/effects.ts'
import { SwarmlineError } from '../../errors.ts'
import { judgeProbe } from '../../traffic/traffic.rules.ts'
import { type ProbeResult, type Prober, startProber, type TrafficTarget } from '../../traffic/traffic.ts'
import type { ProbeRequest } from '../requests.ts'
import type { OpenSwarm } from '../swarm.ts'

/** The host of a probe's address that stands for every node. */
export const ALL_NODES = 'nodes'

/** The stack under observation; without a probe it does nothing. */
export type Probing = {
  phase(name: string): void
  /** Ends it; answers with what was measured, and with the fault when that is too much. */
  stop(): Promise<{ result: ProbeResult | undefined; fault: string | undefined }>
}

/**
 * Begins to ask the stack, and goes on until it is stopped. A stack that is not there yet is not asked: every
 * request would fail.
 *
 * @throws `input` for an address that cannot be asked; `port-taken` when a node's port cannot be made to answer here
 */
export async function startProbing(
  request: ProbeRequest | undefined,
  swarm: OpenSwarm,
  isThere: boolean,
  fx: Pick<Effects, 'signal' | 'log'>
): Promise<Probing> {
  const idle = { phase: () => undefined, stop: async () => ({ result: undefined, fault: undefined }) }
  if (!request) return idle
  const targets = await targetsOf(request.url, swarm)
  if (!isThere) {
    fx.log.info('nothing to probe: no service of the stack runs yet')
    return idle
  }
  return probing(request, startProber({ targets, ratePerSecond: request.ratePerSecond }, fx))
}

function probing({ maxFailedRequests }: ProbeRequest, prober: Prober): Probing {
  return {
    phase: name => prober.phase(name),
    stop: async () => {
      const result = await prober.stop()
      const { isGood, words } = judgeProbe(result, {
        maxFailedRequests: maxFailedRequests ?? Number.POSITIVE_INFINITY
      })
      return { result, fault: isGood || maxFailedRequests === undefined ? undefined : words.join('; ') }
    }
  }
}

async function targetsOf(address: string, swarm: OpenSwarm): Promise<TrafficTarget[]> {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url?.protocol !== 'http:')
    throw new SwarmlineError('input', `${address} is not a URL to probe`, {
      hint: `give http://${ALL_NODES}:PORT/PATH for every node, or the http:// address of a load balancer`
    })
  const port = Number(url.port || '80')
  const path = `${url.pathname}${url.search}`
  if (url.hostname !== ALL_NODES) return [{ name: url.host, host: url.hostname, port, path }]
  return Promise.all(
    swarm.nodes.map(async node => ({ name: node.name, ...(await swarm.openPort(node.address, port)), path }))
  )
}
