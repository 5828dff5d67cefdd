import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { addWorkTree, commitOf, snapshotOfWorkingTree } from '../../../bench/support/work-trees.ts'
import { realEffects } from '../../support/real-effects.ts'

let folder: string
let project: string
const fx = realEffects()
const git = (...args: string[]): string =>
  execFileSync('git', ['-C', project, '-c', 'user.name=t', '-c', 'user.email=t@t', ...args], {
    encoding: 'utf8'
  })
const write = (name: string, text: string): void => writeFileSync(join(project, name), text)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sl-trees-'))
  project = join(folder, 'project')
  mkdirSync(join(project, 'node_modules'), { recursive: true })
  git('init', '--quiet')
  write('package-lock.json', '{}')
  write('.gitignore', 'node_modules\n')
  write('a', 'committed')
  write('gone', '')
  git('add', '--all')
  git('commit', '--quiet', '-m', 'first')
  write('node_modules/package', 'a package')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a commit and the working tree each get a tree of their own, and nothing of the project changes', async () => {
  write('a', 'changed')
  write('new', 'new')
  rmSync(join(project, 'gone'))
  const status = git('status', '--porcelain')
  const commits = [await commitOf(project, 'HEAD', fx), await snapshotOfWorkingTree(project, folder, fx)]
  const trees = []
  for (const [i, commit] of commits.entries())
    trees.push(await addWorkTree({ project, folder: join(folder, `tree-${i}`), commit }, fx))
  const [before, now] = trees.map(tree => (name: string) => {
    const file = join(tree.folder, name)
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined
  })
  expect([before?.('a'), before?.('new'), before?.('gone')]).toEqual(['committed', undefined, ''])
  expect([now?.('a'), now?.('new'), now?.('gone')]).toEqual(['changed', 'new', undefined])
  expect(now?.('node_modules/package')).toBe('a package')
  expect(statSync(join(folder, 'tree-0/node_modules/package')).nlink).toBe(3)
  expect(git('status', '--porcelain')).toBe(status)
  for (const tree of trees) await tree.remove()
  expect(git('worktree', 'list').trim().split('\n')).toHaveLength(1)
  expect(existsSync(join(folder, 'tree-1'))).toBe(false)
})

test('a commit that is not there is told, and no option can be smuggled in as one', async () => {
  await expect(commitOf(project, 'nowhere', fx)).rejects.toThrow(/nowhere|single revision/)
  await expect(commitOf(project, '--all', fx)).rejects.toThrow()
})
