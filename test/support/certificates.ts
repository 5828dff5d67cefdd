// Certificates of a test's own, made by openssl.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * An authority, and a certificate of it for this machine: `ca.pem`, `cert.pem` and `key.pem` in a folder that is made.
 *
 * @param names as openssl has them: `IP:127.0.0.1,DNS:registry.test`
 */
export function makeAuthority(folder: string, names = 'IP:127.0.0.1'): void {
  mkdirSync(folder)
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  const subject = ['-subj', `/CN=${path.basename(folder)}`]
  openssl('req', '-x509', ...key, '-keyout', 'ca-key.pem', '-out', 'ca.pem', ...subject, '-days', '2')
  openssl('req', ...key, '-keyout', 'key.pem', '-out', 'csr.pem', '-subj', '/CN=engine')
  writeFileSync(path.join(folder, 'ext'), `subjectAltName=${names}\n`)
  const signing = ['-CA', 'ca.pem', '-CAkey', 'ca-key.pem', '-CAcreateserial', '-extfile', 'ext']
  openssl('x509', '-req', '-in', 'csr.pem', ...signing, '-out', 'cert.pem', '-days', '2')
}
