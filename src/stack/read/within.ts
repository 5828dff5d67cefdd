import { realpath } from 'node:fs/promises'
import path from 'node:path'
import { SwarmlineError } from '../../errors.ts'
import type { ShowPath } from './shown-path.rules.ts'

/**
 * What a stack file has read (what it includes or extends, its env files, the files of its secrets and configs) lies in a
 * folder, links followed. Who writes a stack file in somebody else's workflow would have it read whatever the workflow
 * can: another job's login, say, as the content of a secret.
 *
 * @param root `undefined`: no folder is meant, and anything may be read
 * @throws `input`: every file that lies elsewhere; what is not there is somebody else's to say
 */
export async function requireWithin(
  root: string | undefined,
  files: readonly string[],
  shown: ShowPath
): Promise<void> {
  if (root === undefined) return
  const top = await realpath(root)
  const outside: string[] = []
  for (const file of new Set(files)) {
    const place = await realpath(file).catch(() => path.resolve(file))
    if (!place.startsWith(top === path.sep ? top : top + path.sep)) outside.push(shown(file))
  }
  if (outside.length === 0) return
  throw new SwarmlineError('input', `the stack reads files outside the workspace: ${outside.join(', ')}`, {
    hint: 'move them into the workspace, or allow it: allow-outside-files: true'
  })
}
