import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from '@jest/globals'

/** What hostile inputs name, as one of their pieces. */
const NAMED = '/etc/passwd'
/** Deeper than their pieces lead up, most times. */
const DEPTH = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

export type HostilePlace = {
  /** The one folder that may be written to, and the current one. */
  inside: string
  /** Expects that these files and folders were made, and nothing else, and removes all. */
  leave(made: readonly string[]): void
}

/** A folder from which paths that lead out, or to where the process stands, lead to where they are found. */
export function hostilePlace(): HostilePlace {
  const root = mkdtempSync(path.join(tmpdir(), 'hostile-'))
  const inside = path.join(root, ...DEPTH)
  mkdirSync(inside, { recursive: true })
  const before = readFileSync(NAMED, 'utf8')
  const from = process.cwd()
  process.chdir(inside)
  return {
    inside,
    leave: made => {
      process.chdir(from)
      const parents = DEPTH.map((_, index) => path.join(...DEPTH.slice(0, index + 1)))
      const expected = [...parents, ...made.map(each => path.join(...DEPTH, each))]
      expect(readdirSync(root, { recursive: true }).sort()).toEqual(expected.sort())
      expect(readFileSync(NAMED, 'utf8')).toBe(before)
      rmSync(root, { recursive: true, force: true })
    }
  }
}
