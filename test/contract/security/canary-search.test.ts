// That the search of a canary run can find: a leak of every kind, seeded on purpose, is found.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from '@jest/globals'
import { CANARIES } from '../../support/canaries.ts'
import { EXCEPTIONS } from '../../support/canary/exceptions.ts'
import { filesBelow, leaksIn, objectPlace, outputPlaces } from '../../support/canary/places.ts'
import { watchProcesses } from '../../support/canary/processes.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'sl-seed-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const hash = (name: string, encoding: 'hex' | 'base64') => (text: string) =>
  createHash(name).update(text).digest(encoding)

const WAYS: Record<string, (text: string) => string> = {
  raw: text => `a ${text} b`,
  'base64 at 0': text => Buffer.from(`${text}@more`).toString('base64'),
  'base64 at 1': text => Buffer.from(`user:${text}@`.slice(1)).toString('base64'),
  'base64 at 2': text => Buffer.from(`user:${text}`).toString('base64'),
  base64url: text => Buffer.from(`${text}.`).toString('base64url'),
  hex: text => Buffer.from(text).toString('hex').toUpperCase(),
  URL: text => `?q=${encodeURIComponent(text)}`,
  form: text => new URLSearchParams({ text }).toString(),
  JSON: text => JSON.stringify({ text }),
  'JSON in JSON': text => JSON.stringify({ text: JSON.stringify({ text }) }),
  HTML: text =>
    `<td>${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')}</td>`,
  ...Object.fromEntries(
    ['md5', 'sha1', 'sha256', 'sha512'].flatMap(name => [
      [name, hash(name, 'hex')],
      [`${name} in capitals`, (text: string) => hash(name, 'hex')(text).toUpperCase()],
      [`${name} in base64`, hash(name, 'base64')]
    ])
  )
}

test.each(Object.entries(WAYS))('%s of every shape', (_, write) => {
  for (const canary of CANARIES)
    for (const part of [canary.secret, ...(canary.parts ?? [])])
      expect([part, leaksIn([{ where: 'x', text: write(part) }], [canary]).length > 0]).toEqual([part, true])
})

const [password = { shape: '', secret: '' }] = CANARIES
const { secret } = password

test('in files, their names, what is packed in them and where links lead', () => {
  const seeds: Record<string, (file: string) => void> = {
    plain: file => writeFileSync(file, `x${secret}x`),
    packed: file => writeFileSync(file, gzipSync(`x${secret}x`)),
    link: file => symlinkSync(`/tmp/${secret}`, file),
    name: file => writeFileSync(`${file}-${Buffer.from(secret).toString('base64url')}`, '')
  }
  for (const [name, seed] of Object.entries(seeds)) {
    mkdirSync(path.join(folder, name, 'deep', 'er'), { recursive: true })
    expect(leaksIn(filesBelow([path.join(folder, name)]))).toEqual([])
    seed(path.join(folder, name, 'deep', 'er', 'file'))
    expect([name, leaksIn(filesBelow([path.join(folder, name)])).length > 0]).toEqual([name, true])
  }
})

test('in what a program says, but for the lines that mask', () => {
  expect(leaksIn(outputPlaces('log', `::add-mask::${secret}\n::debug::x`))).toEqual([])
  for (const line of [
    secret,
    `::error::${secret}`,
    ` ::add-mask::${secret}`,
    `::set-output name=x::${secret}`
  ])
    expect([line, leaksIn(outputPlaces('log', `::add-mask::${secret}\n${line}`)).length > 0]).toEqual([
      line,
      true
    ])
})

test('the security page names every place that is not searched', () => {
  const page = readFileSync('docs/security.md', 'utf8')
  const list = /## Where a secret has to be\n[^#]*/.exec(page)?.[0] ?? ''
  expect([...list.matchAll(/^- (.*)$/gm)].map(([, reason]) => reason)).toEqual(Object.values(EXCEPTIONS))
})

test('in objects of an engine: labels, environments, and data also where it is packed', () => {
  const objects: object[] = [
    { Spec: { Labels: { x: secret } } },
    { Spec: { TaskTemplate: { ContainerSpec: { Env: [`A=${secret}`] } } } },
    { Spec: { Data: Buffer.from(secret).toString('base64') } },
    { Spec: { Data: gzipSync(secret).toString('base64') } },
    { Actor: { Attributes: { name: hash('sha256', 'hex')(secret) } } }
  ]
  for (const object of objects)
    expect([object, leaksIn([objectPlace('x', object)]).length > 0]).toEqual([object, true])
})

test('in the arguments and the environment of every process, down to the grandchildren', async () => {
  const shown = async (program: string[]) => {
    const watch = watchProcesses(folder)
    const child = spawn('sh', ['-c', '"$@"; exit', 'sh', ...program, 'sh', '-c', 'echo up; read x'], {
      env: { PATH: process.env.PATH, MARK: folder }
    })
    const ended = new Promise(resolve => child.once('close', resolve))
    await new Promise(resolve => child.stdout.once('data', resolve))
    watch.look()
    child.stdin.end()
    await ended
    return leaksIn(await watch.stop()).join('\n')
  }
  const url = encodeURIComponent(secret)
  expect(await shown(['env'])).toBe('')
  expect(await shown(['env', '-i', `A=${url}`])).toMatch(/environment of \d+, sh -c: a password, URL/)
  expect(await shown(['sh', '-c', '"$@"; exit', url])).toMatch(/argv of \d+, sh -c: a password, URL/)
})
