import { EngineAnswerError } from '../../docker/client.ts'
import { waitFor } from '../../effects/wait-for.ts'
import { SwarmlineError } from '../../errors.ts'
import { USUAL_HEARTBEAT_S } from '../../plain/heartbeat.ts'
import { inParallel } from '../in-parallel.ts'
import { type Member, SWARM_DEADLINE_MS, type SwarmEffects, swarmStateOf } from './member.ts'
import { readTokens, rotateTokens } from './tokens.ts'

/** Overlay networks get theirs from here; it meets neither the cluster's network nor the engines' own. */
const OVERLAY_POOL = { DefaultAddrPool: ['172.27.0.0/16'], SubnetSize: 24 }
const LISTEN = '0.0.0.0:2377'

/**
 * Makes one swarm of the members. Who is in it already stays; a second run changes nothing.
 * The first manager founds it; further managers join one after the other, because each changes the quorum that
 * the next one needs; workers join all at once. The join tokens are made worthless afterwards.
 * @param heartbeatSeconds of a swarm that is founded; one that is there keeps its own
 * @returns the member that founded the swarm, or one that manages it already.
 */
export async function formSwarm(
  members: readonly Member[],
  fx: SwarmEffects,
  heartbeatSeconds = USUAL_HEARTBEAT_S
): Promise<Member> {
  const states = await inParallel(members, fx.signal, async (member, signal) => ({
    member,
    state: await swarmStateOf(member, signal)
  }))
  const isIn = (state: string) => state === 'active' || state === 'pending'
  const founder =
    states.find(({ state }) => state.LocalNodeState === 'active' && state.ControlAvailable)?.member ??
    (await found(members, heartbeatSeconds, fx))
  const outside = states
    .filter(({ member, state }) => member !== founder && !isIn(state.LocalNodeState))
    .map(({ member }) => member)
  if (outside.length === 0) return founder
  const tokens = await readTokens(founder, fx.signal)
  for (const manager of outside.filter(member => member.role === 'manager'))
    await join(manager, founder, tokens.Manager, fx)
  await inParallel(
    outside.filter(member => member.role === 'worker'),
    fx.signal,
    (worker, signal) => join(worker, founder, tokens.Worker, { ...fx, signal })
  )
  await rotateTokens(founder, fx)
  return founder
}

async function found(
  members: readonly Member[],
  heartbeatSeconds: number,
  fx: SwarmEffects
): Promise<Member> {
  const founder = members.find(member => member.role === 'manager')
  if (!founder) throw new SwarmlineError('input', 'a swarm needs a manager')
  await refusal(`swarm init on ${founder.name}`, () =>
    founder.client.json('POST', '/swarm/init', {
      body: {
        ListenAddr: LISTEN,
        AdvertiseAddr: founder.address,
        ...OVERLAY_POOL,
        Spec: { Dispatcher: { HeartbeatPeriod: heartbeatSeconds * 1e9 } }
      },
      timeoutMs: SWARM_DEADLINE_MS,
      signal: fx.signal
    })
  )
  return founder
}

async function join(member: Member, founder: Member, token: string, fx: SwarmEffects): Promise<void> {
  const ask = () =>
    member.client.json('POST', '/swarm/join', {
      body: {
        ListenAddr: LISTEN,
        AdvertiseAddr: member.address,
        RemoteAddrs: [`${founder.address}:2377`],
        JoinToken: token
      },
      timeoutMs: SWARM_DEADLINE_MS,
      signal: fx.signal
    })
  await refusal(`${member.name} joins the swarm`, () =>
    ask().catch(error => {
      // After 20 s the engine answers that it goes on in the background: then the wait below decides.
      if (error instanceof EngineAnswerError && /timeout was reached/i.test(error.message)) return
      throw error
    })
  )
  await waitFor(
    `${member.name} is in the swarm`,
    async () => {
      const { LocalNodeState, NodeID, Error: reason } = await swarmStateOf(member, fx.signal)
      if (LocalNodeState === 'error')
        throw new SwarmlineError('cluster-failed', `${member.name} cannot join the swarm: ${reason}`)
      return (LocalNodeState === 'active' && NodeID) || undefined
    },
    { clock: fx.clock, signal: fx.signal, deadlineMs: SWARM_DEADLINE_MS }
  )
}

async function refusal<T>(what: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof EngineAnswerError)) throw error
    const said = error.message.replace(/SWMTKN-[\w-]+/g, 'SWMTKN-…')
    throw new SwarmlineError('cluster-failed', `${what}: ${said}`, { cause: error })
  }
}
