import { access, readFile, statfs } from 'node:fs/promises'
import { availableParallelism, totalmem } from 'node:os'
import { connectEngine } from '../docker/client.ts'
import type { ApiInfo } from '../docker/types.ts'
import type { EngineEffects } from './engine-state.ts'
import type { Findings, KernelModule, ModuleState } from './findings.ts'
import { describeHost } from './host.ts'
import { probeApt } from './probe-apt.ts'
import { probeDocker, probeDockerHub, qemuVersion } from './probe-programs.ts'
import type { AccelerationFinding } from './vm/acceleration.ts'

export type ProbeRequest = {
  /** DOCKER_HOST as the user gave it; `undefined`: the machine's own socket. */
  dockerHost: string | undefined
  /** As in `HostOptions`. */
  hostKey?: string | undefined
  certDir?: string | undefined
  cacheDir: string
  /** An empty folder, gone afterwards: for a download. */
  scratchDir: string
}

/** What only the VM's own code can tell. */
export type VmProbes = {
  /** May boot a kernel once, which takes up to 10 s; the answer is remembered. */
  acceleration(): Promise<AccelerationFinding>
  missingPackages(): Promise<string[]>
  isBuilt(): Promise<boolean>
}

/** Looks at everything that decides what this machine can do, side by side; nothing that fails is an error. */
export async function probe(request: ProbeRequest, vm: VmProbes, fx: EngineEffects): Promise<Findings> {
  const { dockerHost, hostKey, certDir, cacheDir, scratchDir } = request
  const system = await probeSystem()
  const [cache, docker, host, said, kernel, qemu, missingPackages, apt, dockerHub] = await Promise.all([
    probeCache(cacheDir),
    probeDocker(fx),
    describeHost({ dockerHost, hostKey, certDir }, fx),
    saidBy(dockerHost),
    probeKernel(system.kernel),
    probeQemu(vm, fx),
    vm.missingPackages(),
    probeApt(scratchDir, fx),
    probeDockerHub()
  ])
  return {
    ...{ nodeVersion: process.versions.node, isHostNamed: dockerHost !== undefined },
    ...{ system, cache, docker, host, ...said, kernel, qemu, missingPackages, apt, dockerHub }
  }
}

async function probeQemu(vm: VmProbes, fx: EngineEffects): Promise<Findings['qemu']> {
  const version = await qemuVersion(fx)
  const isVmBuilt = await vm.isBuilt()
  const nothing = { acceleration: 'tcg', reason: 'not known without QEMU', isProved: false } as const
  return { version, isVmBuilt, acceleration: version === undefined ? nothing : await vm.acceleration() }
}

async function probeSystem(): Promise<Findings['system']> {
  const [release, kernel, meminfo] = await Promise.all(
    ['/etc/os-release', '/proc/sys/kernel/osrelease', '/proc/meminfo'].map(read)
  )
  const availableKiB = /^MemAvailable:\s+(\d+) kB/m.exec(meminfo ?? '')?.[1]
  return {
    platform: process.platform,
    arch: process.arch,
    title: /^PRETTY_NAME="?([^"\n]+)"?$/m.exec(release ?? '')?.[1] ?? process.platform,
    kernel: kernel?.trim() ?? '',
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    memoryAvailableBytes: availableKiB ? Number(availableKiB) * 1024 : totalmem()
  }
}

async function probeCache(folder: string): Promise<Findings['cache']> {
  // The folder may not be there yet: then the first one above it that is.
  for (let place = folder; ; place = place.slice(0, Math.max(1, place.lastIndexOf('/')))) {
    const space = await statfs(place).catch(() => undefined)
    if (space) return { folder, freeBytes: space.bavail * space.bsize }
    if (place === '/') return { folder, freeBytes: undefined }
  }
}

/** What an engine on this machine says of its swarm and its firewall. */
async function saidBy(
  dockerHost = 'unix:///var/run/docker.sock'
): Promise<Pick<Findings, 'swarmState' | 'firewall'>> {
  const nothing = { swarmState: undefined, firewall: undefined }
  if (!dockerHost.startsWith('unix://')) return nothing
  const client = connectEngine(dockerHost.slice('unix://'.length))
  try {
    const { Swarm, FirewallBackend } = await client.json<ApiInfo>('GET', '/info', { timeoutMs: 60_000 })
    return { swarmState: Swarm.LocalNodeState, firewall: FirewallBackend?.Driver }
  } catch {
    return nothing
  } finally {
    client.close()
  }
}

/** Where each module shows once it is there, be it loaded or built in. */
const TRACE: Record<KernelModule, string> = {
  ip_vs: '/proc/net/ip_vs',
  vxlan: '/sys/module/vxlan',
  overlay: '/sys/module/overlay'
}

async function probeKernel(release: string): Promise<Record<KernelModule, ModuleState>> {
  const [available, builtIn] = await Promise.all(
    ['modules.dep', 'modules.builtin'].map(file => read(`/lib/modules/${release}/${file}`))
  )
  const stateOf = async (name: KernelModule): Promise<ModuleState> => {
    const file = new RegExp(`/${name}\\.ko(\\.\\w+)?(:|$)`, 'm')
    if (file.test(builtIn ?? '') || (await exists(TRACE[name]))) return 'present'
    return file.test(available ?? '') ? 'loadable' : 'absent'
  }
  return {
    ip_vs: await stateOf('ip_vs'),
    vxlan: await stateOf('vxlan'),
    overlay: await stateOf('overlay')
  }
}

async function read(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined)
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false
  )
}
