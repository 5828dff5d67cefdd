import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { withScratch } from '../../effects/scratch.ts'
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
  return withScratch('contents', async folder => {
    const named: NamedContent[] = []
    for (const [i, { kind, name, swarmName, bytes, path: known }] of contents.entries()) {
      const file = known ?? path.join(folder, `${kind}-${i}`)
      if (known === undefined) await writeFile(file, bytes, { mode: 0o600, flag: 'wx' })
      named.push({ kind, name, swarmName, path: file })
    }
    return await work(named)
  })
}
