import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Exec } from '../../../../src/effects/effects.ts'
import { SwarmlineError } from '../../../../src/errors.ts'
import { openPackages } from '../../../../src/images/offline/packages.ts'

let cacheDir: string
let asked: string[]
let settings: string[][]
/** Of the file that this apt downloads. */
const HASH_OF_NOTHING = createHash('sha256').digest('hex')
beforeEach(() => {
  cacheDir = mkdtempSync(join(tmpdir(), 'sl-packages-'))
  asked = []
  settings = []
})
afterEach(() => rmSync(cacheDir, { recursive: true }))

const MIRROR = 'http://m.example/debian/|Debian|Debian|bookworm|main|/nonexistent:1'
const ok = (stdout = '') => ({ exitCode: 0, stdout, stderr: '' })
const no = (stderr: string) => ({ exitCode: 100, stdout: '', stderr })

/** An apt whose mirror has `versions` of one package, one for each `update`. */
function machine(
  answers: { versions?: string[]; update?: () => ReturnType<typeof ok>; download?: string } = {}
) {
  const versions = answers.versions ?? ['1']
  let updates = 0
  const exec: Exec = async (file, args, options = {}) => {
    if (file === 'apt-get') return ok(args[0] === 'indextargets' ? MIRROR : '')
    const words = args
      .slice(args.indexOf('apt-get') + 1)
      .filter((word, i, all) => word !== '-o' && all[i - 1] !== '-o')
    asked.push(words.join(' '))
    settings.push(args.filter((_, i) => args[i - 1] === '-o'))
    if (words.includes('--print-uris'))
      return ok(
        words
          .filter(each => each.includes('='))
          .map(each => `'http://m/a.deb' ${each.replace('=', '_')}_all.deb 0 SHA256:${HASH_OF_NOTHING}`)
          .join('\n')
      )
    const now = versions[Math.min(updates, versions.length - 1)]
    if (words.includes('update')) {
      updates++
      return answers.update?.() ?? ok()
    }
    if (words.includes('install')) return ok(`Inst a (${now} Debian:13/stable [all])`)
    if (answers.download) return no(answers.download)
    for (const word of words.filter(each => each.includes('='))) {
      if (word !== `a=${versions.at(-1)}`) return no('E: Failed to fetch a  404  Not Found')
      writeFileSync(join(options.cwd ?? '', `${word.replace('=', '_')}_all.deb`), '')
      options.onLine?.('Get:1 a')
    }
    return ok()
  }
  const warnings: string[] = []
  let now = Date.now()
  const clock = { now: () => now, sleep: async () => {} }
  const log = {
    info() {},
    debug() {},
    warn: (line: string) => void warnings.push(line),
    step: async () => undefined as never
  }
  return { fx: { exec, clock, log }, warnings, later: (ms: number) => (now += ms) }
}
const open = (fx: ReturnType<typeof machine>['fx']) => openPackages({ cacheDir, suite: 'trixie' }, fx)

const KEPT = '-qq --print-uris download a=1'

test('the first time lists and packages are fetched, the second time neither', async () => {
  const { fx } = machine()
  const said: string[] = []
  const first = await (await open(fx)).obtain(['a'], detail => said.push(detail))
  expect(first).toEqual([
    { name: 'a', version: '1', architecture: 'all', path: join(cacheDir, 'apt/trixie/debs/a_1_all.deb') }
  ])
  expect(said).toEqual(['package lists', 'downloads 1 of 1 packages'])
  expect(await (await open(fx)).obtain(['a'])).toEqual(first)
  expect(asked).toEqual(['-qq update', '-s -y install a', '-q download a=1', '-s -y install a', KEPT])
  expect(readdirSync(join(cacheDir, 'apt/trixie')).filter(name => name.startsWith('download-'))).toEqual([])
})

