// Git work trees beside the project's own, ready to run: with the npm packages in them.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Exec } from '../../src/effects/effects.ts'

export type WorkTree = { folder: string; remove(): Promise<void> }
type Fx = { exec: Exec }

/** The full name of a commit. @throws with git's words when there is none of that name */
export async function commitOf(project: string, name: string, { exec }: Fx): Promise<string> {
  const args = ['-C', project, 'rev-parse', '--verify', '--end-of-options', `${name}^{commit}`]
  return (await exec('git', args)).stdout.trim()
}

/**
 * The working tree as it stands, with what is not committed and what is new in it, as a commit on no branch: neither
 * the project's files nor its index change.
 *
 * @param scratch a folder for the index that it takes
 */
export async function snapshotOfWorkingTree(project: string, scratch: string, { exec }: Fx): Promise<string> {
  const who = { NAME: 'bench', EMAIL: 'bench@localhost' }
  const env = {
    GIT_INDEX_FILE: path.join(scratch, 'index'),
    ...Object.fromEntries(
      Object.entries(who).flatMap(([key, value]) => [
        [`GIT_AUTHOR_${key}`, value],
        [`GIT_COMMITTER_${key}`, value]
      ])
    )
  }
  const git = async (...args: string[]): Promise<string> =>
    (await exec('git', ['-C', project, ...args], { env })).stdout.trim()
  await git('read-tree', 'HEAD')
  await git('add', '--all')
  return git('commit-tree', '-p', 'HEAD', '-m', 'The working tree', await git('write-tree'))
}

/** Checks a commit out and gives it npm packages: the project's own where the lock files agree, else new ones. */
export async function addWorkTree(
  { project, folder, commit }: { project: string; folder: string; commit: string },
  { exec }: Fx
): Promise<WorkTree> {
  await exec('git', ['-C', project, 'worktree', 'add', '--quiet', '--detach', folder, commit])
  const remove = async (): Promise<void> => {
    await exec.renewed?.(new AbortController().signal)('git', [
      ...['-C', project, 'worktree', 'remove', '--force', folder]
    ])
  }
  try {
    const [own, its] = await Promise.all(
      [project, folder].map(each => readFile(path.join(each, 'package-lock.json')))
    )
    if (own && its?.equals(own)) await copyPackages(project, folder, exec)
    else await exec('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder })
    return { folder, remove }
  } catch (error) {
    await remove()
    throw error
  }
}

/** By hard links where both lie on one disk. Programs only read them. */
async function copyPackages(project: string, folder: string, exec: Exec): Promise<void> {
  const [from, to] = [project, folder].map(each => path.join(each, 'node_modules'))
  const linked = await exec('cp', ['-al', '--', from ?? '', to ?? ''], { isChecked: false })
  if (linked.exitCode === 0) return
  await exec('rm', ['-rf', '--', to ?? ''])
  await exec('cp', ['-a', '--', from ?? '', to ?? ''])
}
