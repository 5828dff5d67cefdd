// The first file that Node reads: it says where Node keeps what it compiled, types already stripped, so that every later
// start takes half the time; and nowhere that somebody else could write to, for what lies there is run.
import { existsSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { makeOwn } from '../effects/own-place.ts'
import { homeOf } from './home.rules.ts'

try {
  const { cacheDir } = homeOf(process.env, process.cwd(), homedir())
  const folder = join(cacheDir, 'node')
  if (!process.env.NODE_COMPILE_CACHE && isAbsolute(cacheDir)) {
    for (const each of [cacheDir, folder]) makeOwn(each)
    if (existsSync(folder)) enableCompileCache(folder)
  }
} catch {
  // Slower without it; what is wrong with the place is said by whoever needs it.
}
await import('./main.ts')
