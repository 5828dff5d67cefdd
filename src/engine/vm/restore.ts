import { SwarmlineError } from '../../errors.ts'
import type { EngineEffects } from '../engine-state.ts'
import { isRunning } from '../process.ts'
import { withQmp } from '../qmp.ts'
import { run } from '../ssh.ts'
import { type Launch, launchQemu } from './launch.ts'
import { moveFromFile } from './migration.ts'
import type { VmState } from './run-folder.ts'
import { type Snapshot, unpackSnapshot } from './snapshots.ts'
import { openVmTunnel } from './tunnel.ts'

/** The short way up: memory and devices as they were saved, an empty layer over the saved disk, the right time. */
export async function restoreVm(launch: Launch, snapshot: Snapshot, fx: EngineEffects): Promise<VmState> {
  const layers = await unpackSnapshot(snapshot, launch.run)
  const state = await launchQemu(launch, layers, 'restore', fx)
  await withQmp(launch.run.qmp, async qmp => {
    await moveFromFile(qmp, launch.run.migration, snapshot.statePath, fx)
    // It was saved standing still.
    await qmp.execute('cont')
  })
  const requireThere = async (): Promise<void> => {
    if (!(await isRunning(state, fx))) throw new SwarmlineError('vm-failed', 'the VM exited')
  }
  const tunnel = await openVmTunnel(launch.run, fx, requireThere)
  await run(tunnel, ['date', '-u', '-s', `@${fx.clock.now() / 1000}`], fx, { timeoutMs: 120_000 })
  return state
}
