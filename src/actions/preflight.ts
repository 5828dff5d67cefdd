import type { Effects } from '../effects/effects.ts'

/** Shows the docker client's version in a group: the first thing that a bug report needs. Never fails. */
export async function showDocker({ exec, log }: Pick<Effects, 'exec' | 'log'>): Promise<void> {
  await log
    .step('Docker client', async () => {
      const { stdout } = await exec('docker', ['--version'], { isChecked: false })
      log.info(stdout.trim())
    })
    .catch(() => undefined)
}
