import path from 'node:path'
import type { WayValues } from '../inputs/target.ts'
import type { Door } from './door.ts'
import { removePrivate, writePrivately } from './private-folder.ts'

const STATE = 'ssh'
const FILE = 'key'

/**
 * Writes the private key for an engine behind ssh to a file that only its owner reads; `forgetSshKey` removes it in the
 * post step.
 *
 * @returns its path; `undefined` where the runner's own keys and agent count
 */
export async function writeSshKey(
  { sshKey }: WayValues,
  door: Pick<Door, 'tempDir' | 'saveState'>
): Promise<string | undefined> {
  if (!sshKey) return undefined
  // ssh takes no key whose last line does not end, or that has Windows' line ends.
  const text = `${sshKey.trim().replaceAll('\r\n', '\n')}\n`
  return path.join(await writePrivately(STATE, { [FILE]: text }, door), FILE)
}

export const forgetSshKey = (door: Pick<Door, 'tempDir' | 'savedState'>): Promise<void> =>
  removePrivate(STATE, door)
