import { type DockerCommand, runWithoutEngine } from '../../docker/command.ts'
import type { Effects } from '../../effects/effects.ts'
import { explain } from '../../errors.ts'
import { withoutValues } from '../../plain/hide-values.ts'
import { HIDDEN } from '../../plain/urls.ts'
import { renderStack } from '../read/read.rules.ts'
import type { Model, Variables } from '../read/read.ts'

const TIMEOUT_MS = 30_000
const NO_PLUGIN = /is not a docker command|unknown (shorthand )?flag|unknown command/i

export type ComposeQuestion = {
  /** What the files say, merged, with the variables replaced: no variable reaches a program, in whose environment it could decide what the program does. */
  model: Model
  /** Whose values are not shown when it quotes them. */
  variables: Variables
  projectDir: string
}

/**
 * Asks `docker compose config` for its opinion of a stack. Where it finds fault that is a warning: `docker stack
 * deploy` may accept it. Nothing is made of the answer: a stack has to be the same on machines with and without the
 * plugin.
 */
export async function askCompose(
  request: ComposeQuestion & { docker: DockerCommand },
  fx: Pick<Effects, 'exec' | 'log' | 'signal'>
): Promise<void> {
  const { docker, model, variables, projectDir } = request
  const options = { cwd: projectDir, isChecked: false, isGroup: true, timeoutMs: TIMEOUT_MS }
  // By its standard input: values of variables are in it.
  const input = renderStack(model)
  const said = await runWithoutEngine(fx.exec, docker, argumentsFor(projectDir), {
    ...options,
    input,
    signal: fx.signal
  }).then(
    ({ exitCode, stderr, stdout }) =>
      exitCode === 0 ? '' : stderr.trim() || stdout.trim() || `it ended with ${exitCode}`,
    error => {
      if (fx.signal.aborted) throw error
      return error?.code === 'missing-tool' ? 'unknown command' : explain(error)
    }
  )
  if (said === '') return
  if (NO_PLUGIN.test(said)) fx.log.debug('no compose plugin: the stack files are not checked with it')
  else fx.log.warn(`docker compose rejects the stack files: ${withoutWhatItQuotes(said, variables)}`)
}

// Without the last two Compose would take values from a .env beside the file, which stack deploy does not; and it would
// print what it read, secrets as well.
const argumentsFor = (projectDir: string): string[] => [
  ...['compose', '--project-name', 'stack', '--project-directory', projectDir],
  ...['--file', '-', '--env-file', '/dev/null', 'config', '--quiet']
]

/** It quotes values that it does not understand, and lines of env files. */
const withoutWhatItQuotes = (said: string, variables: Variables): string =>
  withoutValues(lastLine(said), Object.values(variables)).replace(
    /(unexpected character |invalid \w+ )("(?:[^"\\]|\\.)*"|'[^']*')(?:.*)/,
    `$1${HIDDEN}`
  )

const lastLine = (said: string): string =>
  said.split('\n').findLast(line => line.trim() !== '' && !/level=warning/.test(line)) ?? said
