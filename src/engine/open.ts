import path from 'node:path'
import { together } from '../effects/together.ts'
import { SwarmlineError } from '../errors.ts'
import type { Engine, EngineChoice, EngineEffects, EngineState } from './engine-state.ts'
import { type HostEngine, type HostOptions, openHostEngine, reattachHostEngine } from './host.ts'
import { probeAcceleration } from './vm/acceleration.ts'
import { attachVm } from './vm/attach.ts'
import { buildVm } from './vm/build.ts'
import { checkpointVm } from './vm/checkpoint.ts'
import { failureOf } from './vm/clear-run.ts'
import { type Emulator, fasterQemu, type ObtainPackages } from './vm/emulator.ts'
import { endVm } from './vm/end.ts'
import type { VmFiles } from './vm/files.ts'
import { runFolder } from './vm/run-folder.ts'
import { type StartVmRequest, startVm } from './vm/start.ts'
import { requireTools } from './vm/tools.ts'

/** `runDir` is the cluster's folder. */
export type OpenRequest = HostOptions & {
  choice: EngineChoice
  cacheDir: string
  suite: string
  /** Take an engine whose kernel cannot carry a mesh all the same. */
  isMeshOptional: boolean
  /** Where a faster QEMU than this machine's may come from; without it the machine's own is used. */
  obtain?: ObtainPackages
}

/** An engine that is chosen: it answers already, or all is there to start it. */
export type ChosenEngine =
  | { kind: 'host'; engine: Engine; state: Extract<EngineState, { kind: 'host' }> }
  | { kind: 'vm'; files: VmFiles; emulator: Emulator | undefined; runDir: string; cacheDir: string }

export type OpenedEngine = {
  engine: Engine
  state: EngineState
  /** The engine woke from the snapshot of this key: what the key stands for is in it already. */
  restoredKey: string | undefined
}

/**
 * The engine that a cluster is to run on: the host's if it answers and its kernel can carry a mesh, else a VM,
 * which is built here if it never was.
 *
 * @throws `no-engine` when `host` was asked for and does not do; what `buildVm` throws
 */
export async function chooseEngine(request: OpenRequest, fx: EngineEffects): Promise<ChosenEngine> {
  const engine = request.choice === 'vm' ? undefined : await tryHost(request, fx)
  if (engine) return { kind: 'host', engine, state: engine.state }
  const { runDir, cacheDir, obtain } = request
  await requireTools(fx, 'run')
  const [files, emulator] = await together(fx, within => [
    buildVm(request, within),
    fasterQemu({ cacheDir, obtain }, within)
  ])
  // Found out once and remembered: here, where other work goes on beside it.
  await probeAcceleration({ files, cacheDir }, fx)
  return { kind: 'vm', files, emulator, runDir: path.join(runDir, 'vm'), cacheDir }
}

/**
 * Opens the chosen engine; a VM wakes from the snapshot of the first key that there is one of, or boots.
 *
 * @param stock writes what a VM that boots unpacks into its `/data`: see the VM's init
 * @param onState told as soon as there is something that somebody else may have to take down
 * @throws what `startVm` and `attachVm` throw
 */
export async function openEngine(
  chosen: ChosenEngine,
  { snapshotKeys, stock }: Pick<StartVmRequest, 'snapshotKeys' | 'stock'>,
  onState: (state: EngineState) => Promise<void>,
  fx: EngineEffects
): Promise<OpenedEngine> {
  if (chosen.kind === 'host') {
    await onState(chosen.state)
    return { engine: chosen.engine, state: chosen.state, restoredKey: undefined }
  }
  const { state, restoredKey } = await startVm({ ...chosen, snapshotKeys, stock }, fx)
  await onState(state)
  const engine = await attachVm(state, fx).catch(async error => {
    throw await failureOf(error, runFolder(state.runDir), chosen.cacheDir, fx)
  })
  return { engine, state, restoredKey }
}

/** The engine of an earlier command. @throws `engine-lost`, `no-engine` */
export function attachEngine(state: EngineState, runDir: string, fx: EngineEffects): Promise<Engine> {
  return state.kind === 'vm' ? attachVm(state, fx) : reattachHostEngine(state, { runDir }, fx)
}

/** Ends an engine that we started; leaves any other as it is. Idempotent. */
export async function endEngine(state: EngineState, fx: EngineEffects): Promise<void> {
  if (state.kind === 'vm') await endVm(state, fx)
}

/** Keeps what an engine of ours has in it under `key`, for the next start. Answers with the connection anew. */
export async function keepEngine(opened: OpenedEngine, key: string, fx: EngineEffects): Promise<Engine> {
  if (opened.state.kind !== 'vm') return opened.engine
  await checkpointVm(opened.state, key, fx)
  return attachVm(opened.state, fx)
}

/** Nodes answer at sockets of the engine's machine, and TLS leads to the engine's API alone. */
async function refuseTls(engine: HostEngine): Promise<void> {
  if (engine.state.certDir === undefined) return
  await engine.close()
  throw new SwarmlineError(
    'input',
    `a swarm cannot be raised over TLS: ${engine.title} offers only its API`,
    {
      hint: 'use ssh://user@host; build, deploy and verify take tcp://, too'
    }
  )
}

async function tryHost(request: OpenRequest, fx: EngineEffects): Promise<HostEngine | undefined> {
  try {
    const engine = await openHostEngine(request, fx)
    await refuseTls(engine)
    if (engine.hasMesh || request.isMeshOptional) return engine
    await engine.close()
    if (request.choice === 'host')
      throw new SwarmlineError('no-engine', `the kernel under ${engine.title} has no IPVS: no routing mesh`, {
        hint: 'use --engine vm, or --endpoint dnsrr for everything but the mesh'
      })
    fx.log.info(`${engine.title}: its kernel has no IPVS, so a VM carries the swarm`)
  } catch (error) {
    const isUnfit = error instanceof SwarmlineError && error.code === 'no-engine'
    if (request.choice === 'host' || !isUnfit) throw error
    // A DOCKER_HOST that was named and does not answer is a mistake to be told, not to be worked around.
    if (request.dockerHost) throw error
    fx.log.debug(`no engine on this machine: ${error.message}`)
  }
  return undefined
}
