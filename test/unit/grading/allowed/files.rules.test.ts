import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { BOUNDS } from '../../../../src/grading/allowed/bounds.ts'
import { dockerfileRefusals } from '../../../../src/grading/allowed/dockerfile.rules.ts'
import { type FolderEntry, folderRefusals } from '../../../../src/grading/allowed/folder.rules.ts'
import { fileReferences, staysInside } from '../../../../src/grading/allowed/references.rules.ts'

test('every file that a stack file makes its reader open is found, with the way to it', () => {
  const document = parse(`
include:
  - a.yml
  - { path: [b.yml, c.yml], env_file: d.env, project_directory: e }
services:
  x:
    env_file: [f.env, { path: g.env, required: false }]
    label_file: h.labels
    extends: { file: i.yml, service: y }
    credential_spec: { file: j.json }
    volumes: ['./not-read:/x']
    build: { context: ./not-read-here }
  y: { env_file: k.env, extends: x }
secrets: { s: { file: l.txt }, t: { external: true } }
configs: { c: { file: m.txt }, d: { content: inline } }
`)
  expect(fileReferences(document).map(({ keys, file }) => `${keys.join('.')} ${file}`)).toEqual([
    'services.x.env_file.0 f.env',
    'services.x.env_file.1 g.env',
    'services.x.label_file h.labels',
    'services.x.extends.file i.yml',
    'services.x.credential_spec.file j.json',
    'services.y.env_file k.env',
    'secrets.s.file l.txt',
    'configs.c.file m.txt',
    'include.0 a.yml',
    'include.1.path.0 b.yml',
    'include.1.path.1 c.yml',
    'include.1.env_file d.env',
    'include.1.project_directory e'
  ])
})

test.each([
  [null],
  ['text'],
  [[]],
  [{ services: [] }],
  [{ services: { x: null }, include: 3, secrets: 'no' }]
])('what has not the form of a stack file names none: %j', document => {
  expect(fileReferences(document)).toEqual([])
})

describe('a path', () => {
  test.each([['a.txt'], ['./a.txt'], ['deep/../a.txt'], ['a/b/c'], ['.hidden']])(
    '%s stays in the folder',
    file => {
      expect(staysInside(file)).toBe(true)
    }
  )
  test.each([
    ['/etc/passwd'],
    ['../a'],
    ['a/../../b'],
    ['..'],
    ['~/.ssh/id_rsa'],
    ['${HOME}/x'],
    ['$HOME'],
    ['C:\\x'],
    ['\\\\host\\x'],
    ['https://example.org/x'],
    ['a\0b'],
    ['']
  ])('%j does not', file => {
    expect(staysInside(file)).toBe(false)
  })
  test('counts from the folder of the file that names it', () => {
    expect(staysInside('../a', 'deploy')).toBe(true)
    expect(staysInside('../../a', 'deploy')).toBe(false)
  })
})

describe('a Dockerfile', () => {
  const refused = (text: string) =>
    dockerfileRefusals('Dockerfile', text).map(({ text: what, place }) => `${place?.line} ${what}`)
  test.each([
    ['FROM x\nRUN id\nCOPY --from=0 --chown=1 a b'],
    ['# syntax=docker/dockerfile:1\nFROM x\nRUN --mount=type=cache,target=/c --network=none id'],
    ['FROM x\nRUN --mount=type=bind,from=y,target=/c id\nRUN --mount=target=/d id'],
    ['FROM --platform=linux/amd64 x\nRUN echo --mount=secret']
  ])('is fine: %j', text => {
    expect(refused(text)).toEqual([])
  })
  test.each([
    ['# syntax=evil/frontend\nFROM x', '1 Dockerfile: the frontend evil/frontend would be the builder'],
    ['FROM x\nRUN --security=insecure id', '2 Dockerfile: --security=insecure leaves the sandbox'],
    ['FROM x\n\nRUN --network=host id', '3 Dockerfile: --network=host uses the builder’s network'],
    [
      'FROM x\nRUN --mount=type=secret,id=a id',
      '2 Dockerfile: a mount of type=secret needs something of the builder’s'
    ],
    ['FROM x\nRUN --mount=type=ssh id', '2 Dockerfile: a mount of type=ssh needs something of the builder’s'],
    ['FROM x\nRUN --device=gpu id', '2 Dockerfile: --device=gpu uses a device'],
    ['FROM x\nONBUILD RUN --network=host id', '2 Dockerfile: --network=host uses the builder’s network'],
    ['FROM x\nrun --security=insecure \\\n id', '2 Dockerfile: --security=insecure leaves the sandbox']
  ])('is not: %j', (text, words) => {
    expect(refused(text)).toEqual([words])
  })
})

describe('a folder', () => {
  const entry = (path: string, change: Partial<FolderEntry> = {}): FolderEntry => ({
    path,
    kind: 'file',
    bytes: 1,
    ...change
  })
  const refused = (...entries: FolderEntry[]) => folderRefusals(entries).map(({ text }) => text)

  test('of files and folders is fine', () => {
    expect(refused(entry('a'), entry('b', { kind: 'folder' }), entry('b/c'))).toEqual([])
  })
  test.each([
    [entry('a', { kind: 'link' }), '"a" is a link'],
    [entry('a', { kind: 'other' }), '"a" is neither a file nor a folder'],
    [entry('a\u001b[2J'), '"a\\u001b[2J" has control characters in its name'],
    [entry(`${'a/'.repeat(16)}b`), expect.stringMatching(/is too deep$/)],
    [entry('a', { bytes: BOUNDS.folder.fileBytes + 1 }), '"a" has more than 10485760 bytes']
  ])('with %j is not', (bad, text) => {
    expect(refused(bad)).toEqual([text])
  })
  test('has its bounds', () => {
    const { files, bytes } = BOUNDS.folder
    expect(refused(...Array.from({ length: files }, (_, i) => entry(String(i), { bytes: 0 })))).toEqual([])
    expect(refused(...Array.from({ length: files + 1 }, (_, i) => entry(String(i), { bytes: 0 })))).toEqual([
      'more than 2000 files and folders'
    ])
    const big = Array.from({ length: 6 }, (_, i) => entry(String(i), { bytes: bytes / 5 }))
    expect(refused(...big)).toEqual(['more than 52428800 bytes'])
  })
})
