import { readCluster } from '../../cluster/cluster.ts'
import type { DockerCommand } from '../../docker/command.ts'
import type { Effects } from '../../effects/effects.ts'
import { withStackLock } from '../../stack/kept/kept.ts'
import { droppedByEngine, youngUses } from '../../stack/lint/lint.rules.ts'
import { askCompose, requireKnownFields } from '../../stack/lint/lint.ts'
import { changesInWords, stagesOf } from '../../stack/plan/plan.rules.ts'
import type { StackChanges } from '../../stack/plan/plan.ts'
import { findingInWords as inWords } from '../../stack/read/read.rules.ts'
import type { StackPlan } from '../../stack/read/read.ts'
import { dockerCommand } from '../docker-command.ts'
import type { DeployRequest, Home, StackSource, SwarmTarget } from '../requests.ts'
import { awayMs, fencedSwarm, type OpenSwarm, openSwarm } from '../swarm.ts'
import { driftsOf, requireAcceptable } from './acceptable.rules.ts'
import { carryOut } from './carry-out.ts'
import { hidingSecrets } from './hide-secrets.ts'
import { overwritten } from './overwritten.rules.ts'
import { findingsOf, type LoadedStack, load, type PreparedStack, withPrepared } from './prepare.ts'
import type { DeployPlan, DeployReport } from './report.ts'

/** Who hears of a deploy while it is under way. */
export type DeployListener = {
  /** The plan, before anything of it happens, and also when the swarm would refuse it. */
  planned?(changes: StackChanges): Promise<void>
}

/**
 * Deploys a stack and waits until it has converged, or has not; then the whole stack goes back to what it was, if it
 * is to. Every outcome is a result; what never began (a stack file that does not hold, a port that is taken, another
 * deploy under way, no engine) is an error.
 *
 * @throws what `load`, `openSwarm`, `withStackLock`, `withPrepared`, `startProbing` and `deployStack` throw
 */
export async function deploy(
  request: DeployRequest,
  home: Home,
  fx: Effects,
  listener: DeployListener = {}
): Promise<DeployReport> {
  const { stack, owner, lockWait } = request
  const loaded = await loadFor(request, home)
  const swarm = await openSwarm(request.target, home, fx)
  try {
    const docker = await clientFor(swarm, loaded, home, fx)
    await openPublished(swarm, loaded.plan)
    return await withStackLock({ client: swarm.manager, stack, owner, wait: lockWait }, fx, (held, fence) => {
      const within = { ...held, awayMs: awayMs(request.timeoutMs) }
      const fenced = fencedSwarm(swarm, fence)
      return withPrepared(request, loaded, fenced, 'make', within, async prepared => {
        tell(prepared, within)
        await listener.planned?.(prepared.changes)
        requireAcceptable(prepared.changes, request.isStrict)
        for (const line of driftsOf(prepared.changes)) within.log.warn(line)
        for (const line of notesOf(prepared)) within.log.warn(line)
        for (const line of changesInWords(prepared.changes)) within.log.info(line)
        return hidingSecrets(prepared.redactor, within, hiding =>
          carryOut({ request, prepared, swarm: fenced, docker }, hiding)
        )
      })
    })
  } finally {
    await swarm.close()
  }
}

/**
 * What `deploy` would do. It changes nothing, and is told also while another deploy is under way.
 *
 * @throws what `load`, `openSwarm` and `withPrepared` throw
 */
export async function planDeploy(request: StackSource, home: Home, fx: Effects): Promise<DeployPlan> {
  const loaded = await loadFor(request, home)
  const swarm = await openSwarm(request.target, home, fx)
  try {
    await clientFor(swarm, loaded, home, fx)
    return await withPrepared(request, loaded, swarm, 'look', fx, async prepared => ({
      summary: changesInWords(prepared.changes),
      changes: prepared.changes,
      findings: findingsOf(prepared),
      translations: prepared.plan.translations,
      notes: notesOf(prepared),
      stages: stagesOf(prepared.model, request.stages)
    }))
  } finally {
    await swarm.close()
  }
}

/** First of all: a stack file that does not hold is told before any engine is asked. */
const loadFor = (request: StackSource, home: Home): Promise<LoadedStack> =>
  load(request, () => defaultsOf(request.target, home))

/** The docker client, which may have to be fetched: only once there is a swarm to hand something to. */
async function clientFor(
  { dockerConfigDir }: OpenSwarm,
  { forCompose, plan }: LoadedStack,
  home: Home,
  fx: Effects
): Promise<DockerCommand> {
  const docker = await dockerCommand(dockerConfigDir, home, fx)
  await requireKnownFields({ docker, plan }, fx)
  await askCompose({ docker, ...forCompose }, fx)
  return docker
}

function tell(prepared: PreparedStack, fx: Effects): void {
  for (const finding of findingsOf(prepared)) {
    const line = `${inWords(finding)}${finding.hint ? ` — ${finding.hint}` : ''} (${finding.rule})`
    if (finding.severity === 'warning') fx.log.warn(line)
    else if (finding.rule === 'left-out') fx.log.info(line)
    else fx.log.debug(line)
  }
  for (const { file, line, from, to } of prepared.plan.translations)
    fx.log.info(`${file}:${line}: ${from} → ${to || 'left out'}`)
}

const notesOf = ({ plan, current, notes, unpinned, drift, changes }: PreparedStack): string[] => [
  ...droppedByEngine(youngUses(plan), current.apiVersion),
  ...overwritten(drift, changes),
  ...notes.map(({ service, text }) => `service ${service}: ${text}`),
  ...unpinned.map(({ image, why }) => `${image} has no digest, so nodes may run different versions: ${why}`)
]

/**
 * Makes the published ports answer on this machine, at every node: before the deploy, so that a port which
 * somebody else has is an error while nothing has changed yet.
 */
async function openPublished({ cluster, nodes, openPort }: OpenSwarm, plan: StackPlan): Promise<void> {
  if (!cluster) return
  const ports = plan.services.flatMap(service => service.ports).filter(port => port.protocol === 'tcp')
  for (const { published } of ports)
    if (published !== undefined) for (const node of nodes) await openPort(node.address, published)
}

/** A cluster of ours on one engine has a registry with an address, which the stack file asks for as `REGISTRY`. */
async function defaultsOf(target: SwarmTarget, { stateDir }: Home): Promise<Record<string, string>> {
  if (target.kind === 'existing') return {}
  const { registry } = await readCluster(stateDir, target.name)
  return registry ? { REGISTRY: registry.reference } : {}
}
