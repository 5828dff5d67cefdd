import { EngineAnswerError, type EngineClient } from '../../../docker/client.ts'
import { SwarmlineError } from '../../../errors.ts'
import { neutralise } from '../../../verify/verify.rules.ts'
import { runInTask, type TaskDoor, type World } from '../../../verify/verify.ts'
import type { HealthRun } from './judge.ts'

const MIB = 1024 ** 2

/** In the service's own container. */
export async function runBeside(
  door: TaskDoor,
  argv: readonly string[],
  timeoutMs: number,
  world: World
): Promise<HealthRun> {
  try {
    const run = await runInTask(door, { argv, timeoutMs, maxBytes: 4096 }, world)
    if (run.kind === 'ended')
      return { kind: 'ended', exitCode: run.exitCode, output: neutralise(`${run.stdout} ${run.stderr}`) }
    return { kind: 'not-started', reason: run.kind === 'not-started' ? neutralise(run.reason) : run.kind }
  } catch (error) {
    return timedOut(error)
  }
}

/** In a container of the image that runs nothing but the command, has no network, no mount and little of anything. */
export async function runAlone(
  engine: EngineClient,
  { image, command, environment }: { image: string; command: readonly string[]; environment: string[] },
  timeoutMs: number,
  { signal }: Pick<World, 'signal'>
): Promise<HealthRun> {
  const [program, ...rest] = command
  // Without the signal: what was made has to be known, so that it can be taken away.
  const { Id } = await engine.json<{ Id: string }>('POST', '/containers/create', {
    body: {
      Image: image,
      Entrypoint: [program],
      Cmd: rest,
      Env: environment,
      Healthcheck: { Test: ['NONE'] },
      Labels: { 'io.swarmline.grading': 'healthcheck' },
      HostConfig: {
        NetworkMode: 'none',
        Memory: 128 * MIB,
        PidsLimit: 64,
        CapDrop: ['ALL'],
        SecurityOpt: ['no-new-privileges'],
        LogConfig: { Type: 'none', Config: {} }
      }
    }
  })
  const late = AbortSignal.timeout(timeoutMs)
  try {
    const until = AbortSignal.any([signal, late])
    await engine.json('POST', `/containers/${Id}/start`, { signal: until })
    const ended = await engine.json<{ StatusCode: number }>('POST', `/containers/${Id}/wait`, {
      signal: until,
      timeoutMs: 0
    })
    return { kind: 'ended', exitCode: ended.StatusCode, output: '' }
  } catch (error) {
    if (late.aborted && !signal.aborted) return { kind: 'timed-out' }
    // The engine says so when the image lacks the program.
    if (error instanceof EngineAnswerError && error.status < 500)
      return { kind: 'not-started', reason: neutralise(error.message) }
    throw error
  } finally {
    await engine
      .json('DELETE', `/containers/${Id}`, { query: { force: true, v: true } })
      .catch(() => undefined)
  }
}

function timedOut(error: unknown): HealthRun {
  if (error instanceof SwarmlineError && error.code === 'timed-out') return { kind: 'timed-out' }
  throw error
}
