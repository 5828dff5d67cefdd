// A docker engine of a test's own: Debian's docker.io on a unix socket, everything it makes under one folder.
// It is ended by its process id, and nothing of it is left: no file, mount, bridge, cgroup or iptables rule.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { connectEngine } from '../../src/docker/client.ts'
import { hasOtherDockerd, removeCgroups, removeFirewallTraces, removeStaleRules } from './dockerd-traces.ts'

export type PrivateDockerd = {
  socketPath: string
  /** Its folder: data, run time state, log. */
  folder: string
  /** Ends it and removes everything of it. Idempotent. */
  stop(): Promise<void>
}

/** Why a dockerd cannot run here; `undefined` when it can. */
export function whyNoDockerd(): string | undefined {
  if (process.getuid?.() !== 0) return 'a private dockerd needs root'
  if (!existsSync(DOCKERD)) return 'dockerd is not installed: apt-get install docker.io'
  return undefined
}

const DOCKERD = '/usr/sbin/dockerd'
/** What an engine in swarm mode adds beside its own bridge. */
const GATEWAY_BRIDGE = 'docker_gwbridge'

/** @param flags more for dockerd: `--insecure-registry=…`. */
export async function startDockerd(flags: readonly string[] = []): Promise<PrivateDockerd> {
  // Of a run that was killed.
  removeStaleRules()
  const folder = await mkdtemp('/tmp/sl-dockerd-')
  const bridge = `sl${path.basename(folder).slice(-6).toLowerCase()}`
  const octet = freeOctet()
  // One that another engine made is for the last of them to remove.
  const hadGateway = interfaces().includes(GATEWAY_BRIDGE) && !hasOtherDockerd(bridge)
  execFileSync('ip', ['link', 'add', bridge, 'type', 'bridge'])
  execFileSync('ip', ['addr', 'add', `10.213.${octet}.1/24`, 'dev', bridge])
  const log = openSync(path.join(folder, 'log'), 'w')
  const child = spawn(
    DOCKERD,
    [
      `--host=unix://${folder}/docker.sock`,
      `--data-root=${folder}/data`,
      `--exec-root=${folder}/exec`,
      `--pidfile=${folder}/pid`,
      `--bridge=${bridge}`,
      `--cgroup-parent=/${path.basename(folder)}`,
      '--ip6tables=false',
      '--userland-proxy=false',
      '--storage-driver=overlay2',
      ...flags
    ],
    // Named, since a test's own environment is not what its children would get.
    { stdio: ['ignore', log, log], detached: true, env: process.env }
  )
  const engine = {
    socketPath: path.join(folder, 'docker.sock'),
    folder,
    stop: () => stop(child, folder, bridge, hadGateway)
  }
  try {
    await answers(engine.socketPath, child, folder)
    return engine
  } catch (error) {
    await engine.stop()
    throw error
  }
}

/** Other tests' engines run at the same time: each takes a /24 that no interface has. */
function freeOctet(): number {
  const taken = execFileSync('ip', ['-4', '-o', 'addr'], { encoding: 'utf8' })
  const free = Array.from({ length: 254 }, (_, i) => i + 1).filter(o => !taken.includes(` 10.213.${o}.`))
  const octet = free[Math.floor(Math.random() * free.length)]
  if (octet === undefined) throw new Error('no address range is free for a private dockerd')
  return octet
}

async function answers(socketPath: string, child: ChildProcess, folder: string): Promise<void> {
  const client = connectEngine(socketPath)
  try {
    for (let tries = 0; tries < 1200; tries++) {
      if (child.exitCode !== null) break
      const version = await client.json('GET', '/version', { timeoutMs: 2000 }).catch(() => undefined)
      if (version) return
      await delay(100)
    }
  } finally {
    client.close()
  }
  throw new Error(`dockerd does not answer:\n${readFileSync(path.join(folder, 'log'), 'utf8').slice(-2000)}`)
}

async function stop(child: ChildProcess, folder: string, bridge: string, hadGateway: boolean): Promise<void> {
  const bridges = await empty(path.join(folder, 'docker.sock'))
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise(resolve => child.once('exit', resolve))
    child.kill('SIGTERM')
    await Promise.race([ended, delay(60_000, undefined, { ref: false })])
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
    await ended
  }
  for (const left of bridges.filter(name => interfaces().includes(name)))
    spawnSync('ip', ['link', 'del', left])
  removeFirewallTraces(bridge)
  removeStaleRules()
  await removeCgroups(path.basename(folder))
  // What a killed engine leaves may go away by itself while it is looked at.
  for (const mount of mountsUnder(folder)) spawnSync('umount', ['-l', mount])
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 })
  const isGatewayOurs = !hadGateway && !hasOtherDockerd(bridge)
  for (const one of [bridge, ...(isGatewayOurs ? [GATEWAY_BRIDGE] : [])]) removeUnusedBridge(one)
}

/**
 * So that no shim, and no bridge, outlives the engine.
 * @returns the bridges of its networks, as far as it told: a network that is still in use keeps its own
 */
async function empty(socketPath: string): Promise<string[]> {
  const client = connectEngine(socketPath)
  try {
    await client.json('POST', '/swarm/leave', { query: { force: true } }).catch(() => undefined)
    const all = await client.json<{ Id: string }[]>('GET', '/containers/json', { query: { all: true } })
    await Promise.all(
      all.map(c =>
        client
          .json('DELETE', `/containers/${c.Id}`, { query: { force: true, v: true } })
          .catch(() => undefined)
      )
    )
    const networks = await client.json<{ Id: string; Name: string; Driver: string }[]>('GET', '/networks')
    const own = networks.filter(one => !['bridge', 'host', 'none'].includes(one.Name))
    for (const n of own) await client.json('DELETE', `/networks/${n.Id}`).catch(() => undefined)
    return own.filter(n => n.Driver === 'bridge').map(n => `br-${n.Id.slice(0, 12)}`)
  } catch {
    // It does not answer any more: its rules go when its bridges do.
    return []
  } finally {
    client.close()
  }
}

const interfaces = (): string[] => readdirSync('/sys/class/net')

function portsOf(bridge: string): string[] {
  try {
    return readdirSync(`/sys/class/net/${bridge}/brif`)
  } catch {
    return [] // it went away while we looked
  }
}

/** One that still has a port is in use by another test's engine. */
function removeUnusedBridge(name: string): void {
  if (interfaces().includes(name) && portsOf(name).length === 0) spawnSync('ip', ['link', 'del', name])
}

/** Deepest first. */
export function mountsUnder(folder: string): string[] {
  return readFileSync('/proc/self/mounts', 'utf8')
    .split('\n')
    .map(line => line.split(' ')[1] ?? '')
    .filter(target => target === folder || target.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)
}
