import { randomBytes } from 'node:crypto'
import { type DockerTools, runPlugin } from '../docker/command.ts'
import { forCleanup } from '../effects/cleanup.ts'
import type { ExecResult } from '../effects/effects.ts'
import { SwarmlineError } from '../errors.ts'
import type { ImageEffects, StoredImage } from './build.ts'
import { containersOf, failuresOf, imageVariable, TESTER } from './test-verdict.rules.ts'

export type ImageTest = {
  docker: DockerTools
  /** The engine that has the images. */
  socketPath: string
  /** A compose file, absolute. */
  file: string
  images: readonly Pick<StoredImage, 'name' | 'tags'>[]
}

/** Longer takes no test of an image: what hangs is ended, and shown. */
const LONGEST_MS = 15 * 60_000
const LINES_SHOWN = 20

/**
 * Runs a compose file with the images that were just built, on the engine that has them; it finds each as `IMAGE_<NAME>`. With
 * a service `sut` the test passes when that exits with 0; without one, when every service runs, and is healthy where it
 * can say so. Nothing of it is left.
 *
 * @throws `verify-failed` with what failed, after its last lines were shown; `timed-out`, `cancelled`
 */
export async function testImages(test: ImageTest, fx: ImageEffects): Promise<void> {
  const project = `swarmline-test-${randomBytes(4).toString('hex')}`
  const env = Object.fromEntries(test.images.map(({ name, tags }) => [imageVariable(name), tags[0]]))
  const compose = (args: readonly string[], within = fx, timeoutMs = 60_000): Promise<ExecResult> =>
    runPlugin(
      within.exec,
      test.docker,
      test.socketPath,
      'compose',
      ['--env-file', '/dev/null', '--ansi', 'never', '-p', project, '-f', test.file, ...args],
      { env, signal: within.signal, isChecked: false, timeoutMs }
    )
  await fx.log.step('Test the images', async () => {
    const { stdout, stderr, exitCode } = await compose(['config', '--services'])
    if (exitCode !== 0)
      throw new SwarmlineError('input', `${test.file}: ${lastLine(stderr)}`, {
        hint: 'correct the test file'
      })
    const how = stdout.split('\n').includes(TESTER) ? ['--exit-code-from', TESTER] : ['--detach', '--wait']
    try {
      const ran = await compose(['up', '--no-build', ...how], fx, LONGEST_MS)
      if (ran.exitCode !== 0) throw await explain(test.file, ran, compose, fx)
    } finally {
      await compose(['down', '--volumes', '--remove-orphans', '--timeout', '5'], forCleanup(fx))
    }
  })
}

async function explain(
  file: string,
  ran: ExecResult,
  compose: (args: readonly string[]) => Promise<ExecResult>,
  fx: ImageEffects
): Promise<SwarmlineError> {
  const failures = failuresOf(containersOf((await compose(['ps', '--all', '--format', 'json'])).stdout))
  for (const { service } of failures) {
    const { stdout } = await compose(['logs', '--no-color', '--tail', String(LINES_SHOWN), service])
    for (const line of stdout.split('\n').filter(Boolean)) fx.log.info(line)
  }
  const what = failures.map(each => `${each.service} ${each.what}`).join(', ') || lastLine(ran.stderr)
  return new SwarmlineError('verify-failed', `the test ${file} failed: ${what}; nothing was pushed`, {
    hint:
      failures.length > 0 ? 'the last lines of its containers are above' : 'run it by hand: docker compose up'
  })
}

const lastLine = (said: string): string =>
  (said.trim().split('\n').at(-1) ?? '').slice(0, 300) || 'docker compose failed without an error message'
