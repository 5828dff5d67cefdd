import { connect } from 'node:net'
import { waitFor } from '../../effects/wait-for.ts'
import { SwarmlineError } from '../../errors.ts'
import type { EngineEffects } from '../engine.ts'
import { isRunning } from '../process.ts'
import { makeKeys } from './keys.ts'
import { type Launch, launchQemu } from './launch.ts'
import { VM_NETWORK } from './network.rules.ts'
import { readRecord, type VmState } from './run-folder.ts'

/** For a VM that hangs; one that ends is noticed at once. Emulated it takes 7 s, beside much other work a minute. */
const BOOT_DEADLINE_MS = 180_000

/** The long way up: new keys, an empty layer over the root file system, the kernel's boot. */
export async function bootVm(launch: Launch, fx: EngineEffects): Promise<VmState> {
  await makeKeys(launch.run, launch.files, fx)
  const state = await launchQemu(launch, [], 'boot', fx)
  await untilSshd(launch, state, fx)
  return state
}

/** QEMU itself accepts connections from the first moment on; only sshd's own greeting tells that it is there. */
async function untilSshd(launch: Launch, state: VmState, fx: EngineEffects): Promise<void> {
  const { sshPort } = await readRecord(launch.run)
  await waitFor(
    "the VM's sshd",
    async () => {
      if (await isGreeted(`${VM_NETWORK.hostPrefix}.2`, sshPort)) return true
      if (!(await isRunning(state, fx))) throw new SwarmlineError('vm-failed', 'the VM has ended by itself')
      return undefined
    },
    { clock: fx.clock, deadlineMs: BOOT_DEADLINE_MS, everyMs: 100, signal: fx.signal }
  )
}

function isGreeted(host: string, port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host, port, timeout: 1000 })
    const end = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('data', bytes => end(bytes.toString('latin1').startsWith('SSH-')))
    socket.once('timeout', () => end(false))
    socket.once('error', () => end(false))
    socket.once('close', () => end(false))
  })
}
