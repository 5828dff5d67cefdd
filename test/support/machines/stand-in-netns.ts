// Machines that are network namespaces on one bridge, each with a dockerd of its own: its bridges and firewall rules are
// in the namespace, and go with it.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { mountsUnder } from '../dockerd.ts'
import { removeCgroups } from '../dockerd-traces.ts'

const ip = (...args: string[]): string => execFileSync('ip', args, { encoding: 'utf8', stdio: 'pipe' })
/** The namespace with the bridge, and the first three octets of its network: the rig that made it says them. */
const hub = (): string => process.env.NETNS_HUB ?? ''
const prefix = (): string => process.env.NETNS_PREFIX ?? ''
const netnsOf = (name: string): string => `${hub()}-${name}`
const port = (octet: string): string => `p${octet}`

/** @returns the machine's address */
export function addNamespace(name: string, store: string): string {
  const octet = takeOctet(name, store)
  const netns = netnsOf(name)
  ip('netns', 'add', netns)
  ip('link', 'add', 'eth0', 'netns', netns, 'type', 'veth', 'peer', 'name', port(octet), 'netns', hub())
  ip('-n', hub(), 'link', 'set', port(octet), 'master', 'br0', 'up')
  ip('-n', netns, 'link', 'set', 'lo', 'up')
  ip('-n', netns, 'addr', 'add', `${prefix()}.${octet}/24`, 'dev', 'eth0')
  ip('-n', netns, 'link', 'set', 'eth0', 'up')
  return `${prefix()}.${octet}`
}

/** Several are made at once: a folder is made by one of them only. */
function takeOctet(name: string, store: string): string {
  const folder = path.join(store, 'addresses')
  mkdirSync(folder, { recursive: true })
  for (let octet = 11; octet < 250; octet++) {
    try {
      mkdirSync(path.join(folder, String(octet)))
      mkdirSync(path.join(folder, String(octet), name))
      return String(octet)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  throw new Error('no address is free')
}

export function removeNamespace(name: string, store: string): void {
  if (existsSync(`/run/netns/${netnsOf(name)}`)) ip('netns', 'del', netnsOf(name))
  const folder = path.join(store, 'addresses')
  for (const octet of existsSync(folder) ? readdirSync(folder) : [])
    if (existsSync(path.join(folder, octet, name))) rmSync(path.join(folder, octet), { recursive: true })
}

const cgroupOf = (folder: string): string => `${hub()}-${path.basename(folder)}`

export function startEngine(name: string, folder: string, labels: readonly string[]): void {
  const log = openSync(path.join(folder, 'log'), 'w')
  const tls = (file: string) => path.join(folder, file)
  const dockerd = [
    '/usr/sbin/dockerd',
    '--host=tcp://0.0.0.0:2376',
    ...['--tlsverify', `--tlscacert=${tls('ca.pem')}`],
    ...[`--tlscert=${tls('server.pem')}`, `--tlskey=${tls('server-key.pem')}`],
    ...[`--data-root=${folder}/data`, `--exec-root=${folder}/exec`, `--pidfile=${folder}/pid`],
    ...[`--cgroup-parent=/${cgroupOf(folder)}`, '--ip6tables=false', '--userland-proxy=false'],
    ...labels.map(label => `--label=${label}`)
  ]
  // `ip netns exec` would hide the cgroups: it mounts another /sys.
  const within = [`--net=/run/netns/${netnsOf(name)}`]
  const renamed = ['unshare', '--uts', 'sh', '-c', 'hostname "$0" && exec "$@"', name, ...dockerd]
  spawn('nsenter', [...within, ...renamed], { stdio: ['ignore', log, log], detached: true }).unref()
}

/** Ends it by its process id, with what it mounted. */
export async function endEngine(folder: string): Promise<void> {
  const file = path.join(folder, 'pid')
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  const isAlive = (): boolean => pid > 0 && existsSync(`/proc/${pid}`)
  const end = (signal: 'SIGTERM' | 'SIGKILL') => {
    try {
      process.kill(pid, signal)
    } catch {
      // It has ended meanwhile.
    }
  }
  if (isAlive()) end('SIGTERM')
  for (let tries = 0; isAlive() && tries < 300; tries++) await delay(100)
  if (isAlive()) end('SIGKILL')
  while (isAlive()) await delay(100)
  for (const mount of mountsUnder(folder)) spawnSync('umount', ['-l', mount])
  await removeCgroups(cgroupOf(folder))
}

/** What ssh would run on the machine. */
export const inMachine = (name: string, words: readonly string[]): string =>
  ip('netns', 'exec', netnsOf(name), ...words).trimEnd()
