import { SwarmlineError } from '../errors.ts'
import type { Connections, TrafficTarget } from './samples.ts'

/**
 * The request's text, the same each time.
 *
 * @throws `input` for a target that no request can be written for: a line break in a path would make two of it
 */
export function requestText(target: TrafficTarget, connections: Connections): string {
  const { name, host, port, path = '/', hostHeader = defaultHost(host, port) } = target
  const refuse = (what: string) => new SwarmlineError('input', `${JSON.stringify(name)}: ${what}`)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw refuse(`${port} is no port`)
  if (!/^[\w.:%-]+$/.test(host)) throw refuse(`${JSON.stringify(host)} is no host`)
  if (!/^\/[\x21-\x7e]*$/.test(path)) throw refuse(`${JSON.stringify(path)} is no path`)
  if (!/^[\x21-\x7e]+$/.test(hostHeader)) throw refuse(`${JSON.stringify(hostHeader)} is no Host header`)
  const lines = [`GET ${path} HTTP/1.1`, `Host: ${hostHeader}`, 'User-Agent: swarmline', 'Accept: */*']
  if (connections === 'fresh') lines.push('Connection: close')
  return `${lines.join('\r\n')}\r\n\r\n`
}

const defaultHost = (host: string, port: number): string =>
  `${host.includes(':') ? `[${host}]` : host}${port === 80 ? '' : `:${port}`}`
