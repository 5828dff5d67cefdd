import { classify, SwarmlineError } from '../errors.ts'
import { APT_SAFETY } from '../plain/apt-safety.ts'
import { type Diagnosis, installLine } from './doctor.rules.ts'
import type { EngineEffects } from './engine-state.ts'

/** Answers apt and debconf without a person, and keeps services that packages bring from starting. */
const ENV = { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C', RUNLEVEL: '1' }
/** sudo drops the environment, so it goes through env(1). */
const ENV_WORDS = Object.entries(ENV).map(([name, value]) => `${name}=${value}`)

/** Another apt may be at work, such as the nightly upgrade: it is waited for. */
const OPTIONS = [
  ...['-q', '-o', 'Dpkg::Use-Pty=0', '-o', 'DPkg::Lock::Timeout=300'],
  ...Object.entries(APT_SAFETY).flatMap(([name, value]) => ['-o', `${name}=${value}`])
]

/**
 * Installs the Debian packages that the diagnosis misses, as root or by sudo.
 *
 * @throws `missing-tool` naming exactly what is missing when nobody here may install; `packages-refused` in apt's
 *   own words
 */
export async function installMissing(
  { missing, findings }: Pick<Diagnosis, 'missing' | 'findings'>,
  fx: EngineEffects
): Promise<void> {
  if (missing.length === 0) return
  const { apt } = findings
  const line = installLine(missing, findings)
  if (!apt || apt.privilege === 'none')
    throw new SwarmlineError('missing-tool', `missing: ${missing.join(', ')}`, {
      hint: line ? `install them with: ${line}` : 'install them as your system does'
    })
  const asRoot = apt.privilege === 'root' ? [] : ['sudo', '-n']
  const aptGet = async (args: readonly string[], onLine?: (line: string) => void) => {
    const argv = [...asRoot, 'env', ...ENV_WORDS, 'apt-get', ...OPTIONS, ...args]
    const [program = '', ...rest] = argv
    return fx.exec(program, rest, { isChecked: false, signal: fx.signal, ...(onLine ? { onLine } : {}) })
  }
  await fx.log.step(`Install Debian packages: ${missing.join(' ')}`, async update => {
    update('package lists')
    await aptGet(['update']) // a failure shows below, where it matters
    const { exitCode, stderr } = await aptGet(
      ['install', '-y', '--no-install-recommends', ...missing],
      line => {
        const progress = /^(Unpacking|Setting up|Get:\d+) (\S+)/.exec(line)
        if (progress)
          update(
            progress[1]?.startsWith('Get') ? 'downloading' : `${progress[1]?.toLowerCase()} ${progress[2]}`
          )
      }
    )
    if (exitCode !== 0) throw refused(stderr, line)
  })
}

function refused(stderr: string, line: string | undefined): SwarmlineError {
  const known = classify(new Error(stderr))
  if (known.code === 'disk-full') return known
  const said = /^E: (.+)$/m.exec(stderr)?.[1] ?? 'no reason given'
  return new SwarmlineError('packages-refused', `apt refused: ${said}`, {
    hint: `check the output of: ${line ?? 'apt-get update'}`
  })
}
