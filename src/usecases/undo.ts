import type { EngineClient } from '../docker/client.ts'
import type { DockerCommand } from '../docker/command.ts'
import { persist } from '../docker/persist.ts'
import type { Effects } from '../effects/effects.ts'
import { type DeployResult, readBaseline, watchStack } from '../rollout/rollout.ts'
import {
  type RegistryAuth,
  removeCreated,
  removeStack,
  restoreStack,
  type ServiceRestored,
  type StackSnapshot
} from '../stack/apply/apply.ts'
import { isRunJobSpec } from '../stack/plan/plan.rules.ts'
import { withFailures } from './rollback.ts'

export type OnFailure = 'rollback' | 'keep' | 'remove'

export type UndoRequest = {
  docker: DockerCommand
  client: EngineClient
  /** The engines of all nodes that can be asked. */
  nodes: readonly EngineClient[]
  /** The stack before the deploy. */
  snapshot: StackSnapshot
  onFailure: OnFailure
  timeoutMs: number
  registryAuth?: RegistryAuth
}

/** How long the last tasks of the failed deploy may take to let go of their networks. */
const FREE_MS = 60_000

/** What became of the stack after a deploy that failed. */
export type Undone =
  | { kind: 'kept' }
  | { kind: 'removed' }
  | {
      kind: 'restored'
      services: ServiceRestored[]
      /** How the old services fared; `undefined` where there were none: the stack was new. */
      result: DeployResult | undefined
      /** Networks, secrets and configs of the failed deploy that are gone, and those that something still uses. */
      removed: string[]
      left: string[]
      /** The stack is what it was: nothing failed, nothing is left. */
      isComplete: boolean
    }

/**
 * Acts on a whole stack after a deploy that failed: takes every service back to what it was and watches that, leaves
 * it, or removes the stack. After a cancellation it wants effects from `forCleanup`.
 *
 * @throws what `removeStack`, `restoreStack` and `watchStack` throw
 */
export async function undoDeploy(request: UndoRequest, fx: Effects): Promise<Undone> {
  const { docker, client, nodes, snapshot, onFailure, timeoutMs } = request
  const { stack } = snapshot
  switch (onFailure) {
    case 'keep':
      return { kind: 'kept' }
    case 'remove':
      await removeStack({ docker, client, stack, nodes, timeoutMs }, fx)
      return { kind: 'removed' }
    case 'rollback': {
      const { services, result } = await takeBack(request, fx)
      const isOld = result ? result.outcome === 'converged' : services.every(one => one.action !== 'failed')
      // Of a stack that is not what it was, nothing is removed: its services may yet go back to it.
      const { removed, left } = isOld
        ? await removeCreated({ client, snapshot, deadlineMs: Math.min(timeoutMs, FREE_MS) }, fx)
        : { removed: [], left: [] }
      return { kind: 'restored', services, result, removed, left, isComplete: isOld && left.length === 0 }
    }
  }
}

/** How often a change that was still under way may come in between. */
const ROUNDS = 3

/**
 * Gives every service its old spec and watches that. Then it looks again: what a docker client had asked for when it
 * was ended may come true only after the first look.
 */
async function takeBack(
  { client, snapshot, timeoutMs, registryAuth }: UndoRequest,
  fx: Effects
): Promise<{ services: ServiceRestored[]; result: DeployResult | undefined }> {
  const { stack } = snapshot
  const names = snapshot.services.flatMap(({ spec }) => (isRunJobSpec(spec) ? [] : [spec.Name]))
  const restore = () => restoreStack({ client, snapshot, ...(registryAuth ? { registryAuth } : {}) }, fx)
  let baseline = await persist(() => readBaseline(client, stack, fx.signal), fx)
  let services = await fx.log.step(`Take ${stack} back to what it was`, restore)
  for (let round = 1; ; round++) {
    const result =
      names.length === 0
        ? undefined
        : withFailures(
            await watchStack({ client, stack, services: names, baseline, timeoutMs }, fx),
            services
          )
    if (round === ROUNDS || (result && result.outcome !== 'converged')) return { services, result }
    baseline = await persist(() => readBaseline(client, stack, fx.signal), fx)
    const again = await restore()
    if (again.every(one => one.action === 'unchanged')) return { services, result }
    const changed = again.filter(one => one.action !== 'unchanged')
    services = [...services.filter(one => !changed.some(other => other.service === one.service)), ...changed]
  }
}
