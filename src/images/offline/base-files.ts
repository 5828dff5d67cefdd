import { readdir, readFile, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Effects } from '../../effects/effects.ts'
import { exists, makeFolder, putFile } from './put.ts'
import type { User } from './stand-ins/definition.ts'

const FOLDERS = [
  ...['dev', 'etc', 'home', 'mnt', 'opt', 'proc', 'root', 'run', 'srv', 'sys', 'usr/local/bin'],
  ...['var/cache', 'var/lib', 'var/log', 'var/spool']
]

/** What the maintainer scripts of Debian's base packages leave behind, as far as containers need it. */
export async function finishBase(
  root: string,
  users: readonly User[],
  fx: Pick<Effects, 'exec'>
): Promise<void> {
  for (const path of FOLDERS) await makeFolder(root, path)
  for (const path of ['tmp', 'var/tmp']) await makeFolder(root, path, 0o1777)
  if (!(await exists(join(root, 'var/run')))) await symlink('/run', join(root, 'var/run'))
  await putFile(root, 'etc/passwd', accounts(users))
  await putFile(root, 'etc/group', groups(users))
  if (!(await exists(join(root, 'etc/nsswitch.conf'))))
    await putFile(root, 'etc/nsswitch.conf', 'passwd: files\ngroup: files\nhosts: files dns\n')
  await bundleCertificates(root)
  await linkApplets(root, fx)
}

function accounts(users: readonly User[]): string {
  return [
    'root:x:0:0:root:/root:/bin/sh',
    'www-data:x:33:33:www-data:/var/www:/bin/false',
    'nobody:x:65534:65534:nobody:/nonexistent:/bin/false',
    ...users.map(({ name, uid, gid, home }) => `${name}:x:${uid}:${gid}:${name}:${home}:/bin/false`)
  ]
    .join('\n')
    .concat('\n')
}

function groups(users: readonly User[]): string {
  const own = users.map(({ name, gid }) => `${name}:x:${gid}:`)
  return ['root:x:0:', 'www-data:x:33:', 'docker:x:998:', ...own, 'nogroup:x:65534:'].join('\n').concat('\n')
}

/** What update-ca-certificates would have made. */
async function bundleCertificates(root: string): Promise<void> {
  const folder = join(root, 'usr/share/ca-certificates')
  if (!(await exists(folder))) return
  const files = (await readdir(folder, { recursive: true })).filter(file => file.endsWith('.crt')).sort()
  const texts = await Promise.all(files.map(file => readFile(join(folder, file), 'utf8')))
  await putFile(root, 'etc/ssl/certs/ca-certificates.crt', texts.join(''))
  await rm(folder, { recursive: true })
}

/** Where there is busybox, its commands stand in for all that no other package brings. */
async function linkApplets(root: string, fx: Pick<Effects, 'exec'>): Promise<void> {
  const busybox = join(root, 'usr/bin/busybox')
  if (!(await exists(busybox))) return
  const { stdout } = await fx.exec(busybox, ['--list'])
  for (const name of stdout.split('\n').filter(Boolean)) {
    const isTaken =
      (await exists(join(root, 'usr/bin', name))) || (await exists(join(root, 'usr/sbin', name)))
    if (!isTaken) await symlink('busybox', join(root, 'usr/bin', name))
  }
}
