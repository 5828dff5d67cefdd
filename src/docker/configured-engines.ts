// The contexts of docker's own client: where an engine is, under a name. Read where they are needed for a command line,
// before anything is asked: small files of the user's own.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { SwarmlineError } from '../errors.ts'

export type DockerContext = {
  /** `unix://…`, `ssh://…`, `tcp://…`. */
  host: string
  /** Folder of ca.pem, cert.pem and key.pem, where the context has them. */
  certDir: string | undefined
}

/** The context that `docker context use` chose; `undefined`: none, or that of no name, `default`. */
export function currentContext(configDir: string): string | undefined {
  const text = textOf(path.join(configDir, 'config.json'))
  try {
    const { currentContext: name } = JSON.parse(text ?? '{}')
    return typeof name === 'string' && name !== '' && name !== 'default' ? name : undefined
  } catch {
    // Docker says so and goes on with none. The parser's error would quote what it read.
    return undefined
  }
}

/**
 * A context by its name. (cli/context/store of docker/cli: the folders are named by the SHA-256 of the name)
 *
 * @throws `input` where there is none, or it names no engine
 */
export function readContext(configDir: string, name: string): DockerContext {
  const id = createHash('sha256').update(name).digest('hex')
  const text = textOf(path.join(configDir, 'contexts', 'meta', id, 'meta.json'))
  if (text === undefined)
    throw new SwarmlineError('input', `there is no docker context “${name}”`, {
      hint: 'see what there is with: docker context ls'
    })
  const { Host, SkipTLSVerify } = endpointOf(text)
  if (typeof Host !== 'string' || Host === '')
    throw new SwarmlineError('input', `the docker context “${name}” names no engine`, {
      hint: `see it with: docker context inspect ${name}`
    })
  if (SkipTLSVerify === true)
    throw new SwarmlineError(
      'input',
      `the docker context “${name}” does not verify the engine (skip-tls-verify)`,
      {
        hint: 'give it the ca of the engine: docker context update'
      }
    )
  const certDir = path.join(configDir, 'contexts', 'tls', id, 'docker')
  return { host: Host, certDir: existsSync(certDir) ? certDir : undefined }
}

function endpointOf(text: string): { Host?: unknown; SkipTLSVerify?: unknown } {
  try {
    return JSON.parse(text)?.Endpoints?.docker ?? {}
  } catch {
    return {}
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
