import type { EngineClient } from '../docker/client.ts'
import { demultiplex } from '../docker/container-logs.ts'
import type { ApiService, ApiTask } from '../docker/types.ts'
import { presentable } from './log-lines.rules.ts'

const LOG_TIMEOUT_MS = 5_000
const LOG_MAX_BYTES = 256 * 1024

/** A manager fetches a task's log from its node, which may be gone: an empty list is an answer too. */
export async function lastLinesOf(
  client: EngineClient,
  taskId: string,
  lines: number,
  signal: AbortSignal
): Promise<string[]> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(LOG_TIMEOUT_MS)])
  const chunks: Buffer[] = []
  try {
    const stream = await client.stream('GET', `/tasks/${taskId}/logs`, {
      query: { stdout: 1, stderr: 1, tail: lines },
      timeoutMs: LOG_TIMEOUT_MS,
      signal: limit
    })
    let size = 0
    for await (const chunk of stream) {
      chunks.push(Buffer.from(chunk as Uint8Array))
      size += chunks.at(-1)?.length ?? 0
      if (size > LOG_MAX_BYTES) break
    }
  } catch {
    // What was read so far is shown.
  }
  return presentable(demultiplex(Buffer.concat(chunks)), lines)
}

const JOB_LINES = 200
const JOB_TASKS = 10

/**
 * The last lines of a job's newest tasks in its present iteration, in the order of the tasks, bounded and fit to be
 * shown. Empty when they cannot be had: a job has not failed by a log that nobody can read.
 */
export async function jobLog(client: EngineClient, service: string, signal: AbortSignal): Promise<string[]> {
  try {
    const { ID, JobStatus } = await client.json<ApiService>('GET', `/services/${service}`, { signal })
    const filters = JSON.stringify({ service: [ID] })
    const tasks = (await client.json<ApiTask[] | null>('GET', '/tasks', { query: { filters }, signal })) ?? []
    // The first iteration is number 0, which the API leaves out.
    const iteration = JobStatus?.JobIteration?.Index ?? 0
    const own = tasks
      .filter(
        task => (task.JobIteration?.Index ?? 0) === iteration && task.Status.ContainerStatus?.ContainerID
      )
      .toSorted((a, b) => Date.parse(a.CreatedAt) - Date.parse(b.CreatedAt))
      .slice(-JOB_TASKS)
    const lines: string[] = []
    for (const task of own) lines.push(...(await lastLinesOf(client, task.ID, JOB_LINES, signal)))
    return lines
  } catch {
    return []
  }
}
