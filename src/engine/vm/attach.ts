import { access, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { connectEngine, type EngineClient } from '../../docker/client.ts'
import type { ApiVersion } from '../../docker/types.ts'
import { waitFor } from '../../effects/wait-for.ts'
import { explain, SwarmlineError } from '../../errors.ts'
import type { Engine, EngineEffects, TunnelState } from '../engine-state.ts'
import { isRunning } from '../process.ts'
import { withQmp } from '../qmp.ts'
import { forwardSocket, run as runThere } from '../ssh.ts'
import { consoleLines, ENGINE_ENDED } from './console.rules.ts'
import { openVmPort } from './ports.ts'
import { type RunFolder, runFolder, type VmState } from './run-folder.ts'
import { closeVmTunnel, openVmTunnel } from './tunnel.ts'

/** For an engine that hangs. Emulated it takes 7 s, beside much other work more than a minute. */
const ENGINE_DEADLINE_MS = 600_000
/** One that answers at all does so within this, however slow its machine is. */
const ANSWER_MS = 120_000

/**
 * Connects to a VM that runs, from any process, and waits until its engine answers. Idempotent.
 *
 * @throws `engine-lost` when the VM has ended, `disk-full` when it stands still for lack of space, `timed-out`
 */
export async function attachVm(state: VmState, fx: EngineEffects): Promise<Engine> {
  const run = runFolder(state.runDir)
  await requireRunning(state, run, fx)
  const tunnel = await openVmTunnel(run, fx, () => requireRunning(state, run, fx))
  const version = await untilEngine(state, run, tunnel, fx)
  return {
    kind: 'vm',
    title: `Docker Engine ${version} in a VM (${state.acceleration.toUpperCase()})`,
    version,
    socketPath: run.engineSocket,
    // Its kernel is Debian's, with IPVS and vxlan loaded at boot.
    hasMesh: true,
    isEmulated: state.acceleration === 'tcg',
    nodeSource: { kind: 'usr' },
    privileges: 'privileged',
    bridge: 'br0',
    openSocket: async (remotePath, name) => {
      const local = join(run.folder, `${name}.sock`)
      await forwardSocket(tunnel, local, remotePath, fx)
      return local
    },
    openPort: (address, port) => openVmPort(run.qmp, address, port),
    close: () => closeVmTunnel(run, fx)
  }
}

async function requireRunning(state: VmState, run: RunFolder, fx: EngineEffects): Promise<void> {
  // The VM's folder lies in that of its cluster, which has the cluster's name.
  const name = basename(dirname(run.folder))
  if (!(await isRunning(state, fx)))
    throw new SwarmlineError('engine-lost', 'the VM is no longer running', {
      hint: `remove what is left of it and start again: swarmline down ${name}, swarmline up ${name}`
    })
  const { status } = await withQmp(run.qmp, qmp => qmp.execute<{ status: string }>('query-status'))
  if (status === 'io-error')
    throw new SwarmlineError('disk-full', 'the VM is paused: no space left on the disk', {
      hint: `free some space, then: swarmline down ${name}, swarmline up ${name}`
    })
}

/** @throws `vm-failed` as soon as the VM says that its engine has ended; else when it does not answer in time */
export async function untilEngine(
  state: VmState,
  run: RunFolder,
  tunnel: TunnelState,
  fx: EngineEffects
): Promise<string> {
  if (
    !(await access(run.engineSocket).then(
      () => true,
      () => false
    ))
  )
    await forwardSocket(tunnel, run.engineSocket, '/run/docker.sock', fx)
  const client = connectEngine(run.engineSocket)
  try {
    const first = await versionIfUp(client, fx)
    if (first !== undefined) return first
    return await fx.log.step("waiting for the VM's engine", () =>
      waitFor("the VM's engine answers", see => versionOf(client, state, run, see, fx), {
        clock: fx.clock,
        deadlineMs: ENGINE_DEADLINE_MS,
        everyMs: 200,
        mostMs: 2_000,
        signal: fx.signal
      })
    )
  } catch (error) {
    if (!(error instanceof SwarmlineError && error.code === 'timed-out')) throw error
    const said = await runThere(tunnel, ['tail', '-n', '1', '/var/log/dockerd.log'], fx, { isChecked: false })
    throw new SwarmlineError('vm-failed', `${error.message}; its last output: ${said.stdout.trim()}`, {
      cause: error
    })
  } finally {
    client.close()
  }
}

/** Most connect to an engine that is up: for them there is no step to show. */
const versionIfUp = (client: EngineClient, fx: EngineEffects): Promise<string | undefined> =>
  client.json<ApiVersion>('GET', '/version', { timeoutMs: 2_000, signal: fx.signal }).then(
    ({ Version }) => Version,
    () => undefined
  )

async function versionOf(
  client: EngineClient,
  state: VmState,
  run: RunFolder,
  see: (seen: string) => void,
  fx: EngineEffects
): Promise<string | undefined> {
  const options = { timeoutMs: ANSWER_MS, signal: fx.signal }
  try {
    return (await client.json<ApiVersion>('GET', '/version', options)).Version
  } catch (error) {
    if (!(await isRunning(state, fx))) await requireRunning(state, run, fx)
    const last = consoleLines(await readFile(run.console, 'latin1').catch(() => '')).at(-1) ?? ''
    const [, reason] = ENGINE_ENDED.exec(last) ?? []
    if (reason !== undefined)
      throw new SwarmlineError('vm-failed', `the VM's engine ended: ${reason}`, { cause: error })
    see(`${explain(error)}; on the console: ${last}`)
    return undefined
  }
}
