import { CLIENT_SETTINGS, clientEndpoint, envLines, shellOf, unsetLines } from '../cluster/cluster.rules.ts'
import type { Cluster, Shell } from '../cluster/cluster.ts'

export { CLIENT_SETTINGS, clientEndpoint }

/**
 * Lines for `eval` that point a docker client at the engine of `node`, or back at its own when there is
 * none. Without `shell` it is the one that SHELL names.
 */
export function dockerEnv(
  node: Cluster['nodes'][number] | undefined,
  { shell, shellPath }: { shell: Shell | undefined; shellPath: string | undefined }
): string[] {
  const words = shell ?? shellOf(shellPath)
  return node === undefined ? unsetLines(words) : envLines(words, clientEndpoint(node))
}
