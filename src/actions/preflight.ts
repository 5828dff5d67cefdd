import { getExecOutput } from '@actions/exec'
import type { Log } from '../effects/effects.ts'

/** Shows the docker client's version in a group: the first thing that a bug report needs. Never fails. */
export async function showDocker(log: Log): Promise<void> {
  await log
    .step('Docker client', async () => {
      const options = { silent: true, ignoreReturnCode: true }
      const { stdout } = await getExecOutput('docker', ['--version'], options)
      log.info(stdout.trim())
    })
    .catch(() => undefined)
}
