// An OpenSSH server of a test's own: on loopback, with its own configuration, keys and port. It lets in whom the
// test's own agent has the key of, and is ended by its process id.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import { userInfo } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

export type PrivateSshd = {
  /** `ssh://user@127.0.0.1:port` */
  address: string
  /** The line of known_hosts with its key. */
  hostKey: string
  /** What names the agent that opens it: for every ssh that is to get in. */
  env: { SSH_AUTH_SOCK: string }
  stop(): Promise<void>
}

const SSHD = '/usr/sbin/sshd'
/** Where Debian's sshd, as root, wants an empty folder; its service makes it. */
const EMPTY = '/run/sshd'

export function whyNoSshd(): string | undefined {
  return existsSync(SSHD) ? undefined : 'sshd is not installed: apt-get install openssh-server'
}

/** A line of known_hosts for a key that is made at `file`. */
export function makeKey(file: string): string {
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', file])
  return `127.0.0.1 ${readFileSync(`${file}.pub`, 'utf8').trim()}`
}

/** @param folder a private one, for its files */
export async function startSshd(folder: string): Promise<PrivateSshd> {
  const hadEmpty = existsSync(EMPTY)
  if (!hadEmpty && process.getuid?.() === 0) mkdirSync(EMPTY)
  const at = (name: string): string => path.join(folder, name)
  const hostKey = makeKey(at('host'))
  makeKey(at('user'))
  copyFileSync(at('user.pub'), at('authorized_keys'))
  const port = await freePort()
  writeFileSync(
    at('config'),
    [
      `ListenAddress 127.0.0.1:${port}`,
      `HostKey ${at('host')}`,
      `AuthorizedKeysFile ${at('authorized_keys')}`,
      'PidFile none',
      'StrictModes no',
      'UsePAM no',
      'PasswordAuthentication no',
      'KbdInteractiveAuthentication no',
      'PermitRootLogin prohibit-password',
      ''
    ].join('\n')
  )
  const env = { SSH_AUTH_SOCK: at('agent') }
  const agent = spawn('ssh-agent', ['-D', '-a', at('agent')], { stdio: 'ignore' })
  const server = spawn(SSHD, ['-D', '-e', '-f', at('config')], { stdio: ['ignore', 'ignore', 'pipe'] })
  let log = ''
  server.stderr.on('data', chunk => {
    log += chunk
  })
  const stop = async (): Promise<void> => {
    await Promise.all([ended(agent), ended(server)])
    if (!hadEmpty) rmSync(EMPTY, { recursive: true, force: true })
  }
  try {
    await until(
      () => existsSync(at('agent')) && /Server listening/.test(log),
      () => log
    )
    execFileSync('ssh-add', ['-q', at('user')], { stdio: 'pipe', env: { ...process.env, ...env } })
  } catch (error) {
    await stop()
    throw error
  }
  return { address: `ssh://${userInfo().username}@127.0.0.1:${port}`, hostKey, env, stop }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}

async function until(isSo: () => boolean, log: () => string): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    if (isSo()) return
    await delay(50)
  }
  throw new Error(`sshd does not answer:\n${log()}`)
}

async function freePort(): Promise<number> {
  const server = net.createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as net.AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}
