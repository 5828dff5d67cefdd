// The certificates of a stand-in for docker-machine: one authority, one client, and one server for each machine.
import { execFileSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']

const openssl = (cwd: string, ...args: string[]): unknown =>
  execFileSync('openssl', args, { cwd, stdio: 'pipe' })

function sign(certs: string, folder: string, name: string, extension: string): void {
  const file = (end: string) => path.join(folder, `${name}${end}`)
  openssl(certs, 'req', ...KEY, '-keyout', file('-key.pem'), '-out', file('.csr'), '-subj', `/CN=${name}`)
  writeFileSync(file('.ext'), extension)
  const by = ['-CA', 'ca.pem', '-CAkey', 'ca-key.pem', '-set_serial', String(randomInt(1, 2 ** 47))]
  openssl(
    certs,
    'x509',
    '-req',
    '-in',
    file('.csr'),
    ...by,
    '-extfile',
    file('.ext'),
    '-out',
    file('.pem'),
    '-days',
    '2'
  )
}

/** Made at the first use, in the words of the real program. */
export function ensureAuthority(certs: string, say: (words: string) => unknown): void {
  if (existsSync(path.join(certs, 'client.pem'))) return
  mkdirSync(certs, { recursive: true, mode: 0o700 })
  say(`Creating CA: ${certs}/ca.pem`)
  openssl(
    certs,
    'req',
    '-x509',
    ...KEY,
    '-keyout',
    'ca-key.pem',
    '-out',
    'ca.pem',
    '-subj',
    '/CN=machines',
    '-days',
    '2'
  )
  say(`Creating client certificate: ${certs}/cert.pem`)
  sign(certs, certs, 'client', 'extendedKeyUsage=clientAuth\n')
}

/** A machine's folder gets what its engine shows, and what a client of it needs. */
export function serverCertificate(certs: string, folder: string, address: string): void {
  sign(certs, folder, 'server', `subjectAltName=IP:${address}\nextendedKeyUsage=serverAuth\n`)
  copyFileSync(path.join(certs, 'ca.pem'), path.join(folder, 'ca.pem'))
  copyFileSync(path.join(certs, 'client.pem'), path.join(folder, 'cert.pem'))
  copyFileSync(path.join(certs, 'client-key.pem'), path.join(folder, 'key.pem'))
}
