// The workshop's swarm for measuring: a real cluster with a mesh, and of the workload the two services that answer a
// visitor. What else the stack file has (cAdvisor on every node) would take its share of a small machine's cores.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'yaml'
import { homeOf } from '../../src/cli/home.rules.ts'
import { forCleanup } from '../../src/effects/cleanup.ts'
import type { Effects } from '../../src/effects/effects.ts'
import { SwarmlineError } from '../../src/errors.ts'
import type { TrafficTarget } from '../../src/traffic/samples.ts'
import { build } from '../../src/usecases/build.ts'
import { deploy } from '../../src/usecases/deploy/deploy.ts'
import { PLAIN } from '../../src/usecases/deploy/plain.ts'
import { down } from '../../src/usecases/down.ts'
import type { Home } from '../../src/usecases/requests.ts'
import { type OpenSwarm, openSwarm } from '../../src/usecases/swarm.ts'
import { up } from '../../src/usecases/up.ts'

export const STACK = 'workshop'
const SERVICES = ['backend', 'redis']
const PROJECT = path.resolve(import.meta.dirname, '../..')

export type WorkshopSwarm = {
  swarm: OpenSwarm
  /** Every node's port 80, as this machine reaches it. */
  targets: TrafficTarget[]
  /** Takes down what was raised; a cluster that was there already stays. */
  end(): Promise<void>
}

/**
 * @param existing the name of a cluster that is up and has the stack; `undefined` raises one, on the engine that
 *   DOCKER_HOST names where it is set
 * @param isDirect this machine reaches the nodes' network itself: ask the nodes' own addresses, by no forwarding
 * @throws what the use cases throw; `deploy-failed` when the first deploy does not converge
 */
export async function openWorkshopSwarm(
  { existing, isDirect }: { existing: string | undefined; isDirect: boolean },
  fx: Effects
): Promise<WorkshopSwarm> {
  const name = existing ?? 'rollout'
  const home = homeOf(process.env, process.cwd(), homedir())
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-rollout-'))
  const takeDown = async (): Promise<void> => {
    rmSync(folder, { recursive: true, force: true })
    if (!existing) await down({ name, isAllOfOurs: false }, home, forCleanup(fx))
  }
  try {
    const target = { kind: 'cluster' as const, name }
    if (!existing) await raiseAndDeploy(name, writeStackFile(folder), home, fx)
    const swarm = await openSwarm(target, home, fx)
    const targets: TrafficTarget[] = []
    for (const node of swarm.nodes)
      targets.push({
        name: node.name,
        ...(isDirect ? { host: node.address, port: 80 } : await swarm.openPort(node.address, 80))
      })
    const end = async (): Promise<void> => {
      await swarm.close()
      await takeDown()
    }
    return { swarm, targets, end }
  } catch (error) {
    await takeDown()
    throw error
  }
}

async function raiseAndDeploy(name: string, stackFile: string, home: Home, fx: Effects): Promise<void> {
  const images = SERVICES.map(service => {
    const context = path.join(PROJECT, service)
    return { name: service, context, dockerfile: path.join(context, 'Dockerfile') }
  })
  const { registry } = await up(
    {
      name,
      engine: 'auto',
      dockerHost: process.env.DOCKER_HOST || undefined,
      managers: 1,
      workers: 2,
      labels: { worker1: { data: 'persistent' } },
      ttlHours: 2,
      owner: 'bench',
      suite: 'trixie',
      buildContexts: images.map(image => image.context),
      // The same images as `swarmline up` needs, so that its snapshot of a raised swarm fits.
      composeFiles: [path.join(PROJECT, 'docker-compose.yml'), stackFile],
      endpoint: 'mesh'
    },
    home,
    fx
  )
  await build(
    {
      target: { kind: 'cluster', name },
      images,
      registry: registry.reference,
      namespace: 'swarmline',
      prefix: 'docker-swarm-workshop-',
      tags: ['latest'],
      buildArgs: {},
      labels: {},
      isPushed: true,
      pushRetries: 2
    },
    home,
    fx
  )
  const { outcome, failures } = await deploy(
    {
      ...PLAIN,
      target: { kind: 'cluster', name },
      stack: STACK,
      composeFiles: [stackFile],
      variables: { TAG: 'latest' },
      timeoutMs: 300_000,
      owner: { who: 'bench', where: name, run: 'rollout' }
    },
    home,
    fx
  )
  if (outcome !== 'converged')
    throw new SwarmlineError('deploy-failed', `the stack ${outcome}: ${failures[0]?.error ?? ''}`)
}

/** The project's own stack file, cut down to what is measured, with a password of its own. JSON is YAML too. */
function writeStackFile(folder: string): string {
  const whole = parse(readFileSync(path.join(PROJECT, 'docker-compose.yml'), 'utf8'))
  const pick = (all: Record<string, unknown>, names: readonly string[]) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)))
  const file = path.join(folder, 'docker-compose.yml')
  writeFileSync(path.join(folder, 'db_password.txt'), `${randomBytes(24).toString('base64url')}\n`, {
    mode: 0o600
  })
  const { configs: _, ...rest } = whole
  writeFileSync(
    file,
    JSON.stringify({
      ...rest,
      services: pick(whole.services, SERVICES),
      networks: pick(whole.networks, ['data', 'metrics'])
    })
  )
  return file
}
