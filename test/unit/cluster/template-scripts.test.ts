import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { EMPTY, KEEP, READ, SHELVE } from '../../../src/cluster/providers/dind/template-scripts.rules.ts'

let machine: string
beforeEach(() => {
  machine = mkdtempSync(join(tmpdir(), 'sl-template-'))
})
afterEach(() => rmSync(machine, { recursive: true }))

const sh = (script: string, ...args: string[]): string =>
  execFileSync('sh', ['-c', script.replaceAll('/machine', machine), 'sh', ...args], { encoding: 'utf8' })
const KNOWN = 'image/overlay2/distribution/v2metadata-by-diffid/sha256'
const note = (digest: string, repository: string, hmac = '') => ({
  Digest: `sha256:${digest}`,
  SourceRepository: repository,
  HMAC: hmac
})

/** A store as an engine has filled it. */
function filled(notes: Record<string, object[]>): void {
  sh(EMPTY)
  for (const folder of ['overlay2/abc/diff', 'containers', 'swarm', '.hidden', KNOWN])
    mkdirSync(join(machine, 'template.new', folder), { recursive: true })
  for (const [name, list] of Object.entries(notes))
    writeFileSync(join(machine, 'template.new', KNOWN, name), JSON.stringify(list))
}
const noted = (name: string): object =>
  JSON.parse(readFileSync(join(machine, 'template', KNOWN, name), 'utf8'))

test("a layer of docker.io is also known in the cluster's registry, so that a push mounts it there", () => {
  const other = note('c', 'registry.example/x', 'f00')
  filled({
    one: [note('a', 'docker.io/library/php')],
    two: [note('b', 'docker.io/prom/prometheus'), other]
  })
  sh(KEEP, '10.79.0.5:5000', 'php:8', 'prom/prometheus')
  expect(noted('one')).toEqual([note('a', 'docker.io/library/php'), note('a', '10.79.0.5:5000/library/php')])
  expect(noted('two')).toEqual([
    note('b', 'docker.io/prom/prometheus'),
    note('b', '10.79.0.5:5000/prom/prometheus'),
    other
  ])
})

test('images and layers are kept and nothing else, with what they were asked for by', () => {
  filled({ one: [] })
  expect(sh(READ)).toBe('')
  sh(KEEP, 'r:5000', 'alpine', 'redis:alpine')
  expect(sh(READ)).toBe('alpine\nredis:alpine\n')
  const there = ['overlay2/abc/diff', 'image', 'containers', 'swarm', '.hidden']
  expect(there.filter(name => existsSync(join(machine, 'template', name)))).toEqual([
    'overlay2/abc/diff',
    'image'
  ])
  expect(existsSync(join(machine, 'template.new'))).toBe(false)
})

test("a registry's store moves as a whole, and only where there is none", () => {
  for (const folder of ['data/registry/docker/blobs', 'volume/_data'])
    mkdirSync(join(machine, folder), { recursive: true })
  sh(SHELVE, '/data/registry', '/volume/_data')
  expect(existsSync(join(machine, 'volume/_data/docker/blobs'))).toBe(true)
  mkdirSync(join(machine, 'data/registry/docker/other'), { recursive: true })
  sh(SHELVE, '/data/registry', '/volume/_data')
  expect(existsSync(join(machine, 'volume/_data/docker/other'))).toBe(false)
  expect(existsSync(join(machine, 'volume/_data/docker/docker'))).toBe(false)
  sh(SHELVE, '/data/nothing', '/volume/_data')
})
