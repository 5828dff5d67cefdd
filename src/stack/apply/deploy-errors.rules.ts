import { OUT_OF_SEQUENCE } from '../../docker/out-of-sequence.rules.ts'
import { type ErrorCode, SwarmlineError } from '../../errors.ts'

type Explanation = { code: ErrorCode; message: string; hint: string }
type Rule = readonly [sign: RegExp, explain: (...groups: string[]) => Explanation]

/** Nothing answers at the engine's address, or what did is gone in the middle of it. */
const NO_ENGINE =
  /cannot connect to the docker daemon|error during connect|connection (refused|reset)|broken pipe|\bEOF$/im
/** A manager answers, but has nobody to ask: the leader is gone, and the next one is not elected yet. */
const NO_LEADER =
  /does not have a leader|context deadline exceeded|code = Unavailable|transport is closing|leadership|not the leader/i

/** What `docker stack deploy` and the engine behind it say, and what it means. */
const RULES: readonly Rule[] = [
  [/port '(\d+)' is already in use by service '([^']+)'/, (port, service) => portTaken(port, service)],
  [
    /failed to update (secret|config) (\S+?):[^\n]*only updates to Labels are allowed/,
    (kind, name) => ({
      code: 'deploy-failed',
      message: `the ${kind} ${name} exists with different content, and a swarm never changes it`,
      hint: `give it a new name in the stack file (name: ${name}-2), or remove the stack first`
    })
  ],
  [
    /network "?([^\s"]+)"? is declared as external, but could not be found/,
    name => ({
      code: 'deploy-failed',
      message: `the external network ${name} does not exist`,
      hint: `create it: docker network create --driver overlay --attachable ${name}`
    })
  ],
  [
    /(secret|config) not found: "?([^\s"]+)"?/,
    (kind, name) => ({
      code: 'deploy-failed',
      message: `the external ${kind} ${name} does not exist`,
      hint: `create it: docker ${kind} create ${name} FILE`
    })
  ],
  [
    /network (\S+) not found/,
    name => ({
      code: 'deploy-failed',
      message: `the network ${name} disappeared during the deploy: an earlier removal is still under way`,
      hint: 'deploy again in a moment'
    })
  ],
  [
    OUT_OF_SEQUENCE,
    () => ({
      code: 'deploy-failed',
      message: 'somebody else is changing the same services',
      hint: 'let only one deploy of a stack run at once, and deploy again'
    })
  ],
  [
    /Additional property (\S+) is not allowed/,
    key => ({
      code: 'input',
      message: `docker stack deploy does not know the key ${key}`,
      hint: 'it reads version 3 of the Compose file format: leave the key out, or move it to where it belongs'
    })
  ],
  [
    /unsupported Compose file version: (\S+)/,
    format => ({
      code: 'missing-tool',
      message: `the docker client is too old for what the stack uses: it does not know version ${format} of the format`,
      hint: 'update the docker client'
    })
  ],
  [
    /invalid reference format/,
    () => ({
      code: 'input',
      message: 'an image of the stack has no valid name',
      hint: 'look at the image: lines, and at the variables in them'
    })
  ],
  [
    /not a swarm manager|not part of a swarm/i,
    () => ({
      code: 'deploy-failed',
      message: 'the engine is not a manager of a swarm',
      hint: 'give the address of a manager node'
    })
  ],
  [
    NO_ENGINE,
    () => ({
      code: 'engine-lost',
      message: 'the engine does not answer',
      hint: 'see whether it still runs: swarmline ls'
    })
  ],
  [
    NO_LEADER,
    () => ({
      code: 'engine-lost',
      message: 'the swarm has no leader that answers',
      hint: 'see which managers are left: docker node ls; more than half of them must run'
    })
  ],
  [
    /no space left on device/,
    () => ({
      code: 'disk-full',
      message: "no space left on the manager's disk",
      hint: 'free some: docker system prune'
    })
  ]
]

/** The one line for a port that another service publishes, and the way out. */
export const portTaken = (port = '', service = ''): Explanation => ({
  code: 'port-taken',
  message: `port ${port} is already published by the service ${service}`,
  hint: `publish another port, or remove that service: docker service rm ${service}`
})

const LONGEST = 16 * 1024

/** The error for a deploy that docker refused, from what it printed. */
export function explainDeploy(stack: string, printed: string): SwarmlineError {
  // Patterns with a gap in them look on from each beginning to the end.
  const said = printed.slice(-LONGEST)
  for (const [sign, explain] of RULES) {
    const match = sign.exec(said)
    if (!match) continue
    const { code, message, hint } = explain(...match.slice(1))
    return new SwarmlineError(code, `deploying ${stack}: ${message}`, { hint })
  }
  const line = said.trim().split('\n').at(-1) ?? ''
  const plain = line.replace(/^.*rpc error: code = \w+ desc = /, '').slice(0, 300)
  return new SwarmlineError('deploy-failed', `deploying ${stack}: ${plain || 'docker stack deploy failed'}`)
}

/** The network of this stack that an earlier removal has taken away; empty where it is none. */
export function lostNetwork(stack: string, said: string): string {
  const [, network = ''] = /network (\S+) not found/.exec(said) ?? []
  return network.startsWith(`${stack}_`) ? network : ''
}

/** Trouble that goes away by itself: another writer, or a network of this stack that is still being removed. */
export const isWorthRetrying = (stack: string, said: string): boolean =>
  OUT_OF_SEQUENCE.test(said) || lostNetwork(stack, said) !== '' || isPortMoving(stack, said)

/** The port of a service of this stack, which has just been removed or changed: the swarm lets go of it a moment later. */
const isPortMoving = (stack: string, said: string): boolean =>
  /port '\d+' is already in use by service '([^']+)'/.exec(said)?.[1]?.startsWith(`${stack}_`) ?? false

/** The full name of the service whose write was refused; empty when its fate is unknown or none is named. */
export function refusedService(said: string): string {
  const [, service = ''] = /failed to (?:create|update) service ([^\s:]+):/.exec(said) ?? []
  return isAway(said) ? '' : service
}

/** Is the engine away, or the swarm without a leader? Both pass, mostly. */
export const isAway = (said: string): boolean => NO_ENGINE.test(said) || NO_LEADER.test(said)

/** Clients before 26 have no `--detach`, and return at once by themselves. */
export const isDetachUnknown = (said: string): boolean => /unknown flag: --detach/.test(said)
