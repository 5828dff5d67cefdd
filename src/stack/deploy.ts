import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { EngineClient } from '../docker/client.ts'
import { type DockerCommand, runDocker } from '../docker/command.ts'
import { forCleanup } from '../effects/cleanup.ts'
import { explain } from '../errors.ts'
import { explainDeploy, isDetachUnknown, isWorthRetrying } from './deploy-errors.rules.ts'
import type { Variables } from './interpolate.rules.ts'
import { isBook } from './labels.rules.ts'
import { overrideFile, unpinned } from './override.rules.ts'
import { requireFreePorts } from './published-ports.ts'
import { removeStack, type StackEffects } from './remove.ts'
import { inWords, stackObjects } from './stack-objects.ts'
import type { StackPlan } from './stack-plan.ts'

export type DeployStackRequest = {
  docker: DockerCommand
  /** A manager's engine. */
  client: EngineClient
  stack: string
  plan: StackPlan
  variables: Variables
  /** Image reference → digest, for the images whose digest is known. */
  digests: Readonly<Record<string, string>>
  /** Labels for the services; they may change from run to run, since no task carries them. */
  labels: Readonly<Record<string, string>>
  /** Whether published ports and virtual addresses work in this swarm. */
  hasMesh: boolean
  withRegistryAuth: boolean
  /** Remove services of the stack that the files no longer name. */
  isPruning: boolean
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
 * changes nothing. When a first deploy fails, what it made is removed; an existing stack is left as it is.
 *
 * @throws `port-taken`, `input`, `deploy-failed`, `engine-lost`, each with the way out.
 */
export async function deployStack(request: DeployStackRequest, fx: StackEffects): Promise<DeployedStack> {
  const { client, stack, plan } = request
  for (const { file, line, text } of plan.warnings) fx.log.warn(`${file}:${line}: ${text}`)
  await requireFreePorts(client, stack, plan, fx.signal)
  const there = await stackObjects(client, stack, fx.signal)
  const configs = there.configs.filter(config => !isBook(config.Spec.Labels))
  const isFirst = inWords({ ...there, tasks: [], configs }) === ''
  const folder = await mkdtemp(path.join(tmpdir(), 'swarmline-deploy-'))
  try {
    const composeFiles = [...plan.composeFiles, ...(await writeOverride(folder, request))]
    await runDeploy(request, composeFiles, fx)
  } catch (error) {
    if (isFirst) await cleanUp(request, fx)
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return whatIsDeployed(request, fx.signal)
}

async function writeOverride(folder: string, request: DeployStackRequest): Promise<string[]> {
  const text = overrideFile(request.plan, request)
  if (text === undefined) return []
  const file = path.join(folder, 'override.yml')
  await writeFile(file, text, { mode: 0o600 })
  return [file]
}

async function runDeploy(
  request: DeployStackRequest,
  composeFiles: string[],
  fx: StackEffects
): Promise<void> {
  const { stack, plan, variables, client, docker } = request
  let hasDetach = true
  for (let attempt = 1; ; attempt++) {
    const result = await runDocker(
      fx.exec,
      docker,
      client.socketPath,
      deployCommand(request, composeFiles, hasDetach),
      {
        env: { ...variables },
        cwd: plan.projectDir,
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
    await fx.clock.sleep(AGAIN_MS, fx.signal)
  }
}

/** The client's argument list. `--detach` is said explicitly: waiting is to become docker's default. */
export function deployCommand(
  request: Pick<DeployStackRequest, 'stack' | 'withRegistryAuth' | 'isPruning' | 'plan' | 'digests'>,
  composeFiles: readonly string[],
  hasDetach: boolean
): string[] {
  // With every digest known nothing is left to ask the registry for, service by service.
  const isPinned = unpinned(request.plan, request.digests).length === 0
  return [
    'stack',
    'deploy',
    ...composeFiles.flatMap(file => ['--compose-file', file]),
    ...(hasDetach ? ['--detach=true'] : []),
    ...(request.withRegistryAuth ? ['--with-registry-auth'] : []),
    ...(request.isPruning ? ['--prune'] : []),
    ...(isPinned ? ['--resolve-image', 'never'] : []),
    request.stack
  ]
}

async function whatIsDeployed(
  { client, stack, plan }: DeployStackRequest,
  signal: AbortSignal
): Promise<DeployedStack> {
  const names = plan.services.map(service => `${stack}_${service.name}`)
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
