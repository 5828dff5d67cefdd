import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { EngineAnswerError, type EngineClient } from '../docker/client.ts'
import { type DockerCommand, runDocker } from '../docker/command.ts'
import { forCleanup } from '../effects/cleanup.ts'
import { waitFor } from '../effects/wait-for.ts'
import { explain, SwarmlineError } from '../errors.ts'
import { explainDeploy, isDetachUnknown, isWorthRetrying, lostNetwork } from './deploy-errors.rules.ts'
import { isPinned } from './digests/reference.rules.ts'
import { isBook } from './labels.rules.ts'
import { servicesOf } from './model.rules.ts'
import type { Model } from './plain.rules.ts'
import { requireFreePorts } from './published-ports.ts'
import { removeStack, type StackEffects } from './remove.ts'
import { renderStack } from './render.rules.ts'
import { inWords, stackObjects } from './stack-objects.ts'

export type DeployStackRequest = {
  docker: DockerCommand
  /** A manager's engine. */
  client: EngineClient
  stack: string
  /** All that is handed over: v3, variables replaced, paths absolute. Services that it lacks are left alone. */
  model: Model
  withRegistryAuth: boolean
  /** How long an earlier removal of the stack may take to come to its end; default a minute. */
  timeoutMs?: number
}

/** What was handed to the swarm. It runs when `watchStack` says so. */
export type DeployedStack = {
  /** Full names: `workshop_backend`. */
  services: string[]
  /** Services whose image the swarm has without a digest: their nodes may come to run different versions. */
  withoutDigest: string[]
}

const TRIES = 5
const AGAIN_MS = 1_500
const CLEANUP_MS = 60_000
const REMOVAL_MS = 60_000

/**
 * Hands a stack to the swarm by `docker stack deploy`, and comes back as soon as the swarm has it. Doing it again
 * changes nothing. When a first deploy fails, what it made is removed; an existing stack is left as it is.
 *
 * @throws `port-taken`, `input`, `deploy-failed`, `engine-lost`, each with the way out.
 */
export async function deployStack(request: DeployStackRequest, fx: StackEffects): Promise<DeployedStack> {
  const { client, stack, model } = request
  await requireFreePorts(client, stack, servicesOf(model), fx.signal)
  const there = await stackObjects(client, stack, fx.signal)
  const configs = there.configs.filter(config => !isBook(config.Spec.Labels))
  const isFirst = inWords({ ...there, tasks: [], configs }) === ''
  // Contents of env files are in the text: nobody else may read it.
  const folder = await mkdtemp(path.join(tmpdir(), 'swarmline-deploy-'))
  try {
    const file = path.join(folder, 'stack.yml')
    await writeFile(file, renderStack(model), { mode: 0o600 })
    await runDeploy(request, file, fx)
  } catch (error) {
    if (isFirst) await cleanUp(request, fx)
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return whatIsDeployed(request, fx.signal)
}

async function runDeploy(request: DeployStackRequest, file: string, fx: StackEffects): Promise<void> {
  const { stack, client, docker } = request
  let hasDetach = true
  for (let attempt = 1; ; attempt++) {
    const result = await runDocker(
      fx.exec,
      docker,
      client.socketPath,
      deployCommand(request, file, hasDetach),
      {
        cwd: path.dirname(file),
        signal: fx.signal,
        isChecked: false,
        onLine: line => fx.log.debug(line)
      }
    )
    if (result.exitCode === 0) return
    const said = result.stderr.trim() || result.stdout
    if (hasDetach && isDetachUnknown(said)) {
      hasDetach = false
      continue
    }
    if (attempt >= TRIES || !isWorthRetrying(stack, said)) throw explainDeploy(stack, said)
    fx.log.debug(`trying again: ${said.trim()}`)
    const network = lostNetwork(stack, said)
    if (network === '') await fx.clock.sleep(AGAIN_MS, fx.signal)
    else if (!(await isForgotten(network, request, fx))) throw explainDeploy(stack, said)
  }
}

/**
 * A removed network is gone from the swarm at once, and from this engine when its last task has ended, which takes
 * up to the grace period. Until then docker takes it for one that is there, and makes no other.
 *
 * @returns `false` when it stays for longer than the deploy can wait
 */
function isForgotten(
  network: string,
  { client, stack, timeoutMs = REMOVAL_MS }: DeployStackRequest,
  fx: StackEffects
): Promise<boolean> {
  const look = async (): Promise<true | undefined> => {
    try {
      await client.json('GET', `/networks/${encodeURIComponent(network)}`, { signal: fx.signal })
      return undefined
    } catch (error) {
      if (error instanceof EngineAnswerError && error.status === 404) return true
      throw error
    }
  }
  const title = `Wait for an earlier removal of ${stack} to end`
  return fx.log.step(title, () =>
    waitFor(title, look, { clock: fx.clock, deadlineMs: timeoutMs, everyMs: 500, signal: fx.signal }).catch(
      error => {
        if (error instanceof SwarmlineError && error.code === 'timed-out') return false
        throw error
      }
    )
  )
}

/** The client's argument list. `--detach` is said explicitly: waiting is to become docker's default. */
export function deployCommand(
  { stack, model, withRegistryAuth }: Pick<DeployStackRequest, 'stack' | 'withRegistryAuth' | 'model'>,
  file: string,
  hasDetach: boolean
): string[] {
  // With every digest known nothing is left to ask the registry for, service by service.
  const isAllPinned = servicesOf(model).every(service => isPinned(service.image))
  return [
    'stack',
    'deploy',
    ...['--compose-file', file],
    ...(hasDetach ? ['--detach=true'] : []),
    ...(withRegistryAuth ? ['--with-registry-auth'] : []),
    ...(isAllPinned ? ['--resolve-image', 'never'] : []),
    stack
  ]
}

async function whatIsDeployed(
  { client, stack, model }: DeployStackRequest,
  signal: AbortSignal
): Promise<DeployedStack> {
  const names = servicesOf(model).map(service => `${stack}_${service.name}`)
  const { services } = await stackObjects(client, stack, signal)
  const withoutDigest = services
    .filter(
      s => names.includes(s.Spec.Name) && !s.Spec.TaskTemplate.ContainerSpec?.Image.includes('@sha256:')
    )
    .map(s => s.Spec.Name)
  return { services: names, withoutDigest }
}

/** Docker leaves the networks and secrets of a failed first deploy behind, and the services it came to. */
async function cleanUp({ docker, client, stack }: DeployStackRequest, fx: StackEffects): Promise<void> {
  const request = { docker, client, stack, nodes: [], timeoutMs: CLEANUP_MS }
  await removeStack(request, forCleanup(fx)).catch(error =>
    fx.log.warn(`could not remove what the failed deploy made: ${explain(error)}`)
  )
}
