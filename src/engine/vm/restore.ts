import type { EngineEffects } from '../engine.ts'
import { withQmp } from '../qmp.ts'
import { openTunnel, run } from '../ssh.ts'
import { type Launch, launchQemu } from './launch.ts'
import { moveFromFile } from './migration.ts'
import { sshTargetOf, type VmState } from './run-folder.ts'
import { type Snapshot, unpackSnapshot } from './snapshots.ts'

/** The short way up: memory and devices as they were saved, an empty layer over the saved disk, the right time. */
export async function restoreVm(launch: Launch, snapshot: Snapshot, fx: EngineEffects): Promise<VmState> {
  const layers = await unpackSnapshot(snapshot, launch.run)
  const state = await launchQemu(launch, layers, 'restore', fx)
  await withQmp(launch.run.qmp, async qmp => {
    await moveFromFile(qmp, launch.run.migration, snapshot.statePath, fx)
    // It was saved standing still.
    await qmp.execute('cont')
  })
  const tunnel = await openTunnel(
    await sshTargetOf(launch.run),
    { folder: launch.run.folder, name: 'vm' },
    fx
  )
  await run(tunnel, ['date', '-u', '-s', `@${fx.clock.now() / 1000}`], fx, { timeoutMs: 20_000 })
  return state
}