test('several who need the lists at once fetch them once', async () => {
  const { fx } = machine()
  const sources = await Promise.all([open(fx), open(fx), open(fx)])
  await Promise.all(sources.map(source => source.obtain(['a'])))
  expect(asked.filter(words => words.includes('update'))).toEqual(['-qq update'])
})

test('a version that the mirror has forgotten is asked for anew with fresh lists, once', async () => {
  const { fx } = machine({ versions: ['1', '2'] })
  await writeStamp(fx)
  const got = await (await open(fx)).obtain(['a'])
  expect(got[0]?.version).toBe('2')
})

/** As another process left it: lists that are there. */
async function writeStamp(fx: ReturnType<typeof machine>['fx']): Promise<void> {
  await open(fx)
  writeFileSync(join(cacheDir, 'apt/trixie/updated'), '')
}

test('old lists are renewed, and do where they cannot be', async () => {
  const { fx, warnings, later } = machine({ update: () => no('E: Could not resolve m.example') })
  await writeStamp(fx)
  later(80 * 3_600_000)
  const got = await (await open(fx)).obtain(['a'])
  expect(got).toHaveLength(1)
  expect(warnings).toEqual([expect.stringContaining('Could not resolve m.example')])
})

test.each([
  [
    'packages-refused',
    'apt refused: Could not resolve',
    { update: () => no('W: x\nE: Could not resolve\n') }
  ],
  [
    'disk-full',
    'no space left on the disk for Debian packages',
    { download: 'E: write (28: No space left on device)' }
  ],
  ['packages-refused', 'apt refused: Hash Sum mismatch', { download: 'E: Hash Sum mismatch' }]
])('%s: %s; nothing half done is left', async (code, message, answers) => {
  const { fx } = machine(answers)
  await expect((await open(fx)).obtain(['a'])).rejects.toMatchObject({ code, message })
  expect(readdirSync(join(cacheDir, 'apt/trixie')).filter(name => name.startsWith('download-'))).toEqual([])
  expect(readdirSync(join(cacheDir, 'apt/trixie/debs'))).toEqual([])
})

test('two that ask at once take turns: the second finds what the first downloaded', async () => {
  const { fx } = machine()
  const source = await open(fx)
  await Promise.all([source.obtain(['a']), source.obtain(['a'])])
  expect(asked.filter(words => words.startsWith('-q download'))).toHaveLength(1)
})

test('an apt without a Debian source is told apart', async () => {
  const { fx } = machine()
  const exec: Exec = async () => ok()
  await expect(open({ ...fx, exec })).rejects.toMatchObject({
    code: 'packages-refused',
    message: "apt's sources name no Debian mirror"
  })
})

test('a machine without apt is told what it is needed for', async () => {
  const { fx } = machine()
  const exec: Exec = async file => {
    throw new SwarmlineError('missing-tool', `${file} is not installed`)
  }
  await expect(open({ ...fx, exec })).rejects.toMatchObject({
    code: 'missing-tool',
    message: 'apt-get is not installed',
    hint: expect.stringContaining('Debian packages')
  })
})

test('a package that is kept and is not what the signed index says is fetched anew', async () => {
  const { fx } = machine()
  const source = await open(fx)
  const [kept] = await source.obtain(['a'])
  writeFileSync(kept?.path ?? '', 'planted')
  asked = []
  await source.obtain(['a'])
  expect(asked).toEqual(['-s -y install a', KEPT, '-q download a=1'])
  expect(readFileSync(kept?.path ?? '', 'utf8')).toBe('')
})

test('apt is told to take nothing that nobody vouches for, whatever this machine allows', async () => {
  const { fx } = machine()
  await (await open(fx)).obtain(['a'])
  for (const options of settings)
    expect(options).toEqual(
      expect.arrayContaining([
        'Acquire::AllowInsecureRepositories=false',
        'Acquire::AllowWeakRepositories=false',
        'Acquire::AllowDowngradeToInsecureRepositories=false',
        'APT::Get::AllowUnauthenticated=false'
      ])
    )
})
