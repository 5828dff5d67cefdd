import { patienceOf } from '../../plain/pace.ts'
import type { World } from '../world.ts'
import { type InsideAnswer, readAnswer, readHead } from './http-inside.rules.ts'
import { runInTask, type TaskDoor } from './in-task.ts'

/** `unknown`: nothing in the container can ask, or it cannot be reached. */
export type InsideExchange =
  | ({ kind: 'answer' } & InsideAnswer)
  | { kind: 'unreachable' | 'unknown'; detail: string }

const MAX_BYTES = 256 * 1024
const PHP =
  '$c = stream_context_create(["http" => ["ignore_errors" => true, "follow_location" => 0, "timeout" => 10]]);' +
  '$b = file_get_contents($argv[1], false, $c); if ($b === false) exit(1);' +
  'echo implode("\\n", $http_response_header), "\\n\\n", $b;'

/** What images happen to have; the address is an argument, and its form has been checked. wget shows least. */
const PROGRAMS = [
  (url: string, seconds: string) => ['curl', '-s', '-S', '-i', '-m', seconds, url],
  (url: string) => ['php', '-r', PHP, '--', url],
  (url: string, seconds: string) => ['wget', '-S', '-T', seconds, '-O', '-', url]
]

/**
 * One GET from within a task's container, by curl, php or wget, whichever is there.
 *
 * @throws as `runInTask`
 */
export async function exchangeInside(door: TaskDoor, url: string, world: World): Promise<InsideExchange> {
  for (const argvOf of PROGRAMS) {
    const argv = argvOf(url, String(10 * patienceOf(world)))
    const run = await runInTask(door, { argv, timeoutMs: 20_000, maxBytes: MAX_BYTES }, world)
    if (run.kind === 'unreachable')
      return { kind: 'unknown', detail: `the engine of ${run.node} cannot be reached from here` }
    if (run.kind === 'not-started' || run.exitCode === 126 || run.exitCode === 127) continue
    const isWget = argv[0] === 'wget'
    const head = isWget ? readHead(run.stderr) : undefined
    const answer = isWget
      ? head && { ...head, body: run.exitCode === 0 ? run.stdout : undefined }
      : readAnswer(run.stdout)
    if (answer) return { kind: 'answer', ...answer }
    return { kind: 'unreachable', detail: run.stderr || `${argv[0]} ended with ${run.exitCode}` }
  }
  return { kind: 'unknown', detail: 'the container has neither curl nor php nor wget' }
}
