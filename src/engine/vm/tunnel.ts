import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { EngineEffects, TunnelState } from '../engine-state.ts'
import { withLock } from '../lock.ts'
import { closeTunnel, openTunnel } from '../ssh.ts'
import { type RunFolder, sshTargetOf, VM_ALIAS } from './run-folder.ts'

const NAME = 'vm'

/** A VM whose sshd stopped answering while its machine does not end. */
const PATIENCE_MS = 300_000

/**
 * The one connection to the VM that all commands share.
 *
 * @param requireThere throws when the VM is no longer running
 */
export async function openVmTunnel(
  run: RunFolder,
  fx: EngineEffects,
  requireThere?: () => Promise<void>
): Promise<TunnelState> {
  const lock = { what: "opening the VM's connection", deadlineMs: PATIENCE_MS + 60_000 }
  const options = {
    folder: run.folder,
    name: NAME,
    patienceMs: PATIENCE_MS,
    ...(requireThere ? { requireThere } : {})
  }
  return withLock(join(run.folder, 'tunnel.lock'), lock, fx, async () =>
    openTunnel(await sshTargetOf(run), options, fx)
  )
}

/** Ends it with all that it forwards. */
export async function closeVmTunnel(run: RunFolder, fx: EngineEffects): Promise<void> {
  const at = (name: string) => join(run.folder, name)
  const tunnel = {
    controlPath: at(`${NAME}.ctl`),
    configPath: at(`${NAME}.ssh_config`),
    host: VM_ALIAS
  }
  await closeTunnel(tunnel, fx)
  await rm(run.engineSocket, { force: true })
}
