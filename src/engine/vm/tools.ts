import { SwarmlineError } from '../../errors.ts'
import type { EngineEffects } from '../engine-state.ts'

/** Not on the PATH of everybody on Debian, so by its full name. */
export const MKE2FS = '/usr/sbin/mke2fs'
export const QEMU = 'qemu-system-x86_64'

type Tool = { program: string; probe: readonly string[]; debianPackage: string }

const TO_RUN: readonly Tool[] = [
  { program: QEMU, probe: ['--version'], debianPackage: 'qemu-system-x86' },
  { program: 'qemu-img', probe: ['--version'], debianPackage: 'qemu-utils' },
  { program: 'ssh', probe: ['-V'], debianPackage: 'openssh-client' },
  { program: 'ssh-keygen', probe: ['-?'], debianPackage: 'openssh-client' }
]

const TO_BUILD: readonly Tool[] = [
  ...TO_RUN,
  { program: 'mmdebstrap', probe: ['--version'], debianPackage: 'mmdebstrap' },
  { program: MKE2FS, probe: ['-V'], debianPackage: 'e2fsprogs' },
  { program: 'dpkg-deb', probe: ['--version'], debianPackage: 'dpkg' },
  { program: 'xz', probe: ['--version'], debianPackage: 'xz-utils' }
]

/** Where we are not root: they make the files of the VM's root belong to root all the same. */
const TOOLS_WITHOUT_ROOT: readonly Tool[] = [
  { program: 'fakeroot', probe: ['--version'], debianPackage: 'fakeroot' },
  { program: 'newuidmap', probe: [], debianPackage: 'uidmap' }
]

/** The Debian packages that must be installed before a VM can be built here, or one that is built can run. */
export async function missingPackages(
  fx: Pick<EngineEffects, 'exec'>,
  purpose: 'build' | 'run' = 'build'
): Promise<string[]> {
  const forBuild = isRoot() ? TO_BUILD : [...TO_BUILD, ...TOOLS_WITHOUT_ROOT]
  const wanted = purpose === 'run' ? TO_RUN : forBuild
  const isHere = await Promise.all(wanted.map(tool => answers(tool, fx)))
  return [...new Set(wanted.filter((_, i) => !isHere[i]).map(tool => tool.debianPackage))]
}

/** @throws `missing-tool` with one line that installs all that is missing */
export async function requireTools(fx: Pick<EngineEffects, 'exec'>, purpose: 'build' | 'run'): Promise<void> {
  const packages = await missingPackages(fx, purpose)
  if (packages.length > 0)
    throw new SwarmlineError(
      'missing-tool',
      `the VM needs Debian packages that are not installed: ${packages.join(', ')}`,
      { hint: `install them with: apt-get install ${packages.join(' ')}` }
    )
}

export function isRoot(): boolean {
  return process.getuid?.() === 0
}

async function answers(tool: Tool, fx: Pick<EngineEffects, 'exec'>): Promise<boolean> {
  try {
    await fx.exec(tool.program, tool.probe, { isChecked: false, timeoutMs: 60_000 })
    return true
  } catch (error) {
    if (error instanceof SwarmlineError && error.code === 'missing-tool') return false
    throw error
  }
}
