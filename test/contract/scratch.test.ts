// A folder of the real file system, in a real process that ends in the middle of its work.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { sweepOwnFolders } from '../../src/effects/own-folder.ts'
import { withScratch } from '../../src/effects/scratch.ts'

test('only this user can enter it, and it is gone afterwards, whatever became of the work', async () => {
  const seen: string[] = []
  const work = async (folder: string, what: string): Promise<string> => {
    seen.push(folder)
    writeFileSync(path.join(folder, 'file'), what)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    if (what === 'fails') throw new Error(what)
    return what
  }
  expect(await withScratch('test', folder => work(folder, 'ends'))).toBe('ends')
  await expect(withScratch('test', folder => work(folder, 'fails'))).rejects.toThrow('fails')
  for (const folder of seen) expect(() => statSync(folder)).toThrow(/ENOENT/)
  expect(path.basename(seen[0] ?? '')).toMatch(/^swarmline-test-/)
})

test('it is gone when the process ends in the middle of the work', () => {
  const parent = mkdtempSync(path.join(tmpdir(), 'scratch-test-'))
  try {
    const module = path.resolve(import.meta.dirname, '../../src/effects/scratch.ts')
    const program = `
      import { readdirSync, writeFileSync } from 'node:fs'
      const { withScratch } = await import(${JSON.stringify(module)})
      await withScratch('one', one => withScratch('two', async two => {
        for (const folder of [one, two]) writeFileSync(folder + '/file', '')
        console.log(readdirSync(process.env.TMPDIR).length)
        process.exit(7)
      }))`
    const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
      env: { ...process.env, TMPDIR: parent, RUNNER_TEMP: '', XDG_RUNTIME_DIR: '' },
      encoding: 'utf8'
    })
    expect({ status, stdout }).toEqual({ status: 7, stdout: '2\n' })
    expect(readdirSync(parent)).toEqual([])
  } finally {
    rmSync(parent, { recursive: true, force: true })
  }
})

/** A process that has a folder, in it a file, and works on until it is killed. */
async function working(parent: string): Promise<ChildProcess> {
  const module = path.resolve(import.meta.dirname, '../../src/effects/scratch.ts')
  const program = `
    import { writeFileSync } from 'node:fs'
    const { withScratch } = await import(${JSON.stringify(module)})
    await withScratch('work', async folder => {
      writeFileSync(folder + '/secret', 'hunter2')
      console.log('ready')
      await new Promise(() => setInterval(() => {}, 1000))
    })`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    env: { ...process.env, RUNNER_TEMP: parent },
    stdio: ['ignore', 'pipe', 'inherit']
  })
  await new Promise(resolve => child.stdout.once('data', resolve))
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

test('what a killed process left goes with the next sweep; what lives, or is not ours to touch, stays', async () => {
  const parent = mkdtempSync(path.join(tmpdir(), 'sweep-test-'))
  const before = process.env.RUNNER_TEMP
  process.env.RUNNER_TEMP = parent
  const living = await working(parent)
  try {
    const [ofLiving = ''] = readdirSync(parent)
    await kill(await working(parent))
    const ofDead = readdirSync(parent).find(name => name !== ofLiving) ?? ''
    expect(ofDead).toMatch(/^swarmline-work-/)
    // Of the same dead process by their names: a link, one that others may enter, one in another space of ids.
    const at = (name: string): string => path.join(parent, name)
    const base = ofDead.slice(0, -6)
    mkdirSync(at('elsewhere'), { mode: 0o700 })
    writeFileSync(at('elsewhere/file'), '')
    symlinkSync(at('elsewhere'), at(`${base}LINKED`))
    mkdirSync(at(`${base}SHARED`))
    chmodSync(at(`${base}SHARED`), 0o770)
    const otherSpace = `${base.replace(/[^-]+-$/, '1-')}OTHERS`
    mkdirSync(at(otherSpace), { mode: 0o700 })
    const stay = ['elsewhere', `${base}LINKED`, `${base}SHARED`, otherSpace, ofLiving]
    if (process.getuid?.() === 0) {
      mkdirSync(at(`${base}OFUSER`), { mode: 0o700 })
      chownSync(at(`${base}OFUSER`), 65534, 65534)
      stay.push(`${base}OFUSER`)
    }
    const told: string[] = []
    await sweepOwnFolders(async folder => void told.push(path.basename(folder)))
    expect(told).toContain(ofDead)
    expect(readdirSync(parent).sort()).toEqual(stay.sort())
    expect(existsSync(at('elsewhere/file'))).toBe(true)
  } finally {
    await kill(living)
    if (before === undefined) delete process.env.RUNNER_TEMP
    else process.env.RUNNER_TEMP = before
    rmSync(parent, { recursive: true, force: true })
  }
})
