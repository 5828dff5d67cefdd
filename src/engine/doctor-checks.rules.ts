import type { Findings, ModuleState } from './findings.ts'
import { firewallFault, knownFaults } from './known-faults.rules.ts'

/** One line of what `doctor` shows. `note`: it costs time or a feature, but stops nothing. */
export type Check = { name: string; status: 'good' | 'note' | 'bad'; seen: string; hint: string | undefined }

const GIB = 1024 ** 3
/** A built VM, its snapshot, the image store and three nodes' layers. */
const DISK_WANTED_BYTES = 6 * GIB
/** The VM's own memory; QEMU itself takes little beside it. */
const MEMORY_WANTED_BYTES = 3 * GIB

/** What is known of the version of the engine that is there. */
function engineFaults({ host, firewall }: Findings): Check[] {
  if (!host.isReachable) return []
  const faults = [...knownFaults(host.version), firewallFault(host.version, firewall)]
  return faults.flatMap(fault => (fault ? [note(`engine ${fault.name}`, false, fault.text, fault.hint)] : []))
}

export function checksOf(findings: Findings): Check[] {
  const { system, docker, host, kernel, qemu, missingPackages, apt, dockerHub, cache } = findings
  const isEngineGood = host.isReachable && host.hasMesh
  return [
    note(
      'system',
      true,
      `${system.title}, kernel ${system.kernel || 'unknown'}, ${system.arch}, Node ${findings.nodeVersion}`
    ),
    note('processor', system.cores >= 2, `${system.cores} cores`, 'two cores or more make it bearable'),
    note(
      'memory',
      system.memoryAvailableBytes >= MEMORY_WANTED_BYTES,
      `${gib(system.memoryAvailableBytes)} of ${gib(system.memoryBytes)} available`,
      'a VM takes 3 GiB'
    ),
    cache.freeBytes === undefined
      ? note('disk', false, `${cache.folder}: unknown`)
      : note(
          'disk',
          cache.freeBytes >= DISK_WANTED_BYTES,
          `${gib(cache.freeBytes)} free for ${cache.folder}`,
          'free some, or point SWARMLINE_CACHE at a larger disk'
        ),
    note(
      'docker client',
      docker !== undefined,
      docker ? `${docker.version}, plugins: ${docker.plugins.join(', ') || 'none'}` : 'none',
      'only needed to look around by hand: apt-get install docker-cli, or docker.io'
    ),
    host.isReachable
      ? note(
          'engine',
          host.hasMesh,
          `${host.title}${findings.swarmState ? `, swarm ${findings.swarmState}` : ''}`,
          'its kernel cannot carry a routing mesh'
        )
      : note('engine', false, host.reason, host.hint),
    ...engineFaults(findings),
    ...(['ip_vs', 'vxlan', 'overlay'] as const).map(name =>
      note(
        `kernel ${name}`,
        isEngineGood || kernel[name] === 'present',
        moduleWords(kernel[name]),
        moduleHint(name, kernel[name])
      )
    ),
    {
      name: 'QEMU',
      status: qemu.version !== undefined ? 'good' : isEngineGood ? 'note' : 'bad',
      seen: qemu.version ?? 'none',
      hint: qemu.version === undefined ? 'apt-get install --no-install-recommends qemu-system-x86' : undefined
    },
    note(
      'acceleration',
      qemu.acceleration.acceleration !== 'tcg',
      `${qemu.acceleration.acceleration.toUpperCase()}: ${qemu.acceleration.reason}`
    ),
    {
      name: "VM's packages",
      status: missingPackages.length === 0 ? 'good' : isEngineGood ? 'note' : 'bad',
      seen: missingPackages.length === 0 ? 'all here' : `missing: ${missingPackages.join(', ')}`,
      hint: undefined
    },
    note('apt', apt?.archive === 'reachable', aptWords(apt), aptHint(apt)),
    note(
      'docker.io',
      dockerHub.isReachable,
      dockerHub.isReachable ? 'reachable' : `not reachable: ${dockerHub.reason}`,
      'base images are made here from Debian packages instead'
    )
  ]
}

function note(name: string, isGood: boolean, seen: string, hint?: string): Check {
  return { name, status: isGood ? 'good' : 'note', seen, hint: isGood ? undefined : hint }
}

function moduleWords(state: ModuleState): string {
  return { present: 'there', loadable: 'not loaded yet', absent: 'not in this kernel' }[state]
}

function moduleHint(name: string, state: ModuleState): string {
  return state === 'loadable' ? `modprobe ${name}` : 'a VM brings its own kernel'
}

function aptWords(apt: Findings['apt']): string {
  if (!apt) return 'none'
  const may = {
    root: 'may install (root)',
    sudo: 'may install (sudo)',
    none: 'may not install: neither root nor sudo'
  }
  const archive = {
    reachable: 'Debian archive answers',
    unreachable: 'Debian archive does not answer',
    'not-configured': 'no Debian archive in its sources',
    unknown: 'it takes its time to answer'
  }
  return `${may[apt.privilege]}; ${archive[apt.archive]}`
}

function aptHint(apt: Findings['apt']): string {
  if (!apt) return 'VMs and base images are made from Debian packages'
  return apt.archive === 'not-configured'
    ? 'add a Debian archive to its sources'
    : 'check the output of apt-get update'
}

function gib(bytes: number): string {
  return `${(bytes / GIB).toFixed(1)} GiB`
}
