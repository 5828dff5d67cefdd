import { describe, expect, test } from '@jest/globals'
import { debFileName, plannedPackages, refusalOf } from '../../../../src/images/offline/apt-answers.rules.ts'
import { chooseMirror, guessMirror, signedBy } from '../../../../src/images/offline/apt-sources.rules.ts'
import { assumedStatus } from '../../../../src/images/offline/assumed-packages.ts'

const row = (label: string, codename: string, entry = '/etc/apt/sources.list:3', origin = 'Debian') =>
  `http://mirror.example/${label.toLowerCase()}/|${origin}|${label}|${codename}|main|${entry}`

describe("apt's sources", () => {
  test("Debian's own archive is chosen, not security, updates or somebody else's", () => {
    const targets = [
      row('Node', 'nodistro', 'x:1', '. nodistro'),
      row('Debian-Security', 'buster'),
      row('Debian', 'bookworm-updates', '/etc/apt/u:1'),
      row('Debian', 'bookworm', '/etc/apt/sources.list.d/debian.sources:2')
    ].join('\n')
    expect(chooseMirror(targets)).toEqual({
      uri: 'http://mirror.example/debian/',
      sourceFile: '/etc/apt/sources.list.d/debian.sources',
      line: 2
    })
    expect(chooseMirror('')).toBeUndefined()
  })

  test('before the first update the addresses alone must do', () => {
    const uris = [
      "'http://m.example/node/dists/nodistro/InRelease' x 0 ",
      "'http://m.example/debian-security/dists/bookworm-security/InRelease' x 0 ",
      "'http://m.example/debian/dists/bookworm/InRelease' x 0 "
    ].join('\n')
    expect(guessMirror(uris)?.uri).toBe('http://m.example/debian/')
    expect(guessMirror('')).toBeUndefined()
  })

  test('the keyring comes from the stanza or the line that apt names', () => {
    const stanzas =
      '# alone\n\n# first\nTypes: deb\nURIs: x\nSigned-By: /a.gpg\n\n# second\nTypes: deb\n# c\nSigned-By: /b.gpg\n'
    expect(signedBy(stanzas, 1)).toBe('/a.gpg')
    expect(signedBy(stanzas, 2)).toBe('/b.gpg')
    expect(signedBy(stanzas, 3)).toBeUndefined()
    const lines = '# Types\ndeb [arch=amd64 signed-by=/c.gpg] http://x trixie main\ndeb http://x sid main\n'
    expect(signedBy(lines, 2)).toBe('/c.gpg')
    expect(signedBy(lines, 3)).toBeUndefined()
    expect(signedBy('Types: deb\nSigned-By:\n -----BEGIN PGP', 1)).toBeUndefined()
  })
})

describe("apt's answers", () => {
  test('a simulation is read in its order', () => {
    const said = [
      'Reading package lists...',
      'Inst libc6 (2.41-12+deb13u4 Debian:13.1/stable [amd64]) []',
      'Inst libfoo:amd64 [1.0] (2:1.1~rc1-1 Debian:13.1/stable, Other:1 [amd64])',
      'Inst netbase (6.5 Debian:13.1/stable [all])',
      'Conf libc6 (2.41-12+deb13u4 Debian:13.1/stable [amd64])'
    ].join('\n')
    expect(plannedPackages(said)).toEqual([
      { name: 'libc6', version: '2.41-12+deb13u4', architecture: 'amd64' },
      { name: 'libfoo', version: '2:1.1~rc1-1', architecture: 'amd64' },
      { name: 'netbase', version: '6.5', architecture: 'all' }
    ])
  })

  test('a colon in a version is written as apt writes it', () => {
    expect(debFileName({ name: 'a', version: '2:1', architecture: 'all' })).toBe('a_2%3a1_all.deb')
  })

  test("the last error is apt's last word", () => {
    expect(refusalOf('W: w\nE: first\nE: last one\nW: afterwards\n\n')).toBe('last one')
    expect(refusalOf('something\nelse\n')).toBe('else')
    expect(refusalOf('')).toBe('no reason given')
  })
})

test('a package that is asked for is not assumed to be there', () => {
  expect(assumedStatus([])).toMatch(/^Package: procps$/m)
  expect(assumedStatus(['procps'])).not.toMatch(/^Package: procps$/m)
})
