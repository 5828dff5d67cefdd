import type { Exec } from '../../effects/effects.ts'
import { SwarmlineError } from '../../errors.ts'

/** Runs Debian's own programs: where one is missing, says what it is needed for and the way round it. */
export function debianExec(exec: Exec): Exec {
  return (file, args, options) =>
    exec(file, args, options).catch(error => {
      if (!(error instanceof SwarmlineError) || error.code !== 'missing-tool') throw error
      throw new SwarmlineError('missing-tool', error.message, {
        hint: 'without a registry images and tools come from Debian packages: run on Debian or Ubuntu, or where docker.io answers',
        cause: error
      })
    })
}
