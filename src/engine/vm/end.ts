import type { EngineEffects } from '../engine-state.ts'
import { endProcess } from '../process.ts'
import { clearRun } from './clear-run.ts'
import { runFolder, type VmState } from './run-folder.ts'
import { closeVmTunnel } from './tunnel.ts'

const GRACE_MS = 5000

/**
 * Ends a VM with everything in it and removes its folder. Idempotent, and it ends no process but the one that was
 * recorded, or that runs in the very folder. The disk is thrown away, so nothing in the VM is asked to finish its work.
 */
export async function endVm(state: VmState, fx: EngineEffects): Promise<void> {
  const run = runFolder(state.runDir)
  // Without it the connection ends with the VM: a cancelled run must not keep the VM alive.
  await closeVmTunnel(run, fx).catch(error => fx.log.debug(`closing the VM's connection: ${error}`))
  await endProcess(state, GRACE_MS, fx)
  await clearRun(run, fx)
}
