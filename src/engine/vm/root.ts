import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isDiskFull, SwarmlineError } from '../../errors.ts'
import type { EngineEffects } from '../engine-state.ts'
import { acquireOptions, debianSources, lastWordOfBuild, stepOfBuild } from './apt-sources.rules.ts'
import { FINISH_ROOT } from './guest/finish-root.ts'
import { GUEST_FILES, type Recipe } from './recipe.rules.ts'
import { isRoot } from './tools.ts'

/** A root file system as a folder. */
export type RootTree = {
  folder: string
  /** Who owns what in it, for fakeroot; meaningful only where we are not root. */
  ownersPath: string
}

/** The name of the last hook's program while it stands in the new root. */
const HOOK = 'finish-root'

/**
 * Makes the VM's root below `scratch` with mmdebstrap, from the archive that this machine's apt uses and with the
 * keys that it trusts.
 *
 * @throws `packages-refused` with the last word of apt or dpkg, and where all that was said is kept; `disk-full`
 */
export async function buildRoot(
  recipe: Recipe,
  scratch: string,
  update: (detail: string) => void,
  fx: EngineEffects
): Promise<RootTree> {
  const sources = await sourcesOf(recipe, fx)
  const added: Record<string, string> = { ...GUEST_FILES, [HOOK]: FINISH_ROOT }
  for (const [path, text] of Object.entries(added)) await writeInto(join(scratch, 'added'), path, text)
  const acquire = await fx.exec('apt-config', ['dump', '--format', '%F "%v";%n', 'Acquire'])
  const aptOptions = await writeInto(scratch, 'apt.conf', acquireOptions(acquire.stdout))

  const tree: RootTree = { folder: join(scratch, 'root'), ownersPath: join(scratch, 'owners') }
  const target = isRoot() ? tree.folder : join(scratch, 'root.tar')
  // What it leaves when it is killed goes away with the scratch folder; the root of a user's name space, which is
  // another user, could not get in there.
  const temporary = isRoot() ? { TMPDIR: scratch } : {}
  const made = await fx.exec(
    'mmdebstrap',
    [
      '--variant=essential',
      isRoot() ? '--mode=root' : '--mode=unshare',
      `--aptopt=${aptOptions}`,
      '--aptopt=APT::Install-Recommends "false"',
      ...['doc', 'man', 'locale', 'bash-completion', 'lintian'].map(
        d => `--dpkgopt=path-exclude=/usr/share/${d}/*`
      ),
      `--include=${recipe.packages.join(',')}`,
      ...Object.keys(added).map(path => `--customize-hook=upload added/${path} /${path}`),
      // A constant: where we are not root the hook runs as a user who sees nothing but the new root.
      `--customize-hook=sh "$1/${HOOK}" "$1"`,
      recipe.suite,
      target,
      ...sources
    ],
    {
      cwd: scratch,
      isChecked: false,
      isGroup: true,
      signal: fx.signal,
      // The locale of the user is nothing to the packages' scripts, and a missing one makes them complain.
      env: { LC_ALL: 'C.UTF-8', DEBIAN_FRONTEND: 'noninteractive', ...temporary },
      onLine: line => {
        const step = stepOfBuild(line)
        if (step) update(step)
      }
    }
  )
  if (made.exitCode !== 0)
    throw await refused(recipe.suite, `${made.stdout}\n${made.stderr}`, dirname(scratch))
  if (!isRoot()) await unpackTar(target, tree, fx)
  return tree
}

async function sourcesOf(recipe: Recipe, fx: EngineEffects): Promise<string[]> {
  const read = async (...more: string[]) => {
    const targets = await fx.exec('apt-get', ['indextargets', ...more])
    return debianSources(targets.stdout, recipe.suite, recipe.isHardened)
  }
  const known = await read()
  // Before the first `apt-get update` apt knows no more than what its sources say.
  const sources = known.length > 0 ? known : await read('--no-release-info')
  if (sources.length === 0)
    throw new SwarmlineError('packages-refused', "this machine's apt knows no archive of Debian", {
      hint: 'add one to its sources, or use an engine of this machine: engine host'
    })
  return sources
}

async function refused(suite: string, output: string, cache: string): Promise<SwarmlineError> {
  if (isDiskFull(output))
    return new SwarmlineError('disk-full', 'no space left on the disk while building the VM', {
      hint: 'free 2 GB, or point SWARMLINE_CACHE at a larger disk'
    })
  const log = join(cache, 'failed-build.log')
  await writeFile(log, output, { mode: 0o600 })
  return new SwarmlineError(
    'packages-refused',
    `the VM could not be made from the packages of Debian ${suite}: ${lastWordOfBuild(output) ?? 'mmdebstrap gave no reason'}`,
    { hint: `check whether apt-get update works here; all that mmdebstrap said is in ${log}` }
  )
}

async function unpackTar(tar: string, tree: RootTree, fx: EngineEffects): Promise<void> {
  await mkdir(tree.folder)
  await fx.exec('fakeroot', ['-s', tree.ownersPath, '--', 'tar', '-xpf', tar, '-C', tree.folder])
  await rm(tar)
}

async function writeInto(folder: string, path: string, text: string): Promise<string> {
  const full = join(folder, path)
  await mkdir(dirname(full), { recursive: true })
  await writeFile(full, text)
  return full
}
