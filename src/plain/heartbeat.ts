/** What a swarm asks of its nodes by default: a sign of life this often. */
export const USUAL_HEARTBEAT_S = 5

/** After so many missing ones a node is Down, and its tasks are started elsewhere. */
const MISSED = 3

/** A node that starts ten tasks in an emulated processor was silent for 15 s, and well. */
const EMULATED_HEARTBEAT_S = 20

/**
 * How often nodes on this engine tell the swarm that they live, in seconds. The time of an election cannot be set: the
 * engine takes Raft's ticks neither from `init` nor from its configuration.
 */
export function heartbeatOf(engine: { readonly isEmulated?: boolean }): number {
  return engine.isEmulated ? EMULATED_HEARTBEAT_S : USUAL_HEARTBEAT_S
}

/** Where it is not the usual one: what a user must know of it. */
export function heartbeatInWords(seconds: number | undefined): string | undefined {
  if (seconds === undefined || seconds === USUAL_HEARTBEAT_S) return undefined
  return `The nodes are emulated, so each tells the swarm every ${seconds} s that it runs, not every ${USUAL_HEARTBEAT_S} s: a lost node is noticed after ${MISSED * seconds} s.`
}
