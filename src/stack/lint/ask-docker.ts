import { parse } from 'yaml'
import { type DockerCommand, runWithoutEngine } from '../../docker/command.ts'
import type { Effects } from '../../effects/effects.ts'
import { SwarmlineError } from '../../errors.ts'
import { renderStack } from '../read/read.rules.ts'
import type { StackPlan } from '../read/read.ts'
import { isKept, type YoungField, type YoungUse, youngUses } from './young-fields.rules.ts'

const TIMEOUT_MS = 30_000
/** Schema versions that it does not have. */
const UNSUPPORTED = /unsupported Compose file version|Additional property \S+ is not allowed/i

/**
 * Refuses a stack that uses a field which the docker client does not take over: an old one drops it without a word, or says
 * only that it does not know the version. It is asked by samples, and only for fields that the stack uses.
 *
 * @throws `missing-tool`: every such field with its file and line, and the client's version
 */
export async function requireKnownFields(
  { docker, plan }: { docker: DockerCommand; plan: StackPlan },
  fx: Pick<Effects, 'exec' | 'log' | 'signal'>
): Promise<void> {
  const uses = youngUses(plan)
  const unknown = new Set<YoungField>()
  for (const field of new Set(uses.map(use => use.field)))
    if (!(await isKnown(field, docker, fx))) unknown.add(field)
  if (unknown.size === 0) return
  const { stdout } = await runWithoutEngine(fx.exec, docker, ['--version'], {
    isChecked: false,
    signal: fx.signal
  })
  throw tooOld(
    uses.filter(use => unknown.has(use.field)),
    /\b\d+\.\d+[\w.+~-]*/.exec(stdout)?.[0] ?? 'of unknown version'
  )
}

async function isKnown(
  field: YoungField,
  docker: DockerCommand,
  fx: Pick<Effects, 'exec' | 'log' | 'signal'>
): Promise<boolean> {
  const { exitCode, stdout, stderr } = await runWithoutEngine(
    fx.exec,
    docker,
    ['stack', 'config', '--compose-file', '-'],
    { input: renderStack(field.sample), isChecked: false, timeoutMs: TIMEOUT_MS, signal: fx.signal }
  )
  if (exitCode === 0) return isKept(field, parse(stdout))
  if (UNSUPPORTED.test(stderr)) return false
  fx.log.debug(`docker could not be asked whether it knows ${field.path}: ${stderr.trim()}`)
  return true
}

function tooOld(uses: readonly YoungUse[], version: string): SwarmlineError {
  const fields = uses.map(({ place, service, path }) => {
    const where = place ? `${place.file}:${place.line}: ` : ''
    return `${where}service ${service}: the docker client ${version} drops ${path}`
  })
  return new SwarmlineError('missing-tool', fields.join('; '), {
    hint: 'use a newer docker client, or remove the field'
  })
}
