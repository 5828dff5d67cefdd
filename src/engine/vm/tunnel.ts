import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { EngineEffects, TunnelState } from '../engine.ts'
import { withLock } from '../lock.ts'
import { closeTunnel, openTunnel } from '../ssh.ts'
import { type RunFolder, sshTargetOf } from './run-folder.ts'

const NAME = 'vm'

/** The one connection to the VM that all commands share. */
export async function openVmTunnel(run: RunFolder, fx: EngineEffects): Promise<TunnelState> {
  const lock = { what: "opening the VM's connection", deadlineMs: 60_000 }
  return withLock(join(run.folder, 'tunnel.lock'), lock, fx, async () =>
    openTunnel(await sshTargetOf(run), { folder: run.folder, name: NAME }, fx)
  )
}

/** Ends it with all that it forwards. */
export async function closeVmTunnel(run: RunFolder, fx: EngineEffects): Promise<void> {
  const at = (name: string) => join(run.folder, name)
  const tunnel = {
    controlPath: at(`${NAME}.ctl`),
    configPath: at(`${NAME}.ssh_config`),
    host: 'swarmline-vm'
  }
  await closeTunnel(tunnel, fx)
  await rm(run.engineSocket, { force: true })
}
