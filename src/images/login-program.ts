import type { RegistryLogin } from '../docker/config-file.rules.ts'
import { SEEN_BY_LOGIN_PROGRAMS } from '../effects/child-environment.rules.ts'
import type { Effects } from '../effects/effects.ts'

/** The name that goes with a token instead of a user's. */
const TOKEN = '<token>'

/**
 * The login that a credential helper of docker's keeps for a server: `docker-credential-NAME get`, the server on
 * standard input, JSON on standard output. What it prints, errors as well, goes nowhere else: it may hold a secret.
 *
 * @param name see `loginSource`
 * @returns `undefined` for whatever reason it gives none
 * @throws `cancelled`
 */
export async function askLoginProgram(
  name: string,
  server: string,
  timeoutMs: number,
  fx: Pick<Effects, 'exec' | 'log' | 'signal'>
): Promise<RegistryLogin | undefined> {
  const program = `docker-credential-${name}`
  const isLate = AbortSignal.timeout(timeoutMs)
  try {
    const signal = AbortSignal.any([fx.signal, isLate])
    // A helper may have started others, which would hold its output open.
    const options = {
      input: server,
      signal,
      isChecked: false,
      isGroup: true,
      inherit: SEEN_BY_LOGIN_PROGRAMS
    }
    const { exitCode, stdout } = await fx.exec(program, ['get'], options)
    const login = exitCode === 0 ? loginOf(stdout) : undefined
    if (!login) fx.log.debug(`${program} has no login for ${server}`)
    return login
  } catch (error) {
    if (fx.signal.aborted) throw error
    const why = isLate.aborted ? `did not answer within ${timeoutMs / 1000} s` : 'cannot be run'
    fx.log.debug(`${program} ${why}`)
    return undefined
  }
}

function loginOf(answer: string): RegistryLogin | undefined {
  try {
    const { Username, Secret } = JSON.parse(answer)
    if (typeof Username !== 'string' || typeof Secret !== 'string' || !Username || !Secret) return undefined
    return Username === TOKEN ? { identityToken: Secret } : { username: Username, password: Secret }
  } catch {
    // The parser's error quotes what it read.
    return undefined
  }
}
