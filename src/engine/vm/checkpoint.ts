import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { EngineEffects } from '../engine-state.ts'
import { withQmp } from '../qmp.ts'
import { topNode } from './machine.rules.ts'
import { moveToFile } from './migration.ts'
import { readRecord, runFolder, type VmState, writeRecord } from './run-folder.ts'
import { addSnapshot, layerName } from './snapshots.ts'
import { closeVmTunnel } from './tunnel.ts'

/**
 * Saves the running VM as the snapshot of `key`, and lets it run on. Forwarded sockets and ports end, because a
 * sleeping VM should hold no open connection: attach again afterwards (ports opened by `openPort` stay).
 *
 * @returns the state, which is the same VM
 * @throws `vm-failed`, `disk-full`; the VM then runs on all the same
 */
export async function checkpointVm(state: VmState, key: string, fx: EngineEffects): Promise<VmState> {
  const run = runFolder(state.runDir)
  const record = await readRecord(run)
  const { cacheDir, filesKey, fingerprint, layers } = record
  await closeVmTunnel(run, fx)
  await fx.log.step('saving the VM', () =>
    withQmp(run.qmp, async qmp => {
      await qmp.execute('stop')
      try {
        // From here on writes go to a new layer: what lies below belongs to the snapshot as well.
        const top = join(run.folder, layerName(layers.length))
        await rm(top, { force: true })
        await qmp.execute('blockdev-snapshot-sync', {
          'node-name': topNode(record),
          'snapshot-node-name': topNode({ layers: [...layers, top] }),
          'snapshot-file': top,
          format: 'qcow2'
        })
        await writeRecord(run, { ...record, layers: [...layers, top] })
        await addSnapshot({ cacheDir, filesKey, fingerprint, key }, run, layers, statePath =>
          moveToFile(qmp, run.migration, statePath, fx)
        )
      } finally {
        await qmp.execute('cont')
      }
    })
  )
  return state
}
