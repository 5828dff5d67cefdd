import { glob, rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Effects } from '../../effects/effects.ts'
import { isDiskFull, SwarmlineError } from '../../errors.ts'
import { refusalOf } from './apt-answers.rules.ts'
import { arrange } from './arrange.ts'
import { finishBase } from './base-files.ts'
import { inParallel } from './in-parallel.ts'
import { mergeUsr } from './merge-usr.ts'
import type { DownloadedPackage } from './packages.ts'
import type { StandInDefinition } from './stand-ins/definition.ts'

/** What no container reads; `*` stands for one name. */
const UNNEEDED = [
  ...[
    'bash-completion',
    'bug',
    'doc',
    'doc-base',
    'fish',
    'info',
    'javascript',
    'lintian',
    'locale',
    'man',
    'zsh'
  ].map(name => `usr/share/${name}`),
  ...[
    'usr/lib/systemd',
    'usr/lib/sysusers.d',
    'usr/lib/tmpfiles.d',
    'usr/lib/*/gconv',
    'etc/systemd',
    'etc/logrotate.d'
  ]
]

/**
 * Fills the empty folder `root` with a root filesystem: the packages' files (no maintainer script runs), one
 * /usr, the accounts and certificates that such scripts would have made, and what the definition adds. Needs no
 * root: everything belongs to whoever runs this, and gets its owner when it is packed.
 *
 * @throws `missing-tool` without dpkg-deb, `disk-full`
 */
export async function makeRootfs(
  {
    root,
    packages,
    definition
  }: { root: string; packages: readonly DownloadedPackage[]; definition: StandInDefinition },
  fx: Pick<Effects, 'exec'>
): Promise<void> {
  await inParallel(packages, Math.max(2, availableParallelism()), each => unpack(each, root, fx))
  await mergeUsr(root)
  await remove(root, UNNEEDED)
  await finishBase(root, definition.users ?? [], fx)
  await remove(root, definition.drops ?? [])
  await arrange(root, definition)
}

async function unpack({ path }: DownloadedPackage, root: string, fx: Pick<Effects, 'exec'>): Promise<void> {
  const result = await fx.exec('dpkg-deb', ['-x', path, root], { env: { LC_ALL: 'C' }, isChecked: false })
  if (result.exitCode === 0) return
  if (isDiskFull(result.stderr))
    throw new SwarmlineError('disk-full', 'no space left on the disk to unpack Debian packages', {
      hint: 'free some space, or point SWARMLINE_CACHE at a larger disk'
    })
  // A package that apt checked and that cannot be unpacked was damaged here: without it the next run gets it anew.
  await rm(path, { force: true })
  throw new SwarmlineError('packages-refused', `${path} cannot be unpacked: ${refusalOf(result.stderr)}`, {
    hint: 'it has been removed from the cache: try again'
  })
}

async function remove(root: string, patterns: readonly string[]): Promise<void> {
  for (const pattern of patterns)
    for await (const found of glob(pattern.replace(/^\//, ''), { cwd: root }))
      await rm(join(root, found), { recursive: true, force: true })
}
