import { type DockerCommand, runDocker } from '../docker/command.ts'
import type { ImageEffects } from './build.ts'
import { explainPush } from './build-errors.rules.ts'
import { passingTrouble, pauseBefore } from './push-retry.rules.ts'
import { askedPause } from './retry-after.ts'

export type TagPush = {
  docker: DockerCommand
  socketPath: string
  /** How often a push is tried again that failed by a busy registry or a broken connection. */
  retries: number
}

/**
 * Pushes one tag. What the registry has of it already is not sent again, in another try neither.
 *
 * @throws `push-failed`: at once when the registry refuses it, else when no try is left
 */
export async function pushTag(
  { docker, socketPath, retries }: TagPush,
  tag: string,
  fx: ImageEffects,
  update: (detail: string) => void
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const result = await runDocker(fx.exec, docker, socketPath, ['push', tag], {
      signal: fx.signal,
      isChecked: false,
      onLine: line => update(line.trim().slice(0, 100))
    })
    if (result.exitCode === 0) return
    const said = result.stderr.trim() || result.stdout
    const trouble = passingTrouble(said)
    if (trouble === undefined || attempt > retries) throw explainPush(tag, said, attempt)
    const pauseMs = pauseBefore(attempt, trouble === 'busy' ? await askedPause(tag, fx) : undefined)
    if (pauseMs === undefined) throw explainPush(tag, said, attempt)
    const why = trouble === 'busy' ? 'the registry is busy' : 'the connection broke'
    const seconds = Math.ceil(pauseMs / 1000)
    fx.log.warn(`pushing ${tag}: ${why}; trying again in ${seconds} s (${attempt} of ${retries})`)
    await fx.clock.sleep(pauseMs, fx.signal)
  }
}
