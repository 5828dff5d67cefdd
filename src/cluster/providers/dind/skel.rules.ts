import type { ArchiveEntry } from '../../../docker/archive.ts'

/** The image of a node whose programs are those of the engine's machine: a root folder without /usr. */
export const SKEL_IMAGE = 'swarmline/skel:1'
/** The program that makes a container a node; it lies in the VM's /usr. */
export const NODE_ENTRY = '/usr/sbin/node-init'
/** What such a container sees of the machine, read only. */
export const MACHINE_BINDS = [
  '/usr:/usr:ro',
  '/etc/alternatives:/etc/alternatives:ro',
  '/etc/ssl:/etc/ssl:ro'
]

/**
 * The few kilobytes of that root folder. Everything that a program needs in /etc is here, so nothing is read
 * from the machine's.
 */
export function skelEntries(): ArchiveEntry[] {
  const folder = (path: string, mode = 0o755): ArchiveEntry => ({ kind: 'folder', path, mode })
  const file = (path: string, lines: string[]): ArchiveEntry => ({
    kind: 'file',
    path,
    content: `${lines.join('\n')}\n`
  })
  return [
    ...FOLDERS.map(path => folder(path)),
    folder('tmp', 0o1777),
    folder('root', 0o700),
    ...['bin', 'sbin', 'lib', 'lib64'].map(
      (path): ArchiveEntry => ({ kind: 'link', path, target: `usr/${path}` })
    ),
    { kind: 'link', path: 'var/run', target: '/run' },
    file('etc/passwd', [
      'root:x:0:0:root:/root:/bin/sh',
      'nobody:x:65534:65534:nobody:/nonexistent:/bin/false'
    ]),
    file('etc/group', ['root:x:0:', 'nogroup:x:65534:']),
    file('etc/nsswitch.conf', ['passwd: files', 'group: files', 'hosts: files dns']),
    file('etc/protocols', ['ip 0 IP', 'icmp 1 ICMP', 'tcp 6 TCP', 'udp 17 UDP'])
  ]
}

const FOLDERS = [
  'usr',
  'etc',
  'etc/alternatives',
  'etc/docker',
  'etc/ssl',
  'var',
  'var/lib',
  'var/lib/docker',
  'var/lib/containerd',
  'var/log',
  'run',
  'proc',
  'sys',
  'dev',
  'opt',
  'host'
]
