import { type Check, checksOf } from './doctor-checks.rules.ts'
import type { EngineChoice } from './engine-state.ts'
import type { Findings } from './findings.ts'

/** What this machine can do, what `up` would do on it, and what to install. */
export type Diagnosis = {
  canRun: boolean
  /** The engine that `up` would take; `undefined` when it can take none. */
  engine: 'host' | 'vm' | undefined
  /** Which engine and why, or why none, in one sentence. */
  verdict: string
  /** What to do when nothing can run; `undefined` when something can. */
  wayOut: string | undefined
  /** Debian packages that the engine to take needs and this machine lacks. */
  missing: string[]
  /** The exact line that installs them; `undefined` where there is no apt. */
  install: string | undefined
  checks: Check[]
  findings: Findings
}

/** Judges the findings for the engine that was asked for, by the same order as `openEngine` tries them. */
export function diagnose(findings: Findings, choice: EngineChoice): Diagnosis {
  const host = judgeHost(findings)
  const vm = judgeVm(findings)
  const isVmTried = isVmAllowed(findings, choice)
  const isVmWanted = isVmTried && canHaveVm(findings) && !(choice === 'auto' && host.isUsable)
  const missing = isVmWanted ? findings.missingPackages : []
  const common = { missing, install: installLine(missing, findings), checks: checksOf(findings), findings }
  const taken = (engine: 'host' | 'vm', verdict: string): Diagnosis => ({
    canRun: true,
    engine,
    verdict,
    wayOut: undefined,
    ...common
  })

  if (choice !== 'vm' && host.isUsable) return taken('host', host.why)
  if (isVmTried && vm.isUsable) return taken('vm', choice === 'vm' ? vm.why : `${host.why}; ${vm.why}`)
  const faults = [...(choice === 'vm' ? [] : [host.why]), ...(isVmTried ? [vm.why] : [])]
  return {
    canRun: false,
    engine: undefined,
    verdict: faults.join('; '),
    wayOut: isVmTried ? vm.wayOut : host.wayOut,
    ...common
  }
}

function canHaveVm({ system }: Findings): boolean {
  return system.platform === 'linux' && system.arch === 'x64'
}

/** A DOCKER_HOST that was named and does not answer is a mistake to be told, not to be worked around. */
function isVmAllowed({ isHostNamed, host }: Findings, choice: EngineChoice): boolean {
  return choice === 'vm' || (choice === 'auto' && (host.isReachable || !isHostNamed))
}

type Judgement = { isUsable: boolean; why: string; wayOut: string | undefined }
const usable = (why: string): Judgement => ({ isUsable: true, why, wayOut: undefined })
const unusable = (why: string, wayOut: string): Judgement => ({ isUsable: false, why, wayOut })

function judgeHost({ host }: Findings): Judgement {
  if (!host.isReachable) return unusable(host.reason, host.hint ?? 'start an engine, or use --engine vm')
  if (host.hasMesh) return usable(`${host.title} can carry a routing mesh and is used`)
  return unusable(
    `${host.title} cannot carry a routing mesh, because its kernel has no IPVS or no vxlan`,
    'use --engine vm, or --endpoint dnsrr to go without a mesh'
  )
}

const OTHER_ENGINE = 'use an engine that exists: DOCKER_HOST=ssh://user@machine'

function judgeVm(findings: Findings): Judgement {
  const { system, qemu, missingPackages, apt } = findings
  if (!canHaveVm(findings))
    return unusable(
      `a VM can be made on Linux with an x64 processor, and this is ${system.platform} ${system.arch}`,
      OTHER_ENGINE
    )
  if (missingPackages.length > 0) {
    const line = installLine(missingPackages, findings)
    return unusable(
      `a VM needs what is not installed: ${missingPackages.join(', ')}`,
      line ? `install it with: ${line}` : 'install it as your system does'
    )
  }
  if (!qemu.isVmBuilt) {
    const made = 'a VM is made from Debian packages'
    if (apt === undefined) return unusable(`${made}, and there is no apt here`, OTHER_ENGINE)
    if (apt.archive === 'not-configured')
      return unusable(`${made}, and apt's sources name no Debian archive`, 'add one and run apt-get update')
    if (apt.archive === 'unreachable')
      return unusable(
        `${made}, and apt's Debian archive does not answer`,
        'check the output of apt-get update'
      )
  }
  return usable(`a VM is used: QEMU ${qemu.version ?? ''}, ${speedOf(qemu.acceleration)}`)
}

function speedOf({ acceleration, isProved }: Findings['qemu']['acceleration']): string {
  if (acceleration !== 'tcg') return `accelerated by ${acceleration.toUpperCase()}`
  return isProved ? 'without acceleration (TCG)' : 'its first start finds out whether it can be accelerated'
}

/** The line that installs packages on this machine; `undefined` without apt, or when nothing is missing. */
export function installLine(missing: readonly string[], { apt }: Pick<Findings, 'apt'>): string | undefined {
  if (missing.length === 0 || apt === undefined) return undefined
  const prefix = apt.privilege === 'root' ? '' : 'sudo '
  return `${prefix}apt-get install --no-install-recommends ${missing.join(' ')}`
}
