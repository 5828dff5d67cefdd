import type { EngineClient } from '../../docker/client.ts'
import { waitFor } from '../../effects/wait-for.ts'
import { SwarmlineError } from '../../errors.ts'
import { patienceOf } from '../../plain/pace.ts'
import type { VerifyEffects } from '../round/plan.ts'
import { createDemultiplexer } from './demultiplex.rules.ts'

export type ContainerCommand = {
  /** Never built from untrusted text, and never holds a secret: argv is visible on the node. */
  argv: readonly string[]
  /** From the start to the last byte of output, on a quick machine; a slow one has longer. Default 60 s. */
  timeoutMs?: number
  /** Output (both streams together) beyond this is dropped and the rest not read; default 64 KiB. */
  maxBytes?: number
}
/** Output as bytes: what a program writes need not be text. */
export type ContainerBytes = { exitCode: number; stdout: Buffer; stderr: Buffer; isTruncated: boolean }
export type ContainerResult = { exitCode: number; stdout: string; stderr: string; isTruncated: boolean }

/**
 * Runs a program inside a container, by the API of the engine that the container is on. Output is untrusted.
 *
 * The API cannot end what it started: a program that outlives its deadline goes on inside the container.
 *
 * @throws `timed-out` after `timeoutMs`; `cancelled`; `engine-lost`; the engine's own error (no such container)
 */
export async function runInContainer(
  engine: EngineClient,
  containerId: string,
  command: ContainerCommand,
  fx: Pick<VerifyEffects, 'clock' | 'signal' | 'pace'>
): Promise<ContainerResult> {
  const { stdout, stderr, ...rest } = await runForBytes(engine, containerId, command, fx)
  return { ...rest, stdout: stdout.toString('utf8'), stderr: stderr.toString('utf8') }
}

/** The same, with output as it is. @throws as `runInContainer` */
export async function runForBytes(
  engine: EngineClient,
  containerId: string,
  command: ContainerCommand,
  fx: Pick<VerifyEffects, 'clock' | 'signal' | 'pace'>
): Promise<ContainerBytes> {
  const { argv, maxBytes = 64 * 1024 } = command
  const timeoutMs = (command.timeoutMs ?? 60_000) * patienceOf(fx)
  const deadline = AbortSignal.timeout(timeoutMs)
  const signal = AbortSignal.any([fx.signal, deadline])
  try {
    const made = await engine.json<{ Id?: unknown } | null>('POST', `/containers/${containerId}/exec`, {
      body: { Cmd: argv, AttachStdout: true, AttachStderr: true, Tty: false },
      signal
    })
    const Id = made?.Id
    if (typeof Id !== 'string')
      throw new SwarmlineError('engine-lost', 'the engine’s answer names no program')
    const output = await readOutput(engine, Id, maxBytes, signal)
    // The output ends a moment before the engine has reaped the program and knows its exit status.
    const exitCode = output.isTruncated
      ? -1
      : await waitFor(
          `the end of ${argv[0]}`,
          async () => {
            const state = await engine.json<{ Running: boolean; ExitCode: unknown }>(
              'GET',
              `/exec/${Id}/json`,
              { signal }
            )
            return state.Running ? undefined : statusIn(state)
          },
          { clock: fx.clock, deadlineMs: timeoutMs, everyMs: 50, signal }
        )
    return { exitCode, ...output }
  } catch (error) {
    if (!deadline.aborted || fx.signal.aborted) throw error
    throw new SwarmlineError('timed-out', `${argv[0]} in the container did not finish within ${timeoutMs} ms`)
  }
}

function statusIn({ ExitCode }: { ExitCode: unknown }): number | undefined {
  if (ExitCode === null || ExitCode === undefined) return undefined
  if (typeof ExitCode === 'number') return ExitCode
  throw new SwarmlineError('engine-lost', 'the engine’s answer names no exit status')
}

async function readOutput(
  engine: EngineClient,
  execId: string,
  maxBytes: number,
  signal: AbortSignal
): Promise<Omit<ContainerBytes, 'exitCode'>> {
  const stream = await engine.stream('POST', `/exec/${execId}/start`, {
    body: { Detach: false, Tty: false },
    timeoutMs: 0,
    signal
  })
  const frames = createDemultiplexer()
  const output = { stdout: [] as Buffer[], stderr: [] as Buffer[] }
  let room = maxBytes
  try {
    for await (const chunk of stream) {
      for (const { source, data } of frames.push(chunk as Buffer)) {
        // One chunk may hold several pieces, also when the first of them has filled the room.
        output[source].push(data.subarray(0, Math.max(0, room)))
        room -= data.length
      }
      if (room < 0) break
    }
  } finally {
    stream.destroy()
  }
  return {
    stdout: Buffer.concat(output.stdout),
    stderr: Buffer.concat(output.stderr),
    isTruncated: room < 0
  }
}
