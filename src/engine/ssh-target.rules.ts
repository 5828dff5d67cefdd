import { SwarmlineError } from '../errors.ts'
import type { Reached } from './ssh-errors.rules.ts'

/** Where a tunnel leads. */
export type SshTarget =
  /** A machine of ours: its one host key and the one key that opens it are known beforehand. */
  | {
      kind: 'pinned'
      /** The name that `ssh -F <config>` takes, and the name of the host key. */
      alias: string
      address: string
      port: number
      user: string
      identityPath: string
      /** `<type> <base64>`, as in a .pub file. */
      hostKey: string
      /** What it is to people: `the VM`. */
      title: string
      /** Where its own log is on this machine. */
      logPath: string
    }
  /**
   * A machine of the user's: their own ssh configuration, known hosts and agent decide; with a `hostKey`
   * (`<type> <base64>`) that one key is believed, and no other, and with an `identityPath` that key is shown first, and no
   * agent's.
   */
  | {
      kind: 'user'
      host: string
      user: string | undefined
      port: number | undefined
      hostKey?: string
      identityPath?: string
    }

/**
 * Reads `ssh://[user@]host[:port]`, the form of DOCKER_HOST. A path is the engine's socket there.
 *
 * @throws `input` on anything else: a password in the address, a name that ssh would take for an option
 */
export function parseSshHost(dockerHost: string): { target: SshTarget; remoteSocket: string } {
  const refuse = (why: string) =>
    new SwarmlineError('input', `DOCKER_HOST: ${why}`, { hint: 'write it as ssh://[user@]host[:port]' })
  let url: URL
  try {
    url = new URL(dockerHost)
  } catch (cause) {
    throw new SwarmlineError('input', 'DOCKER_HOST is not an address', {
      hint: 'write it as ssh://[user@]host[:port]',
      cause
    })
  }
  if (url.protocol !== 'ssh:') throw refuse(`${url.protocol}// is not ssh://`)
  if (url.password) throw refuse('an address must not contain a password')
  if (url.search || url.hash) throw refuse('nothing may follow host and port')
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const decoded = (part: string): string => {
    try {
      return decodeURIComponent(part)
    } catch {
      throw refuse('a % in it is not a valid escape')
    }
  }
  const user = url.username ? decoded(url.username) : undefined
  if (!/^[A-Za-z0-9_:][A-Za-z0-9_.:%-]*$/.test(host)) throw refuse('the host is missing or not a host name')
  if (user !== undefined && !/^[A-Za-z0-9_][A-Za-z0-9_.@\\-]*$/.test(user))
    throw refuse('the user is not a valid user name')
  const remoteSocket = url.pathname && url.pathname !== '/' ? decoded(url.pathname) : '/var/run/docker.sock'
  return { target: { kind: 'user', host, user, port: url.port ? Number(url.port) : undefined }, remoteSocket }
}

/**
 * The key of a line of known_hosts, of a .pub file or of `ssh-keyscan`: `[host] <type> <base64> [comment]`.
 *
 * @throws `input` when there is none in it, or a mark (`@cert-authority`) that is more than a key
 */
export function parseHostKey(line: string): string {
  const fields = line.trim().split(/\s+/)
  const at = fields.findIndex(field => /^(?:ssh|ecdsa|sk-ssh|sk-ecdsa)-[a-z0-9@.-]+$/.test(field))
  const [type, key = ''] = fields.slice(at)
  const isOne = at >= 0 && at <= 1 && /^[A-Za-z0-9+/]+={0,2}$/.test(key) && !line.trim().includes('\n')
  if (!isOne || line.startsWith('@'))
    throw new SwarmlineError('input', 'the host key is not a line of known_hosts', {
      hint: 'take the line that ssh-keyscan prints, once its fingerprint has been compared: host ssh-ed25519 AAAA…'
    })
  return `${type} ${key}`
}

/** The name to give to `ssh -F <config>`. */
export function sshHostOf(target: SshTarget): string {
  return target.kind === 'pinned' ? target.alias : target.host
}

