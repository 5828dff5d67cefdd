import { type MeshSlice, readMeshWorld } from '../../networks/read-world.ts'
import { lookOuts } from '../../networks/ways.rules.ts'
import { runProbes } from '../../probes/probe-run.ts'
import { type DnsEvidence, judgeName, type NameQuestion, nameQuestions, readName } from './judge.ts'

/**
 * Asks the engine's resolver for every name that a task must know, from one task for each service and node; once
 * more after a moment when an answer is not right, with the swarm's books read anew.
 *
 * @param services the asking services, by their names in the stack; without it, all
 * @throws as `gatherIsolation`
 */
export async function gatherDns(
  slice: MeshSlice,
  request: { services?: readonly string[]; settleMs?: number; labels?: Record<string, string> } = {}
): Promise<DnsEvidence> {
  const first = await askNames(slice, request)
  if (first.every(reading => judgeName(reading).kind === 'none')) return { readings: first, rounds: 1 }
  await slice.clock.sleep(request.settleMs ?? 2000, slice.signal)
  return { readings: await askNames(slice, request), rounds: 2 }
}

async function askNames(
  slice: MeshSlice,
  { services, labels }: { services?: readonly string[]; labels?: Record<string, string> }
): Promise<DnsEvidence['readings']> {
  const world = await readMeshWorld(slice)
  const outs = lookOuts(world).filter(out => !services || services.includes(out.service.name))
  const questions = new Map<string, NameQuestion[]>(outs.map(out => [out.key, nameQuestions(out, world)]))
  const engines = new Map(slice.nodes.map(node => [node.id, node.engine]))
  const sources = outs.flatMap(({ key, task }) => {
    const engine = engines.get(task.nodeId)
    return engine ? [{ key, engine, containerId: task.containerId }] : []
  })
  const asksOf = (own: readonly NameQuestion[]) => own.map(({ name }) => ({ kind: 'resolve' as const, name }))
  const outcomes = await runProbes(
    sources,
    () => new Map([...questions].map(([key, own]) => [key, asksOf(own)])),
    slice,
    labels
  )
  return outs.flatMap(({ key }) => {
    const outcome = outcomes.get(key)
    const reason = outcome?.isRun === false ? outcome.reason : 'the engine of its node cannot be asked'
    return (questions.get(key) ?? []).map((question, i) =>
      readName(question, outcome?.isRun ? outcome.answers[i] : undefined, reason)
    )
  })
}
