// The images that a cluster is made of, from Debian packages, loaded into a test's own engine.
import { homedir } from 'node:os'
import path from 'node:path'
import type { EngineClient } from '../../src/docker/client.ts'
import { readProgress } from '../../src/docker/progress.ts'
import type { Effects } from '../../src/effects/effects.ts'
import { ensureStandIns } from '../../src/images/bases.ts'
import { imageArchive } from '../../src/images/offline/archive.ts'

export const NODE_IMAGE = 'docker:dind'
export const REGISTRY_IMAGE = 'registry:2'

/** Makes them when the cache has none (some 10 s each), and loads them. */
export async function loadNodeImages(client: EngineClient, fx: Effects): Promise<void> {
  const images = await ensureStandIns(
    {
      references: [NODE_IMAGE, REGISTRY_IMAGE],
      suite: 'trixie',
      cacheDir: process.env.SWARMLINE_CACHE ?? path.join(homedir(), '.cache/swarmline')
    },
    fx
  )
  const answer = await client.stream('POST', '/images/load', {
    query: { quiet: true },
    body: imageArchive(images),
    contentType: 'application/x-tar',
    timeoutMs: 0
  })
  await readProgress('loading the images', answer)
}
