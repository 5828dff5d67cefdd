import { envLines, shellOf, unsetLines } from '../cluster/cluster.rules.ts'
import type { Shell } from '../cluster/cluster.ts'

/**
 * Lines for `eval` that point a docker client at the engine behind `socketPath`, or back at its own when there is
 * none. Without `shell` it is the one that SHELL names.
 */
export function dockerEnv(
  socketPath: string | undefined,
  { shell, shellPath }: { shell: Shell | undefined; shellPath: string | undefined }
): string[] {
  const words = shell ?? shellOf(shellPath)
  return socketPath === undefined ? unsetLines(words) : envLines(words, socketPath)
}
