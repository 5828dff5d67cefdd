// Why docker reads something else in what is handed over than in the file: all that may differ, and nothing else may.
// The table of docs/compose-differences.md is made of this list.
import { isMapping, mapping } from '../../../src/stack/read/plain.rules.ts'
import type { Difference } from './differences.ts'

export type DocumentedDifference = {
  name: string
  /** What is written in the file, and what is handed over instead. */
  written: string
  handed: string
  why: string
  explains(difference: Difference): boolean
}

const inService = (path: string, end: RegExp): boolean => /^services\.[^.]+\./.test(path) && end.test(path)
const isGone = ({ to }: Difference): boolean => to === undefined

/** Service keys that docker takes and drops. */
const DROPPED =
  /^services\.[^.]+\.(build|cgroupns_mode|cgroup_parent|container_name|devices|domainname|expose|external_links|ipc|links|mac_address|network_mode|pid|privileged|security_opt|shm_size|userns_mode)$/

export const DOCUMENTED: readonly DocumentedDifference[] = [
  {
    name: 'ignored-keys',
    written:
      '`build`, `cgroupns_mode`, `cgroup_parent`, `container_name`, `devices`, `domainname`, `expose`, `external_links`, `ipc`, `links`, `mac_address`, `network_mode`, `pid`, `privileged`, `security_opt`, `shm_size`, `userns_mode`',
    handed: 'nothing',
    why: 'docker drops them itself when it deploys; each is a finding `ignored-key`',
    explains: each => DROPPED.test(each.path) && isGone(each)
  },
  {
    name: 'restart',
    written: '`restart: always`',
    handed: '`deploy.restart_policy: {condition: any}`',
    why: 'docker drops the key; the policy says the same in the words of a swarm',
    explains: ({ path, from, to }) =>
      inService(path, /\.restart$/) ||
      (inService(path, /\.deploy(\.restart_policy)?$/) &&
        from === undefined &&
        isMapping(path.endsWith('deploy') ? mapping(to).restart_policy : to) &&
        (path.endsWith('restart_policy') || Object.keys(mapping(to)).length === 1))
  },
  {
    name: 'tmpfs',
    written: '`tmpfs: /run:size=64m`',
    handed: '`volumes: [{type: tmpfs, target: /run, tmpfs: {size: 67108864}}]`',
    why: 'docker drops the key; a mount of type tmpfs is what it means',
    explains: ({ path, from, to }) =>
      inService(path, /\.tmpfs$/) ||
      (inService(path, /\.volumes$/) &&
        Array.isArray(to) &&
        JSON.stringify(to.slice(0, Array.isArray(from) ? from.length : 0)) === JSON.stringify(from ?? []) &&
        to.slice(Array.isArray(from) ? from.length : 0).every(mount => mapping(mount).type === 'tmpfs'))
  },
  {
    name: 'whole-paths',
    written: '`env_file: web.env`, `file: ./key.pem`, `source: ./data`',
    handed: 'the whole path of the file or folder',
    why: 'what is handed over is read from another folder',
    explains: ({ path, from, to }) =>
      (inService(path, /\.env_file\.\d+$/) || /^(secrets|configs)\..+\.file$/.test(path)) &&
      String(to).endsWith(`/${String(from).replace(/^(\.\.?\/)+/, '')}`)
  },
  {
    name: 'small-letters',
    written: '`protocol: UDP`',
    handed: '`protocol: udp`',
    why: 'docker takes both for the same',
    explains: ({ path, from, to }) =>
      inService(path, /\.ports\.\d+\.(protocol|mode)$|\.endpoint_mode$/) &&
      typeof from === 'string' &&
      from.toLowerCase() === to
  },
  {
    name: 'bare-variables',
    written: '`environment: [NAME]`',
    handed: '`NAME` with the value of the variable that was given, or without one',
    why: 'docker would take it from the environment of whoever deploys',
    explains: ({ path, from, to }) =>
      inService(path, /\.environment\.[^.]+$/) && (from === null || from === undefined || to === null)
  }
]

export const explanationOf = (difference: Difference): string | undefined =>
  DOCUMENTED.find(({ explains }) => explains(difference))?.name

/**
 * Rules whose errors are right where docker's client takes a file: the swarm refuses it, always, or it is a trap in
 * which something other than written would run.
 */
export const REFUSED_BEFORE_THE_SWARM: Readonly<Record<string, string>> = {
  'bad-constraint': 'the swarm refuses the expression',
  'bad-image': 'the swarm refuses the name',
  'bad-mount': 'the swarm refuses the mount, or the container cannot start with it',
  'bad-name': 'the swarm refuses the name',
  'host-port-start-first': 'the update would never end',
  'item-twice': 'the client refuses it in some forms',
  'local-network': 'the swarm refuses a network of one machine',
  'missing-key': 'the client or the swarm refuses it when it deploys',
  'no-content': 'the client refuses it when it deploys',
  'no-image': 'the swarm refuses a service without an image',
  'no-services': 'there is nothing to deploy',
  'port-twice': 'the swarm refuses the second service',
  'refused-combination': 'the swarm refuses the two beside each other',
  'refused-key': 'the swarm has nothing for the key',
  'start-first-max-replicas': 'the update would never end',
  'too-small': 'the swarm refuses the amount',
  'undefined-name': 'the client refuses it when it deploys, when other services are there already',
  'unclosed-quote': 'the client refuses it when it deploys'
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')

/** The page with both of its tables as they are here. */
export function documentedPage(page: string): string {
  const tables = {
    differences: table(
      ['in the file', 'handed over', 'because'],
      DOCUMENTED.map(({ written, handed, why }) => [written, handed, why])
    ),
    errors: table(
      ['rule', 'because'],
      Object.entries(REFUSED_BEFORE_THE_SWARM).map(([rule, why]) => [`\`${rule}\``, why])
    )
  }
  return Object.entries(tables).reduce(
    (text, [name, rows]) =>
      text.replace(
        new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*(<!-- /${name} -->)`),
        (_, before, after) => `${before}\n${rows}\n\n${after}`
      ),
    page
  )
}
