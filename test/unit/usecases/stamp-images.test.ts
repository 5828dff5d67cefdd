import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { stampImages } from '../../../src/usecases/stamp-images.ts'
import { recordedEffects } from '../../support/effects.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'stamp-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const git = (at: string, ...args: string[]): string =>
  execFileSync('git', ['-C', at, '-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
    encoding: 'utf8',
    env: { ...process.env, GIT_COMMITTER_DATE: '2026-03-04T05:06:07Z', GIT_CONFIG_GLOBAL: '/dev/null' }
  }).trim()
function commit(at: string, name: string, text: string): string {
  mkdirSync(path.join(at, name), { recursive: true })
  writeFileSync(path.join(at, name, 'file'), text)
  git(at, 'add', '.')
  git(at, 'commit', '-qm', text)
  return git(at, 'rev-parse', 'HEAD')
}
const stamp = async (context: string, build = {}) => {
  const [image] = await stampImages(
    [{ name: 'a', build: { context, ...build }, tags: [] }],
    recordedEffects().fx
  )
  return image?.build
}

test('an image has the commit that last changed its context, whatever was committed since', async () => {
  git(folder, 'init', '-q')
  const sha = commit(folder, 'web', 'one')
  commit(folder, 'other', 'two')
  const context = path.join(folder, 'web')
  expect(await stamp(context)).toEqual({
    context,
    args: { SOURCE_DATE_EPOCH: '1772600767' },
    labels: {
      'org.opencontainers.image.revision': sha,
      'org.opencontainers.image.created': '2026-03-04T05:06:07.000Z'
    }
  })
  const own = {
    args: { SOURCE_DATE_EPOCH: '0' },
    labels: { 'org.opencontainers.image.revision': 'mine', a: 'b' }
  }
  expect(await stamp(context, own)).toMatchObject(own)
})

test('nothing is said where the sources are in no commit, in a shallow clone, and elsewhere', async () => {
  expect(await stamp(folder)).toEqual({ context: folder })
  expect(await stamp('https://git.example.org/a.git')).toEqual({ context: 'https://git.example.org/a.git' })
  const origin = path.join(folder, 'origin')
  mkdirSync(origin)
  git(origin, 'init', '-q')
  commit(origin, 'web', 'one')
  commit(origin, 'web', 'two')
  git(folder, 'clone', '-q', '--depth=1', `file://${origin}`, 'shallow')
  const shallow = path.join(folder, 'shallow/web')
  expect(await stamp(shallow)).toEqual({ context: shallow })
  writeFileSync(path.join(origin, 'web', 'new'), 'x')
  const dirty = path.join(origin, 'web')
  expect(await stamp(dirty)).toEqual({ context: dirty })
})
