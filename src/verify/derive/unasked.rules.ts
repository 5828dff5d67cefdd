import { isJob, runs } from './derive.rules.ts'
import type { ServiceShape, StackShape } from './shape.ts'

/** What does not follow from a stack, though one might expect it to be checked: a sentence each, in order. */
export function unaskedOf({ stack, services, deploy }: StackShape): string[] {
  return [
    ...(deploy === undefined
      ? [
          `No deploy of ${stack} with Swarmline is on record: whether somebody changed a service by hand is not checked.`
        ]
      : services
          .filter(({ isDeployed }) => !isDeployed)
          .map(
            ({ name }) =>
              `Deploy ${deploy} did not ask for ${name}: it is compared with what it is now, and not with that deploy.`
          )),
    ...services.flatMap(ofService),
    ...ofSecrets(services)
  ]
}

function ofService(service: ServiceShape): string[] {
  const { name, ports, networks } = service
  if (isJob(service)) return [`${name} is a job: whether it ended well is not checked.`]
  if (!runs(service))
    return [`${name} is to run no task: its ports, networks, names and places are not checked.`]
  const answering = ports.filter(({ protocol }) => protocol !== 'tcp')
  const chosen = ports.filter(({ protocol, published }) => protocol === 'tcp' && published === 0)
  return [
    ...answering.map(
      ({ protocol, published, target }) =>
        `Port ${published || target} of ${name} is ${protocol.toUpperCase()}: only the application knows what answers there.`
    ),
    ...chosen.map(
      ({ target }) =>
        `The swarm chose which port it publishes for ${target} of ${name}, and chooses again at the next deploy: only the replicas are asked.`
    ),
    ...(networks.includes('host')
      ? [`${name} is on its node’s own network: nothing isolates it, and no name leads to it.`]
      : [])
  ]
}

function ofSecrets(services: readonly ServiceShape[]): string[] {
  const read = new Set(services.filter(runs).flatMap(({ secrets }) => secrets))
  const unread = new Set(services.flatMap(({ secrets }) => secrets).filter(secret => !read.has(secret)))
  return [...unread]
    .sort()
    .map(secret => `No running service mounts ${secret}: whether its content shows elsewhere is not checked.`)
}
