import { expect, test } from '@jest/globals'
import {
  acquireOptions,
  debianSources,
  lastWordOfBuild,
  stepOfBuild
} from '../../../../src/engine/vm/apt-sources.rules.ts'

const record = (release: string, uri: string, more: Record<string, string> = {}) =>
  Object.entries({
    'Created-By': 'Packages',
    Component: 'main',
    Origin: 'Debian',
    Release: release,
    'Repo-URI': uri,
    ...more
  })
    .map(([k, v]) => `${k}: ${v}`)
    .join('\n')

const MAIN = record('bookworm', 'http://mirror.test/debian/')
const UPDATES = record('bookworm-updates', 'http://mirror.test/updates/')
const SECURITY = record('bookworm-security', 'http://mirror.test/security/')
const FOREIGN = record('nodistro', 'http://other.test/', { Origin: '. nodistro' })

test("another suite comes from this machine's own mirrors, with its security archive", () => {
  expect(debianSources([FOREIGN, UPDATES, SECURITY, MAIN].join('\n\n'), 'trixie', true)).toEqual([
    'deb http://mirror.test/debian/ trixie main',
    'deb http://mirror.test/security/ trixie-security main'
  ])
})

test('a suite without a security archive is not asked for one', () => {
  expect(debianSources([MAIN, SECURITY].join('\n\n'), 'sid', false)).toEqual([
    'deb http://mirror.test/debian/ sid main'
  ])
})

test('before the first update apt does not know origins yet', () => {
  const unread = MAIN.replace('Origin: Debian\n', '')
  expect(debianSources(unread, 'trixie', true)).toEqual(['deb http://mirror.test/debian/ trixie main'])
})

test('another distribution gives no sources', () => {
  expect(debianSources([FOREIGN, SECURITY].join('\n\n'), 'trixie', true)).toEqual([])
  expect(debianSources('', 'trixie', true)).toEqual([])
})

test('proxies and time-outs go along, the rest of the configuration stays', () => {
  const dump = [
    'Acquire "";',
    'Acquire::http "";',
    'Acquire::http::Proxy "http://proxy.test:3128";',
    'Acquire::Retries "3";',
    'Acquire::Check-Valid-Until "false";',
    'Acquire::GzipIndexes "true";',
    'Acquire::Languages:: "none";'
  ]
  const options = acquireOptions(dump.join('\n'))
  expect(options.slice(0, options.indexOf('Acquire::Allow'))).toBe(
    'Acquire::http::Proxy "http://proxy.test:3128";\nAcquire::Retries "3";\nAcquire::Check-Valid-Until "false";\n'
  )
})

test('what is safe is said last, so that it counts whatever this machine allows', () => {
  const insecure = ['Acquire::https::Verify-Peer "false";', 'Acquire::AllowInsecureRepositories "1";']
  const lines = acquireOptions(insecure.join('\n')).trim().split('\n')
  expect(lines.lastIndexOf('Acquire::https::Verify-Peer "true";')).toBeGreaterThan(
    lines.lastIndexOf('Acquire::https::Verify-Peer "false";')
  )
  for (const line of [
    'Acquire::AllowInsecureRepositories "false";',
    'APT::Get::AllowUnauthenticated "false";'
  ])
    expect(lines).toContain(line)
  expect(lines).not.toContain('Acquire::AllowInsecureRepositories "1";')
})

test.each([
  [
    'I: running apt-get update...\nErr:1 http://m.test trixie InRelease\nE: The repository has no Release file.\nE: apt-get update failed: E: process exited with 100\nE: mmdebstrap failed',
    'The repository has no Release file.'
  ],
  ['E: Unable to locate package docker-cli\nE: run_install failed', 'Unable to locate package docker-cli'],
  ['E: mmdebstrap failed to run', 'mmdebstrap failed to run'],
  [
    'Err:1 http://m.test trixie InRelease\nE: Failed to fetch http://m.test/docker.io.deb  Could not connect\nE: apt-get failed',
    'Failed to fetch http://m.test/docker.io.deb  Could not connect'
  ],
  [
    "dpkg: error processing archive /x.deb (--unpack):\n cannot copy extracted data for './usr/bin/dockerd': Input/output error\nE: setup failed: E: env --chdir failed",
    "dpkg: error processing archive /x.deb (--unpack): cannot copy extracted data for './usr/bin/dockerd': Input/output error"
  ],
  ['I: done', undefined]
])('the last word of apt or dpkg', (output, expected) => {
  expect(lastWordOfBuild(output)).toBe(expected)
})

test.each([
  ['I: running apt-get update...', 'running apt-get update'],
  ['I: running --customize-hook in shell: sh -c \'sh "$1/finish-root"\' exec /c/root', 'adding the kernel'],
  ['I: main() received signal PIPE: waiting for setup...', undefined],
  ['I: automatically chosen mode: root', undefined],
  ['Get:1 http://m.test trixie InRelease', undefined]
])('what is being done: %s', (line, expected) => {
  expect(stepOfBuild(line)).toBe(expected)
})
