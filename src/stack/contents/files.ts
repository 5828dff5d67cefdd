import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Content } from './content.ts'
import type { NamedContent } from './generation.rules.ts'

/**
 * Runs `work` while every content is a file that docker can read: one that has none (it came from a variable or from
 * standard input) is written to a folder that only this user can enter, which is gone afterwards in any case.
 */
export async function withContentFiles<T>(
  contents: readonly (Content & { swarmName: string })[],
  work: (named: NamedContent[]) => Promise<T>
): Promise<T> {
  // mkdtemp makes it with mode 0700.
  const folder = await mkdtemp(path.join(tmpdir(), 'swarmline-contents-'))
  try {
    const named: NamedContent[] = []
    for (const [i, { kind, name, swarmName, bytes, path: known }] of contents.entries()) {
      const file = known ?? path.join(folder, `${kind}-${i}`)
      if (known === undefined) await writeFile(file, bytes, { mode: 0o600, flag: 'wx' })
      named.push({ kind, name, swarmName, path: file })
    }
    return await work(named)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