/** A target as people name it. Nobody can `ssh` to one of ours by its alias, which stands in a private file only. */
export function reachedBy(target: SshTarget): Reached {
  if (target.kind === 'pinned') return { name: target.title, logPath: target.logPath }
  const { host, user, port } = target
  const name = user === undefined ? host : `${user}@${host}`
  const command = ['ssh', ...(port === undefined ? [] : ['-p', port]), name].join(' ')
  return { name, command, knownAs: port === undefined ? host : `[${host}]:${port}` }
}

/** The name of the host key that pins a user's machine: whatever its port, and however it is called. */
const PINNED_NAME = 'swarmline-pinned'

/** The line of known_hosts that pins a machine; `undefined` where the user's own known hosts decide. */
export function knownHostsOf(target: Extract<SshTarget, { kind: 'pinned' }>): string
export function knownHostsOf(target: SshTarget): string | undefined
export function knownHostsOf(target: SshTarget): string | undefined {
  if (target.hostKey === undefined) return undefined
  const name = target.kind === 'pinned' ? target.alias : PINNED_NAME
  return `${name} ${target.hostKey.trim().split(/\s+/).slice(0, 2).join(' ')}\n`
}

/**
 * An ssh_config for one target. ssh takes the first value that it finds, so ours stand before the user's.
 * A host key is known beforehand or the connection is refused: nothing asks, nothing is learnt.
 */
export function renderSshConfig(target: SshTarget, paths: { control: string; knownHosts: string }): string {
  const always = [
    `ControlPath ${quoted(paths.control)}`,
    'BatchMode yes',
    'StrictHostKeyChecking yes',
    'UpdateHostKeys no',
    // A name server's word is no host key, and what listens on loopback has one like any other.
    'VerifyHostKeyDNS no',
    'NoHostAuthenticationForLocalhost no',
    // Nothing of the user's configuration shares this connection, keeps it, or makes more of it.
    'ControlMaster no',
    'ControlPersist no',
    'RemoteCommand none',
    'Tunnel no',
    'GatewayPorts no',
    'ExitOnForwardFailure yes',
    'StreamLocalBindUnlink yes',
    'StreamLocalBindMask 0177',
    'ForwardAgent no',
    'ForwardX11 no',
    'PermitLocalCommand no',
    'RequestTTY no',
    'LogLevel ERROR'
  ]
  if (target.kind === 'pinned')
    return block(target.alias, [
      `HostName ${target.address}`,
      `HostKeyAlias ${target.alias}`,
      `Port ${target.port}`,
      `User ${target.user}`,
      `IdentityFile ${quoted(target.identityPath)}`,
      'IdentitiesOnly yes',
      'IdentityAgent none',
      `UserKnownHostsFile ${quoted(paths.knownHosts)}`,
      'GlobalKnownHostsFile /dev/null',
      // Emulated on a busy machine it takes its time for a handshake, and may stand still for minutes; when it ends, QEMU
      // closes the connection.
      'ConnectTimeout 100',
      'ServerAliveInterval 30',
      'ServerAliveCountMax 20',
      // The cheapest for a machine without hardware acceleration of its own.
      'Ciphers aes128-gcm@openssh.com,chacha20-poly1305@openssh.com',
      ...always
    ])
  const pin =
    target.hostKey === undefined
      ? ''
      : block(target.host, [
          `HostKeyAlias ${PINNED_NAME}`,
          `UserKnownHostsFile ${quoted(paths.knownHosts)}`,
          'GlobalKnownHostsFile /dev/null',
          'KnownHostsCommand none',
          'CheckHostIP no'
        ])
  return `${pin}${block('*', [
    ...(target.user ? [`User ${target.user}`] : []),
    ...(target.port ? [`Port ${target.port}`] : []),
    // For the handshake too, which a busy machine is slow with.
    'ConnectTimeout 30',
    'ServerAliveInterval 10',
    'ServerAliveCountMax 3',
    ...(target.identityPath === undefined
      ? []
      : [`IdentityFile ${quoted(target.identityPath)}`, 'IdentitiesOnly yes', 'IdentityAgent none']),
    ...always,
    'Include ~/.ssh/config',
    'Include /etc/ssh/ssh_config'
  ])}`
}

function block(pattern: string, lines: readonly string[]): string {
  return `Host ${pattern}\n${lines.map(line => `  ${line}\n`).join('')}`
}

/** ssh_config knows double quotes and, inside them, `\"` and `\\`; % starts an expansion. */
function quoted(path: string): string {
  return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%')}"`
}
