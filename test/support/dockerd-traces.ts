// What a dockerd leaves on the machine after it has ended: iptables rules and chains, and empty cgroups.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, rmdirSync } from 'node:fs'
import path from 'node:path'

/** Removes the rules that name `bridge`; and docker's own chains, when no other bridge uses them any more. */
export function removeFirewallTraces(bridge: string): void {
  for (const table of ['filter', 'nat']) {
    deleteRules(table, rule => rule.includes(` ${bridge} `))
    const isInUse = rulesOf(table).some(rule => / -[io] \S+ /.test(rule) && /DOCKER|MASQUERADE/.test(rule))
    if (isInUse) continue
    deleteRules(table, rule => / -j DOCKER/.test(rule))
    for (const chain of chainsOf(table)) {
      iptables(table, ['-F', chain])
      iptables(table, ['-X', chain])
    }
  }
}

/** Removes the cgroup `name`, in every hierarchy, with the empty ones below it. */
export function removeCgroups(name: string): void {
  const root = '/sys/fs/cgroup'
  const hierarchies = readdirSync(root, { withFileTypes: true }).filter(entry => entry.isDirectory())
  for (const folder of [root, ...hierarchies.map(entry => path.join(root, entry.name))])
    removeEmpty(path.join(folder, name))
}

function removeEmpty(folder: string): void {
  if (!existsSync(folder)) return
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) removeEmpty(path.join(folder, entry.name))
  rmdirSync(folder)
}

function deleteRules(table: string, isOurs: (rule: string) => boolean): void {
  for (const rule of rulesOf(table).filter(isOurs)) iptables(table, rule.replace(/^-A/, '-D').split(' '))
}

const rulesOf = (table: string): string[] => iptables(table, ['-S']).filter(line => line.startsWith('-A '))
const chainsOf = (table: string): string[] =>
  iptables(table, ['-S'])
    .filter(line => line.startsWith('-N DOCKER'))
    .map(line => line.slice('-N '.length))

function iptables(table: string, args: readonly string[]): string[] {
  return execFileSync('iptables', ['-w', '-t', table, ...args], { encoding: 'utf8', stdio: 'pipe' }).split(
    '\n'
  )
}
