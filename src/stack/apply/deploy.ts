import path from 'node:path'
import type { EngineClient } from '../../docker/client.ts'
import { type DockerCommand, runDocker } from '../../docker/command.ts'
import { AWAY_MS, persist } from '../../docker/persist.ts'
import { isSameSpec } from '../../docker/same-spec.rules.ts'
import { tellsAway } from '../../effects/away.ts'
import { forCleanup } from '../../effects/cleanup.ts'
import { explain } from '../../errors.ts'
import { isBook } from '../../plain/labels.ts'
import { isPinned, partOfModel } from '../plan/plan.rules.ts'
import {
  objectInWords as inWords,
  type KnownPlatforms,
  type StackObjects,
  stackObjects
} from '../plan/plan.ts'
import { record, renderStack, serviceEntries, servicesOf } from '../read/read.rules.ts'
import type { Model } from '../read/read.ts'
import type { NamedContent } from './contents/generation.rules.ts'
import { putContents } from './contents/put-contents.ts'
import {
  explainDeploy,
  isAway,
  isDetachUnknown,
  isWorthRetrying,
  lostNetwork,
  refusedService
} from './deploy-errors.rules.ts'
import { isForgotten } from './earlier-removal.ts'
import { requireFreePorts } from './published-ports.ts'
import { removeStack, type StackEffects } from './remove.ts'

