// What a dockerd leaves on the machine after it has ended: iptables rules and chains, and empty cgroups.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync, rmdirSync } from 'node:fs'
import path from 'node:path'
import { systemClock } from '../../src/effects/clock.ts'
import { waitFor } from '../../src/effects/wait-for.ts'

/**
 * Removes the rules that name `bridge`; and docker's own chains, when no other bridge uses them any more. Other
 * engines start and stop meanwhile: what is gone already, or in use again, is left to them.
 */
export function removeFirewallTraces(bridge: string): void {
  for (const table of ['filter', 'nat']) {
    deleteRules(table, rule => rule.includes(` ${bridge} `))
    if (hasOtherDockerd(bridge)) continue
    const isInUse = rulesOf(table).some(rule => / -[io] \S+ /.test(rule) && /DOCKER|MASQUERADE/.test(rule))
    if (isInUse) continue
    deleteRules(table, rule => / -j DOCKER/.test(rule))
    for (const chain of chainsOf(table)) {
      tryIptables(table, ['-F', chain])
      tryIptables(table, ['-X', chain])
    }
  }
}

/**
 * Removes docker's rules for bridges that are no more: an engine that was killed, or lost its data, left them. One that
 * masquerades a range which another bridge has by now rewrites what that bridge's containers send to each other, and
 * VXLAN drops a packet whose sender it does not know: an overlay network is silent then, while all else works.
 */
export function removeStaleRules(): void {
  for (const table of ['filter', 'nat']) {
    const rules = rulesOf(table)
    // Read behind the rules: another engine makes a bridge first, and then what belongs to it.
    const there = new Set(readdirSync('/sys/class/net'))
    deleteAll(
      table,
      rules.filter(rule => isStale(rule, there))
    )
  }
}

/** `rule` as `iptables -S` has it: it names a bridge of an engine's, which is not among the interfaces. */
export function isStale(rule: string, interfaces: ReadonlySet<string>): boolean {
  const named = [...rule.matchAll(/ -[io] (\S+)/g)].map(match => match[1] ?? '')
  return named.some(name => /^(?:br-[0-9a-f]{12}|sl[a-z0-9]{6})$/.test(name) && !interfaces.has(name))
}

/**
 * Removes the cgroup `name`, in every hierarchy, with the empty ones below it: as soon as the last of what an engine
 * killed has left them.
 */
export async function removeCgroups(name: string): Promise<void> {
  const root = '/sys/fs/cgroup'
  const hierarchies = readdirSync(root, { withFileTypes: true }).filter(entry => entry.isDirectory())
  for (const folder of [root, ...hierarchies.map(entry => path.join(root, entry.name))])
    await waitFor(
      `the cgroup ${name} is empty`,
      async () => removeEmpty(path.join(folder, name)) || undefined,
      {
        clock: systemClock,
        deadlineMs: 60_000
      }
    )
}

/** Whether it is gone; what vanishes by itself meanwhile is gone, too. */
function removeEmpty(folder: string): boolean {
  if (!existsSync(folder)) return true
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true }))
      if (entry.isDirectory()) removeEmpty(path.join(folder, entry.name))
    rmdirSync(folder)
  } catch {
    // Something is in it yet, or in one of those below.
  }
  return !existsSync(folder)
}

function deleteRules(table: string, isOurs: (rule: string) => boolean): void {
  deleteAll(table, rulesOf(table).filter(isOurs))
}

function deleteAll(table: string, rules: readonly string[]): void {
  for (const rule of rules) tryIptables(table, rule.replace(/^-A/, '-D').split(' '))
}

const rulesOf = (table: string): string[] => iptables(table, ['-S']).filter(line => line.startsWith('-A '))
const chainsOf = (table: string): string[] =>
  iptables(table, ['-S'])
    .filter(line => line.startsWith('-N DOCKER'))
    .map(line => line.slice('-N '.length))

/** What iptables says of a rule or a chain that somebody else removed, or took into use, in between. */
const OVERTAKEN =
  /No chain\/target\/match by that name|Bad rule|matching rule exist|does a matching rule|Too many links|Directory not empty|Device or resource busy|does not exist/

function tryIptables(table: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync('iptables', ['-w', '-t', table, ...args], { encoding: 'utf8' })
  if (status !== 0 && !OVERTAKEN.test(stderr)) throw new Error(`iptables ${args.join(' ')}: ${stderr}`)
}

/** Whether an engine other than that of `bridge` runs in this network: those of nodes have one of their own. */
export function hasOtherDockerd(bridge: string): boolean {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .some(pid => {
      const [program = '', ...args] = commandLine(pid)
      const isOther = path.basename(program) === 'dockerd' && !args.includes(`--bridge=${bridge}`)
      return isOther && networkOf(pid) === networkOf('self')
    })
}

/** Empty for a process that has ended meanwhile. */
function commandLine(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  } catch {
    return []
  }
}

function networkOf(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/ns/net`)
  } catch {
    return undefined
  }
}

function iptables(table: string, args: readonly string[]): string[] {
  return execFileSync('iptables', ['-w', '-t', table, ...args], { encoding: 'utf8', stdio: 'pipe' }).split(
    '\n'
  )
}
