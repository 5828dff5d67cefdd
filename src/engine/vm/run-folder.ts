import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Acceleration, EngineState } from '../engine-state.ts'
import { checkSocketPath } from '../socket-path.rules.ts'
import { knownHostsOf, renderSshConfig, type SshTarget } from '../ssh-target.rules.ts'
import type { RunPaths } from './machine.rules.ts'
import { VM_NETWORK } from './network.rules.ts'

export type VmState = Extract<EngineState, { kind: 'vm' }>

/** What is remembered of a running VM beside its EngineState, in `vm.json` of its folder. */
export type VmRecord = {
  schema: 1
  /** The folder that the VM's files and snapshots lie in. */
  cacheDir: string
  filesKey: string
  /** Layers over the base, from the bottom; the last is written. */
  layers: string[]
  /** What a snapshot of it fits. */
  fingerprint: string
  acceleration: Acceleration
  sshPort: number
}

export type RunFolder = RunPaths & {
  folder: string
  identity: string
  hostKey: string
  migration: string
  record: string
  engineSocket: string
  sshConfig: string
  knownHosts: string
  controlPath: string
}

/** @throws `input` when the folder's path is too long for the sockets in it */
export function runFolder(folder: string): RunFolder {
  const at = (name: string) => join(folder, name)
  return {
    folder,
    identity: at('id'),
    hostKey: at('host_key.pub'),
    initrd: at('initrd'),
    console: at('console.log'),
    qmp: checkSocketPath(at('qmp.sock')),
    migration: checkSocketPath(at('move.sock')),
    pid: at('qemu.pid'),
    record: at('vm.json'),
    engineSocket: checkSocketPath(at('docker.sock')),
    sshConfig: at('ssh_config'),
    knownHosts: at('known_hosts'),
    controlPath: at('vm.ctl')
  }
}

export async function readRecord(paths: RunFolder): Promise<VmRecord> {
  return JSON.parse(await readFile(paths.record, 'utf8')) as VmRecord
}

export async function writeRecord(paths: RunFolder, record: VmRecord): Promise<void> {
  await writeFile(paths.record, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 })
}

/** The VM's name in our own ssh configurations. */
export const VM_ALIAS = 'swarmline-vm'

/** How ssh reaches the VM of a run. */
export async function sshTargetOf(run: RunFolder): Promise<SshTarget & { kind: 'pinned' }> {
  const [hostKey, record] = await Promise.all([readFile(run.hostKey, 'utf8'), readRecord(run)])
  return {
    kind: 'pinned',
    alias: VM_ALIAS,
    address: `${VM_NETWORK.hostPrefix}.2`,
    port: record.sshPort,
    user: 'root',
    identityPath: run.identity,
    hostKey,
    title: 'the VM',
    logPath: run.console
  }
}

/** Writes what a person needs: `ssh -F <run folder>/ssh_config swarmline-vm`, also while no command of ours runs. */
export async function writeSshAccess(run: RunFolder): Promise<void> {
  const target = await sshTargetOf(run)
  const config = renderSshConfig(target, { control: run.controlPath, knownHosts: run.knownHosts })
  await writeFile(run.knownHosts, knownHostsOf(target), { mode: 0o600 })
  await writeFile(run.sshConfig, config, { mode: 0o600 })
}
