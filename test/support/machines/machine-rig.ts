// A machine with docker-machine on it: the stand-in on the PATH, a store of its own, and a network for its machines that
// only this machine is in besides.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'

export type MachineRig = {
  folder: string
  /** For a command that is to find the stand-in. */
  env: Record<string, string | undefined>
  /** Runs the stand-in itself. */
  machine(...args: string[]): string
  /** What is left of machines on this machine: namespaces, processes, mounts and files. */
  traces(): string[]
  stop(): void
}

export function startMachineRig(): MachineRig {
  const folder = mkdtempSync('/tmp/slm-')
  const hub = path.basename(folder)
  const prefix = `10.214.${freeOctet()}`
  // The name of an interface has at most 15 characters.
  const link = `slm${hub.slice(-6)}`
  const store = path.join(folder, 'store')
  for (const each of ['store', 'bin', 'home']) mkdirSync(path.join(folder, each))
  symlinkSync(path.join(import.meta.dirname, 'docker-machine.ts'), path.join(folder, 'bin/docker-machine'))
  const ip = (...args: string[]) => execFileSync('ip', args, { encoding: 'utf8', stdio: 'pipe' })
  const stop = (): void => {
    if (existsSync(`/run/netns/${hub}`)) ip('netns', 'del', hub)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    // Its bridge is in a namespace of its own, where no firewall of this machine's engines is.
    ip('netns', 'add', hub)
    ip('-n', hub, 'link', 'add', 'br0', 'type', 'bridge')
    ip('-n', hub, 'link', 'set', 'br0', 'up')
    ip('link', 'add', link, 'type', 'veth', 'peer', 'name', 'p0', 'netns', hub)
    ip('-n', hub, 'link', 'set', 'p0', 'master', 'br0', 'up')
    ip('addr', 'add', `${prefix}.1/24`, 'dev', link)
    ip('link', 'set', link, 'up')
  } catch (error) {
    stop()
    throw error
  }
  const env = {
    PATH: `${folder}/bin:${path.dirname(process.execPath)}:${process.env.PATH}`,
    HOME: `${folder}/home`,
    MACHINE_STORAGE_PATH: store,
    ...{ NETNS_HUB: hub, NETNS_PREFIX: prefix, DOCKER_HOST: undefined },
    ...{ SWARMLINE_STATE: `${folder}/state`, SWARMLINE_CACHE: `${folder}/cache` }
  }
  const filesIn = (name: string): string[] =>
    existsSync(path.join(folder, name)) ? readdirSync(path.join(folder, name)) : []
  return {
    ...{ folder, env, stop },
    machine: (...args) =>
      execFileSync(path.join(folder, 'bin/docker-machine'), args, {
        env: { ...process.env, ...env },
        encoding: 'utf8'
      }),
    traces: () => [
      ...readdirSync('/run/netns').filter(name => name.startsWith(`${hub}-`)),
      ...processesOf(folder),
      ...mounts().filter(mount => mount.startsWith(folder)),
      ...['store/machines', 'store/addresses', 'state'].flatMap(filesIn)
    ]
  }
}

const mounts = (): string[] =>
  execFileSync('cat', ['/proc/self/mounts'], { encoding: 'utf8' })
    .split('\n')
    .map(line => line.split(' ')[1] ?? '')

function processesOf(folder: string): string[] {
  const all = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n')
  return all.filter(line => line.includes(`${folder}/`))
}

function freeOctet(): number {
  const taken = execFileSync('ip', ['-4', '-o', 'addr'], { encoding: 'utf8' })
  const free = Array.from({ length: 254 }, (_, i) => i + 1).filter(o => !taken.includes(` 10.214.${o}.`))
  const octet = free[Math.floor(Math.random() * free.length)]
  if (octet === undefined) throw new Error('no address range is free for machines')
  return octet
}
