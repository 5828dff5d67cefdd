import type { SolutionFile } from './read-solution.ts'

/** What scripts read, or are: nobody keeps a secret in it, or the repository has it anyway. */
const READ_BY_SCRIPTS = /(?:^|\/)(?:bin\/.*|(?:Dockerfile|Makefile)[^/]*|[^/]*\.(?:sh|bash|ya?ml|conf|md))$/
const ENV_FILE = /(?:^|\/)(?:\.env[^/]*|[^/]*\.env)$/
const VALUE = /^(\s*(?:export\s+)?\w+=).*$/gm
const STAND_IN = 'stand-in'

/**
 * A file as the closed room gets it: a container on a node is no place for a participant's passwords. What scripts do not
 * read is there, with a content that is none; env files have their names, and no values.
 */
export function roomFile(file: SolutionFile): SolutionFile {
  if (ENV_FILE.test(file.path)) {
    const text = file.content.toString('utf8').replace(VALUE, `$1${STAND_IN}`)
    return { ...file, content: Buffer.from(text) }
  }
  if (READ_BY_SCRIPTS.test(file.path) || file.isExecutable) return file
  return { ...file, content: Buffer.from(`${STAND_IN}\n`) }
}
