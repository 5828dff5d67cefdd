import type { EngineClient } from '../docker/client.ts'
import type { ApiInfo, ApiVersion } from '../docker/types.ts'
import { SwarmlineError } from '../errors.ts'
import type { Engine, EngineEffects } from './engine-state.ts'
import type { Door } from './host-door.ts'
import { loadModules, lookAtMachine, type MachineFacts } from './kernel.ts'
import { withTrialContainer } from './trial.ts'

/** A busy engine takes its time; one that is not there is noticed at once. */
const ANSWER_MS = 60_000

/** The first engine that speaks API 1.41, which swarm's jobs and modern cgroups need. */
const LEAST_API = 41

/**
 * Whether an engine answers and can be used.
 * @throws `no-engine` saying why not.
 */
export async function checkEngine(
  client: EngineClient,
  dockerHost: string
): Promise<{ version: string; kernel: string }> {
  let version: ApiVersion
  let info: ApiInfo
  try {
    version = await client.json<ApiVersion>('GET', '/version', { timeoutMs: ANSWER_MS })
    info = await client.json<ApiInfo>('GET', '/info', { timeoutMs: ANSWER_MS })
  } catch (cause) {
    if (cause instanceof SwarmlineError && cause.code === 'no-engine') throw cause
    const isForbidden = String((cause as Error).message).includes('EACCES')
    if (cause instanceof SwarmlineError && cause.code === 'timed-out')
      throw new SwarmlineError(
        'no-engine',
        `the engine at ${dockerHost} accepts connections but does not answer`,
        {
          hint: 'check its log and the load of its machine, or use a VM: --engine vm',
          cause
        }
      )
    throw new SwarmlineError(
      'no-engine',
      isForbidden ? `this user cannot open ${dockerHost}` : `no Docker engine answers at ${dockerHost}`,
      {
        hint: isForbidden
          ? 'add the user to the group docker and log in again'
          : 'start it, set DOCKER_HOST, or use a VM: --engine vm',
        cause
      }
    )
  }
  const minor = Number(version.ApiVersion.split('.')[1])
  if (version.Os !== 'linux' || !(minor >= LEAST_API))
    throw new SwarmlineError(
      'no-engine',
      `the engine at ${dockerHost} is ${version.Version} for ${version.Os}`,
      {
        hint: 'use Docker Engine 20.10 or later with Linux containers, or --engine vm'
      }
    )
  return { version: version.Version, kernel: info.KernelVersion }
}

/** Looks at the engine's machine; loads the modules that a mesh needs when they are not there. */
export function learn(
  client: EngineClient,
  door: Door,
  fx: EngineEffects
): Promise<{ machine: MachineFacts; privileges: Engine['privileges'] }> {
  return withTrialContainer(client, fx.signal, async trial => {
    let machine = await lookAtMachine(trial.exists)
    if (!machine.hasIpvs || !machine.hasVxlan) {
      await loadModules(door.exec)
      machine = await lookAtMachine(trial.exists)
    }
    return { machine, privileges: await trial.privileges() }
  })
}
