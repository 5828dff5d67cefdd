// A folder of the real file system, in a real process that ends in the middle of its work.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@jest/globals'
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
      env: { ...process.env, TMPDIR: parent },
      encoding: 'utf8'
    })
    expect({ status, stdout }).toEqual({ status: 7, stdout: '2\n' })
    expect(readdirSync(parent)).toEqual([])
  } finally {
    rmSync(parent, { recursive: true, force: true })
  }
})
