import { SwarmlineError } from '../errors.ts'

export const DEFAULT_TLS_PORT = 2376

/**
 * Reads `tcp://host[:port]`, the form of DOCKER_HOST for an engine behind TLS.
 *
 * @throws `input` on anything else, and where there are no certificates: an engine that lets everybody in is not used
 */
export function parseTcpHost(
  dockerHost: string,
  certDir: string | undefined
): { host: string; port: number; certDir: string } {
  const hint =
    'set DOCKER_TLS_VERIFY=1, with ca.pem, cert.pem and key.pem in ~/.docker or in the folder of DOCKER_CERT_PATH, or use ssh://user@host, which needs no open port'
  if (!certDir)
    throw new SwarmlineError(
      'input',
      `${dockerHost} is not used without TLS verification: whoever reaches such a port owns the machine`,
      { hint }
    )
  const refuse = (why: string) =>
    new SwarmlineError('input', `DOCKER_HOST: ${why}`, { hint: 'write it as tcp://host[:port]' })
  let url: URL
  try {
    url = new URL(dockerHost)
  } catch (cause) {
    throw new SwarmlineError('input', 'DOCKER_HOST is not an address', {
      hint: 'write it as tcp://host[:port]',
      cause
    })
  }
  if (url.protocol !== 'tcp:') throw refuse(`${url.protocol}// is not tcp://`)
  if (url.username || url.password) throw refuse('it must not contain a user or a password')
  if ((url.pathname && url.pathname !== '/') || url.search || url.hash)
    throw refuse('nothing may follow host and port')
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  if (!/^[A-Za-z0-9_:][A-Za-z0-9_.:%-]*$/.test(host)) throw refuse('the host is missing or not a host name')
  return { host, port: url.port ? Number(url.port) : DEFAULT_TLS_PORT, certDir }
}
