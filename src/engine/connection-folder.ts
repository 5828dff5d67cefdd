import { readdirSync, rmSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { makeOwnFolder, sweepOwnFolders } from '../effects/own-folder.ts'
import type { EngineEffects } from './engine-state.ts'
import { LONGEST_RUN_FOLDER } from './socket-path.rules.ts'

const EXIT_DEADLINE_MS = 5000

/**
 * The folder of one connection to an engine that is not ours: of this process, and of nobody else. Nothing is found
 * in it that an earlier command left, so the connection leads where this one was told to go. Those of processes that
 * were killed are ended first.
 */
export async function openConnectionFolder(
  fx: EngineEffects
): Promise<{ folder: string; remove(): Promise<void> }> {
  await sweepLeftovers(fx)
  const folder = makeOwnFolder('swl', { mostBytes: LONGEST_RUN_FOLDER })
  const atExit = () => removeAtExit(folder)
  process.on('exit', atExit)
  return {
    folder,
    remove: async () => {
      await rm(folder, { recursive: true, force: true })
      process.off('exit', atExit)
    }
  }
}

/** At the second Ctrl-C. One with an ssh in the background stays: by it the next run finds that, and ends it. */
function removeAtExit(folder: string): void {
  try {
    if (!readdirSync(folder).some(name => name.endsWith('.ctl')))
      rmSync(folder, { recursive: true, force: true })
  } catch {
    // The process ends with the status that it has.
  }
}

/** Ends and removes what processes left that were killed: connections, and folders for a moment's work. */
export function sweepLeftovers(fx: Pick<EngineEffects, 'exec'>): Promise<void> {
  return sweepOwnFolders(folder => endMasters(folder, fx))
}

/** ssh stays in the background when the process that asked for it was killed. */
async function endMasters(folder: string, fx: Pick<EngineEffects, 'exec'>): Promise<void> {
  for (const name of (await readdir(folder)).filter(each => each.endsWith('.ctl')))
    await fx.exec(
      'ssh',
      ['-F', '/dev/null', '-S', path.join(folder, name), '-O', 'exit', '--', 'swarmline'],
      {
        isChecked: false,
        timeoutMs: EXIT_DEADLINE_MS
      }
    )
}
