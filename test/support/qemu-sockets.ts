// What a QEMU process has open towards this machine's network: the only way out of a VM with user networking.
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

const TABLES = ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6', 'icmp', 'icmp6', 'packet']

/** Every network socket of a process, as `table local remote state`; unix sockets are no network. */
export function networkSockets(pid: number): Set<string> {
  const inodes = new Set<string>()
  for (const fd of readdirSync(`/proc/${pid}/fd`)) {
    try {
      const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1]
      if (inode) inodes.add(inode)
    } catch {
      // closed while we looked
    }
  }
  const found = new Set<string>()
  for (const table of TABLES)
    for (const line of readTable(pid, table)) {
      const fields = line.trim().split(/\s+/)
      const inode = table === 'packet' ? fields[8] : fields[9]
      if (inode && inodes.has(inode)) found.add(`${table} ${fields.slice(1, 4).join(' ')}`)
    }
  return found
}

/** Collects every socket that appears while `work` runs, however short it lives (looks each 10 ms). */
export async function socketsDuring(pid: number, work: () => Promise<unknown>): Promise<string[]> {
  const before = networkSockets(pid)
  const seen = new Set<string>()
  const look = () => {
    for (const socket of networkSockets(pid)) if (!before.has(socket)) seen.add(socket)
  }
  const timer = setInterval(look, 10)
  try {
    await work()
    look()
  } finally {
    clearInterval(timer)
  }
  return [...seen]
}

function readTable(pid: number, table: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/net/${table}`, 'utf8').split('\n').slice(1)
  } catch {
    return []
  }
}
