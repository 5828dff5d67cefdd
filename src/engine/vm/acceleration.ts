import { access, constants, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { release } from 'node:os'
import { join } from 'node:path'
import { SwarmlineError } from '../../errors.ts'
import type { Acceleration, EngineEffects } from '../engine-state.ts'
import { type VmFiles, vmCache } from './files.ts'
import { PROBE_WORDS } from './guest/initrd-init.ts'
import { kernelCommandLine, processorArguments } from './machine.rules.ts'
import { QEMU } from './tools.ts'

/** How fast a VM can be here, and how we know. */
export type AccelerationFinding = {
  acceleration: Acceleration
  /** For people: `a kernel booted in 1.2 s`, `/dev/kvm is there, but no kernel boots with it`. */
  reason: string
  /** `false`: there is something to try, but no VM was built yet to try it with. */
  isProved: boolean
}

/** A kernel that runs says so after one or two seconds, and beside much other work later. */
const PROBE_DEADLINE_MS = 30_000

/**
 * Hardware acceleration counts only after a real kernel has booted with it: a device that exists proves nothing.
 * The answer is remembered in `cacheDir` until this machine or QEMU changes.
 *
 * @param files the VM to try with; `undefined`: answer from memory, or say that it is not proved
 */
export async function probeAcceleration(
  request: { files: VmFiles | undefined; cacheDir: string },
  fx: EngineEffects
): Promise<AccelerationFinding> {
  const candidate = process.platform === 'darwin' ? 'hvf' : 'kvm'
  if (candidate === 'kvm') {
    const obstacle = await kvmObstacle()
    if (obstacle) return { acceleration: 'tcg', reason: obstacle, isProved: true }
  }
  const memory = join(vmCache(request.cacheDir), 'acceleration.json')
  const here = await identityOfHere(fx)
  const known = await recall(memory, here)
  if (known) return known
  if (!request.files)
    return { acceleration: 'tcg', reason: `${candidate} is there, but was not tried yet`, isProved: false }
  const files = request.files
  const finding = await fx.log.step(`does ${candidate} boot a kernel?`, async update => {
    const found = await tryIt(candidate, files, fx)
    update(found.reason)
    return found
  })
  await mkdir(vmCache(request.cacheDir), { recursive: true, mode: 0o700 })
  await writeFile(memory, JSON.stringify({ here, finding }))
  return finding
}

/** After a VM has failed with it: the next start tries anew. */
export async function forgetAcceleration(cacheDir: string): Promise<void> {
  await rm(join(vmCache(cacheDir), 'acceleration.json'), { force: true })
}

async function qemuVersion(fx: Pick<EngineEffects, 'exec'>): Promise<string> {
  return (await fx.exec(QEMU, ['--version'])).stdout.split('\n')[0] ?? ''
}

async function tryIt(
  candidate: 'kvm' | 'hvf',
  files: VmFiles,
  fx: EngineEffects
): Promise<AccelerationFinding> {
  const started = fx.clock.now()
  const said = await bootProbe(candidate, files, fx)
  const seconds = ((fx.clock.now() - started) / 1000).toFixed(1)
  return said.includes(PROBE_WORDS)
    ? { acceleration: candidate, reason: `a kernel booted in ${seconds} s`, isProved: true }
    : { acceleration: 'tcg', reason: `${candidate} is there, but no kernel boots with it`, isProved: true }
}

/** @returns what came on the console; empty when the deadline passed */
async function bootProbe(candidate: 'kvm' | 'hvf', files: VmFiles, fx: EngineEffects): Promise<string> {
  const args = [
    ...processorArguments({ acceleration: candidate, memoryMb: 256, cpus: 1 }),
    ...['-kernel', files.kernelPath, '-initrd', files.initrdPath],
    ...['-append', `${kernelCommandLine(candidate)} PROBE=1`, '-serial', 'stdio']
  ]
  try {
    const ended = await fx.exec(QEMU, args, {
      isChecked: false,
      timeoutMs: PROBE_DEADLINE_MS,
      signal: fx.signal
    })
    return ended.stdout
  } catch (error) {
    if (error instanceof SwarmlineError && error.code === 'timed-out') return ''
    throw error
  }
}

async function kvmObstacle(): Promise<string | undefined> {
  try {
    await access('/dev/kvm', constants.R_OK | constants.W_OK)
    return undefined
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
      ? 'there is no /dev/kvm'
      : 'this user cannot open /dev/kvm'
  }
}

/** A boot of this machine with this QEMU: the same again gives the same answer. */
async function identityOfHere(fx: EngineEffects): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')
  return [release(), boot.trim(), await qemuVersion(fx)].join(' ')
}

async function recall(memory: string, here: string): Promise<AccelerationFinding | undefined> {
  const text = await readFile(memory, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const known = JSON.parse(text) as { here: string; finding: AccelerationFinding }
  return known.here === here ? known.finding : undefined
}
