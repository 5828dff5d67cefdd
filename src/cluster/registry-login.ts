import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import bcrypt from 'bcryptjs'
import type { ArchiveEntry } from '../docker/archive.ts'
import { clientConfig, type Login, loginSource } from '../docker/config-file.rules.ts'
import { SwarmlineError } from '../errors.ts'
import { REGISTRY_LOGINS } from './registry-config.rules.ts'

export type RegistryLogin = { user: string; password: string }

/** 192 random bits. */
export function newLogin(): RegistryLogin {
  return { user: 'swarmline', password: randomBytes(24).toString('base64url') }
}

/**
 * The least work that bcrypt knows. A registry checks the password with every request, dozens a push, and in an
 * emulated VM the usual cost takes seconds each; against a random password of 192 bits more work adds nothing.
 */
const BCRYPT_COST = 4

/** The file that the registry reads again when its time of change is another one. */
export async function loginsFile(login: RegistryLogin, modifiedAt: Date): Promise<ArchiveEntry> {
  const hash = await bcrypt.hash(login.password, BCRYPT_COST)
  return {
    kind: 'file',
    path: REGISTRY_LOGINS.slice(1),
    content: `${login.user}:${hash}\n`,
    mode: 0o600,
    modifiedAt
  }
}

/** Writes the login where docker's client looks for it, and nowhere else: folder 0700, file 0600, in one step. */
export async function saveLogin(
  folder: string,
  reference: string,
  login: RegistryLogin,
  cliPluginsExtraDirs: readonly string[]
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  const file = path.join(folder, 'config.json')
  const { user: username, password } = login
  const text = clientConfig({ [reference]: { username, password } }, cliPluginsExtraDirs)
  await writeFile(`${file}.new`, text, { mode: 0o600 })
  await rename(`${file}.new`, file)
}

/**
 * The login that `saveLogin` wrote.
 * @throws `not-found` when there is none for this registry
 */
export async function readLogin(folder: string, reference: string): Promise<Login> {
  const text = await readFile(path.join(folder, 'config.json'), 'utf8').catch(() => '{}')
  const found = loginSource(text, [reference])
  if (found?.kind !== 'login' || !('username' in found.login))
    throw new SwarmlineError('not-found', `there is no login for the registry ${reference} in ${folder}`, {
      hint: 'make a new one: swarmline up'
    })
  return found.login
}
