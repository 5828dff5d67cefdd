import path from 'node:path'
import { parseTcpHost } from './tcp-target.rules.ts'
import { openTlsForwarder } from './tls-forwarder.ts'

/**
 * Makes an engine behind TLS answer at a socket in `folder`, as long as this process lives. It is not asked for anything
 * yet.
 *
 * @throws `input` for an address that is none, or certificates that are missing
 */
export async function openTlsEngine(
  { dockerHost, certDir }: { dockerHost: string; certDir: string },
  folder: string
): Promise<{ socketPath: string; close(): Promise<void> }> {
  const socketPath = path.join(folder, 'docker.sock')
  const { close } = await openTlsForwarder(parseTcpHost(dockerHost, certDir), socketPath)
  return { socketPath, close }
}
