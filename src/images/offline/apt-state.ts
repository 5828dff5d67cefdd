import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Effects, Exec, ExecOptions, ExecResult } from '../../effects/effects.ts'
import { isDiskFull, SwarmlineError } from '../../errors.ts'
import { APT_SAFETY } from '../../plain/apt-safety.ts'
import { refusalOf } from './apt-answers.rules.ts'
import { chooseMirror, type DebianMirror, guessMirror, signedBy, TARGET_FORMAT } from './apt-sources.rules.ts'
import { debianExec } from './debian-exec.ts'

/** An apt of our own: it shares the machine's configuration and keys, and none of its state. */
export type AptState = {
  folder: string
  /** Runs `apt-get` on this state; one at a time over all processes, by a lock that dies with its holder. */
  aptGet(args: readonly string[], options?: AptOptions): Promise<ExecResult>
}
type AptOptions = Pick<ExecOptions, 'cwd' | 'onLine'> & {
  /** A dpkg status file; without it nothing is installed. */
  status?: string
}

/**
 * @throws `missing-tool` without apt, dpkg or flock; `packages-refused` when apt knows no Debian mirror.
 */
export async function openAptState(
  place: { cacheDir: string; suite: string },
  fx: Pick<Effects, 'exec'>
): Promise<AptState> {
  const exec = debianExec(fx.exec)
  const folder = join(place.cacheDir, 'apt', place.suite)
  for (const part of ['lists/partial', 'cache/archives/partial', 'debs', 'status'])
    await mkdir(join(folder, part), { recursive: true })
  const mirror = await findMirror(exec)
  const option = mirror.signedBy ? `[signed-by=${mirror.signedBy}] ` : ''
  await writeOnce(join(folder, 'sources.list'), `deb ${option}${mirror.uri} ${place.suite} main\n`)
  const nothing = await statusFile(folder, '')

  return {
    folder,
    aptGet: async (args, { status = nothing, ...options } = {}) => {
      const settings = {
        'Dir::State': folder,
        'Dir::State::lists': join(folder, 'lists'),
        'Dir::State::status': status,
        'Dir::Cache': join(folder, 'cache'),
        // Images of containers switch these off; without them apt reads all of the lists again every time.
        'Dir::Cache::pkgcache': 'pkgcache.bin',
        'Dir::Cache::srcpkgcache': 'srcpkgcache.bin',
        'Dir::Etc::sourcelist': join(folder, 'sources.list'),
        'Dir::Etc::sourceparts': '/dev/null',
        'Dir::Etc::preferences': '/dev/null',
        'Dir::Etc::preferencesparts': '/dev/null',
        'APT::Default-Release': '',
        'APT::Install-Recommends': 'false',
        'APT::Update::Error-Mode': 'any',
        'Acquire::Languages': 'none',
        'Acquire::Retries': '2',
        // The cache belongs to whoever runs this, which is not apt's download user.
        'APT::Sandbox::User': 'root',
        ...APT_SAFETY
      }
      const lock = join(folder, 'lock')
      const flags = Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`])
      const result = await exec('flock', ['--no-fork', lock, 'apt-get', ...flags, ...args], {
        ...options,
        env: { LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' },
        isChecked: false
      })
      if (result.exitCode !== 0) throw refused(result)
      return result
    }
  }
}

/** Writes a status file under a name made from its content, so that processes may share it. */
export async function statusFile(folder: string, content: string): Promise<string> {
  const path = join(folder, 'status', createHash('sha256').update(content).digest('hex').slice(0, 16))
  await writeOnce(path, content)
  return path
}

/**
 * Leaves a file alone that has this content: apt's cache is good only as long as the file's time stands. Else it
 * changes in one step, since another process, or another part of this one, may be reading or writing it.
 */
async function writeOnce(path: string, content: string): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => undefined)) === content) return
  const own = `${path}.${randomUUID()}`
  await writeFile(own, content)
  await rename(own, path)
}

async function findMirror(exec: Exec): Promise<DebianMirror> {
  const env = { LC_ALL: 'C' }
  const known = await exec('apt-get', ['indextargets', '--format', TARGET_FORMAT], {
    env,
    isChecked: false
  })
  const choice =
    chooseMirror(known.stdout) ??
    guessMirror((await exec('apt-get', ['update', '--print-uris'], { env, isChecked: false })).stdout)
  if (!choice)
    throw new SwarmlineError('packages-refused', "apt's sources name no Debian mirror", {
      hint: 'base images without a registry are made from Debian packages: give apt a source of them, then apt-get update'
    })
  const source = choice.sourceFile ? await readFile(choice.sourceFile, 'utf8').catch(() => '') : ''
  return { uri: choice.uri, signedBy: signedBy(source, choice.line) }
}

function refused(result: ExecResult): SwarmlineError {
  const said = `${result.stdout}\n${result.stderr}`
  if (isDiskFull(said))
    return new SwarmlineError('disk-full', 'no space left on the disk for Debian packages', {
      hint: 'free some space, or point SWARMLINE_CACHE at a larger disk'
    })
  return new SwarmlineError('packages-refused', `apt refused: ${refusalOf(result.stderr || result.stdout)}`, {
    hint: "check that the machine reaches apt's mirror: apt-get update"
  })
}
