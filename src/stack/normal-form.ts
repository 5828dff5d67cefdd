import { config as composeConfig } from 'docker-compose'
import { clientEnvironment, type DockerCommand } from '../docker/command.ts'
import type { Effects } from '../effects/effects.ts'
import { SwarmlineError } from '../errors.ts'
import { withoutValues } from '../plain/hide-values.ts'
import { HIDDEN } from '../plain/urls.ts'
import type { Variables } from './interpolate.rules.ts'
import type { Model } from './plain.rules.ts'

/** Where a program is looked for when the client needs another one: the package below takes a whole environment. */
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
const TIMEOUT_MS = 30_000
const NO_PLUGIN = /is not a docker command|unknown (shorthand )?flag|unknown command/i

/**
 * The stack files in Compose's normal form, from `docker compose config`; `undefined` where the client has no
 * compose plugin or the plugin refuses what `docker stack deploy` may accept: that is then said in a warning.
 * Nothing is made of it: a stack has to be the same on machines with and without the plugin.
 */
export async function normalForm(
  request: {
    docker: DockerCommand
    composeFiles: readonly string[]
    projectDir: string
    variables: Variables
  },
  fx: Pick<Effects, 'clock' | 'log' | 'signal'>
): Promise<Model | undefined> {
  const { docker, composeFiles, projectDir, variables } = request
  // The package ends the program in no case, so the wait for it must end here.
  const tooLong = new AbortController()
  try {
    const result = await Promise.race([
      composeConfig({
        cwd: projectDir,
        config: [...composeFiles],
        executable: { executablePath: docker.file },
        // Without these Compose would take values from a .env beside the file, which stack deploy does not.
        composeOptions: [
          ['--project-name', 'stack'],
          ['--project-directory', projectDir],
          ['--env-file', '/dev/null']
        ],
        env: { PATH, ...variables, ...clientEnvironment(docker) },
        log: false
      }),
      fx.clock.sleep(TIMEOUT_MS, AbortSignal.any([fx.signal, tooLong.signal])).then(() => {
        throw new SwarmlineError('timed-out', 'docker compose config does not come to an end')
      })
    ])
    return result.data.config as Model
  } catch (error) {
    if (fx.signal.aborted) throw new SwarmlineError('cancelled', 'cancelled')
    const said = saidBy(error)
    if (isMissing(error) || NO_PLUGIN.test(said))
      fx.log.debug('no compose plugin: the stack files are read without it')
    else
      fx.log.warn(`docker compose finds fault with the stack files: ${withoutWhatItQuotes(said, variables)}`)
    return undefined
  } finally {
    tooLong.abort()
  }
}

/** The package rejects with a plain object, `{exitCode, out, err}`, or with what spawn threw. */
function saidBy(error: unknown): string {
  if (error instanceof Error) return error.message
  const { err = '', out = '', exitCode } = (error ?? {}) as { err?: string; out?: string; exitCode?: number }
  return err.trim() || out.trim() || `it ended with ${exitCode}`
}

const isMissing = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 'ENOENT'

/** It quotes values that it does not understand, and lines of env files. */
const withoutWhatItQuotes = (said: string, variables: Variables): string =>
  withoutValues(lastLine(said), Object.values(variables)).replace(
    /(unexpected character |invalid \w+ )("(?:[^"\\]|\\.)*"|'[^']*')(?:.*)/,
    `$1${HIDDEN}`
  )

const lastLine = (said: string): string =>
  said.split('\n').findLast(line => line.trim() !== '' && !/level=warning/.test(line)) ?? said