export type DeployStackRequest = {
  docker: DockerCommand
  /** A manager's engine. */
  client: EngineClient
  stack: string
  /** All that is handed over: v3, variables replaced, paths absolute. Services that it lacks are left alone. */
  model: Model
  /** What its secrets and configs hold; those that it does not have are passed over. */
  contents?: readonly NamedContent[]
  withRegistryAuth: boolean
  /** Of its images with a digest, those whose registry answers: docker is to ask it, too. Default: none does. */
  platforms?: KnownPlatforms
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

/**
 * Hands a stack to the swarm by `docker stack deploy`, and comes back as soon as the swarm has it. Doing it again
 * changes nothing. An engine or a leader that is away for up to a minute (`awayMs`) is waited for. When a first deploy fails,
 * what it made is removed; an existing stack is left as it is.
 *
 * @throws `port-taken`, `input`, `deploy-failed`, `engine-lost`, each with the way out.
 */
export async function deployStack(request: DeployStackRequest, fx: StackEffects): Promise<DeployedStack> {
  const { client, stack, model } = request
  await persist(() => requireFreePorts(client, stack, servicesOf(model), fx.signal), fx)
  const there = await persist(() => stackObjects(client, stack, fx.signal), fx)
  const configs = there.configs.filter(config => !isBook(config.Spec.Labels))
  const isFirst = inWords({ ...there, tasks: [], configs }) === ''
  try {
    const handed = await putContents(client, stack, { model, contents: request.contents ?? [] }, fx)
    await runDeploy({ ...request, model: handed }, there, fx)
  } catch (error) {
    if (isFirst) await cleanUp(request, fx)
    throw error
  }
  return whatIsDeployed(request, fx)
}

async function runDeploy(request: DeployStackRequest, before: StackObjects, fx: StackEffects): Promise<void> {
  const { stack, client, docker } = request
  let model = request.model
  const tell = tellsAway(fx, fx.awayMs ?? AWAY_MS)
  let hasDetach = true
  let awaySinceMs: number | undefined
  for (let tries = 1; ; ) {
    const command = deployCommand({ ...request, model }, hasDetach)
    const result = await runDocker(fx.exec, docker, client.socketPath, command, {
      // By its standard input: values of variables and of env files are in it.
      input: renderStack(model),
      cwd: '/',
      env: Object.fromEntries(blankNames(model, docker).map(name => [name, undefined])),
      signal: fx.signal,
      isChecked: false,
      onLine: line => fx.log.debug(line)
    })
    if (result.exitCode === 0) return
    const said = result.stderr.trim() || result.stdout
    if (hasDetach && isDetachUnknown(said)) {
      hasDetach = false
      continue
    }
    if (isAway(said)) {
      awaySinceMs ??= fx.clock.now()
      if (fx.clock.now() - awaySinceMs >= (fx.awayMs ?? AWAY_MS)) throw explainDeploy(stack, said)
      tell(said.trim(), fx.clock.now() - awaySinceMs)
    } else {
      awaySinceMs = undefined
      if (tries++ >= TRIES || !isWorthRetrying(stack, said)) throw explainDeploy(stack, said)
    }
    fx.log.debug(`trying again: ${said.trim()}`)
    const network = lostNetwork(stack, said)
    if (network === '') await fx.clock.sleep(AGAIN_MS, fx.signal)
    else if (!(await isForgotten(network, request, fx))) throw explainDeploy(stack, said)
    const left = await notYetDeployed(request, before, refusedService(said), fx)
    if (left.length === 0) return
    model = partOfModel(request.model, left)
  }
}

/**
 * The services that a deploy which broke off had not come to. One that has its new spec is not given it again: the
 * swarm would forget the spec before it, and with it where a rollback goes.
 *
 * @param refused the service whose write the swarm refused: what has changed of it since was somebody else's doing
 */
async function notYetDeployed(
  { client, stack, model }: DeployStackRequest,
  before: StackObjects,
  refused: string,
  fx: StackEffects
): Promise<string[]> {
  const { services } = await persist(() => stackObjects(client, stack, fx.signal), fx)
  const isDeployed = (name: string): boolean => {
    if (name === refused) return false
    const now = services.find(service => service.Spec.Name === name)
    const old = before.services.find(service => service.ID === now?.ID)
    // A job that runs again has the spec that it had.
    const hasRun = old?.JobStatus?.JobIteration?.Index !== now?.JobStatus?.JobIteration?.Index
    return now !== undefined && (hasRun || !(old && isSameSpec(old.Spec, now.Spec)))
  }
  return servicesOf(model)
    .map(service => service.name)
    .filter(name => !isDeployed(`${stack}_${name}`))
}

/**
 * Variables of services without a value, which docker would fill from its own environment: a proxy of the caller's is no
 * part of a stack. Where the client is found by PATH, that stays.
 */
const blankNames = (model: Model, { file }: DockerCommand): string[] =>
  serviceEntries(model)
    .flatMap(([, service]) => Object.entries(record(service.environment)))
    .flatMap(([name, value]) => (value === null || value === '' ? [name] : []))
    .filter(name => name !== 'PATH' || path.isAbsolute(file))

/** The client's argument list. `--detach` is said explicitly: waiting is to become docker's default. */
export function deployCommand(
  {
    stack,
    model,
    withRegistryAuth,
    platforms
  }: Pick<DeployStackRequest, 'stack' | 'withRegistryAuth' | 'model' | 'platforms'>,
  hasDetach: boolean
): string[] {
  // Docker asks for the platforms of an image, too, and a service that it does not know them of loses those that it had.
  // Where every digest is known and no registry answers, each of its questions would be 15 s for nothing.
  const isInVain = servicesOf(model).every(({ image }) => isPinned(image) && !platforms?.has(image))
  return [
    'stack',
    'deploy',
    ...['--compose-file', '-'],
    ...(hasDetach ? ['--detach=true'] : []),
    ...(withRegistryAuth ? ['--with-registry-auth'] : []),
    ...(isInVain ? ['--resolve-image', 'never'] : []),
    stack
  ]
}

async function whatIsDeployed(
  { client, stack, model }: DeployStackRequest,
  fx: StackEffects
): Promise<DeployedStack> {
  const names = servicesOf(model).map(service => `${stack}_${service.name}`)
  const { services } = await persist(() => stackObjects(client, stack, fx.signal), fx)
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
