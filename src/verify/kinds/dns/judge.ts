import { count, fail, inconclusive, type Judgement, pass } from '../../judging/judgement.rules.ts'
import { neutralise } from '../../judging/untrusted-text.rules.ts'
import type { LookOut } from '../../networks/ways.rules.ts'
import type { Attachment, MeshService, MeshWorld } from '../../networks/world.rules.ts'
import type { Answer } from '../../probes/asks.rules.ts'

/** One name, asked from one task, beside what the engine's own books say. */
export type NameReading = {
  /** The asking service, and the node that it asked on. */
  from: string
  node: string
  name: string
  /** The addresses that are right, a list for each network that both are on: one of them, or several together. */
  truth: string[][]
  /** `undefined` when the probe could not ask. */
  heard: string[] | undefined
  /** Why there is no answer. */
  problem: string
}
export type DnsEvidence = { readings: NameReading[]; rounds: number }

export type NameQuestion = Pick<NameReading, 'from' | 'node' | 'name' | 'truth'>

/** What the resolver in one task's namespace must know: the services that it shares a network with, and its own. */
export function nameQuestions(out: LookOut, world: MeshWorld): NameQuestion[] {
  const own = new Set(out.task.attachments.map(at => at.network))
  const node = world.nodes.find(one => one.id === out.task.nodeId)?.name ?? out.task.nodeId
  const asks = (names: readonly string[], truth: string[][]) =>
    truth.length > 0 ? names.map(name => ({ from: out.service.name, node, name, truth })) : []
  // A name leads to those who run; the service itself is another check's.
  const running = world.services.filter(({ tasks }) => tasks.length > 0)
  return running.flatMap(to => {
    const tasks = to.tasks.flatMap(task => task.attachments)
    const named = to.mode === 'vip' ? to.vips : tasks
    const aliases = Map.groupBy(to.aliases, ({ name }) => name)
    return [
      ...asks([to.fullName], byNetwork(named, own)),
      ...[...aliases].flatMap(([alias, on]) => {
        // A network knows only the aliases that it was given.
        const there = new Set(on.map(({ network }) => network).filter(network => own.has(network)))
        return isPlain(alias, to, world) ? asks([alias], byNetwork(named, there)) : []
      }),
      ...asks([`tasks.${to.fullName}`], byNetwork(tasks, own))
    ]
  })
}

/** An alias that two services have is both of theirs, and says nothing. */
function isPlain(alias: string, of: MeshService, world: MeshWorld): boolean {
  return world.services.every(
    one => one === of || !(one.aliases.some(({ name }) => name === alias) || one.fullName === alias)
  )
}

function byNetwork(attachments: readonly Attachment[], own: ReadonlySet<string>): string[][] {
  const shared = attachments.filter(at => own.has(at.network))
  return [...Map.groupBy(shared, at => at.network).values()].map(list => list.map(at => at.address).sort())
}

export function readName(question: NameQuestion, answer: Answer | undefined, reason = ''): NameReading {
  if (answer?.kind === 'named') return { ...question, heard: answer.addresses, problem: '' }
  if (answer?.kind === 'no-such-name' || answer?.kind === 'no-name-answer')
    return { ...question, heard: [], problem: '' }
  const detail = answer?.kind === 'unknown' ? answer.detail : reason
  return { ...question, heard: undefined, problem: detail || 'the probe did not say' }
}

export type NameFault =
  | { kind: 'none' | 'unknown' | 'unresolved' }
  /** Addresses that nobody of that name has. */
  | { kind: 'stale'; addresses: string[] }
  | { kind: 'missing'; addresses: string[] }

/** The engine answers for one network, or for several: each that appears must be whole, and nothing else may. */
export function judgeName({ truth, heard }: NameReading): NameFault {
  if (!heard) return { kind: 'unknown' }
  if (heard.length === 0) return { kind: 'unresolved' }
  const stale = heard.filter(address => !truth.some(list => list.includes(address)))
  if (stale.length > 0) return { kind: 'stale', addresses: stale }
  const missing = truth
    .filter(list => list.some(address => heard.includes(address)))
    .flatMap(list => list.filter(address => !heard.includes(address)))
  return missing.length > 0 ? { kind: 'missing', addresses: missing } : { kind: 'none' }
}

export const DNS_EXPECTED =
  'every name resolves, from every service and node, to the addresses that the swarm gave it'

export function judgeDns({ readings, rounds }: DnsEvidence): Judgement {
  const expected = DNS_EXPECTED
  const judged = readings.map(reading => ({ reading, fault: judgeName(reading) }))
  const unknown = judged.filter(one => one.fault.kind === 'unknown')
  const wrong = judged.filter(one => one.fault.kind !== 'none' && one.fault.kind !== 'unknown')
  const figures = { names: readings.length, wrong: wrong.length, unknown: unknown.length, rounds }
  const [first] = wrong
  if (first) return fail(expected, listed(wrong), hintFor(first.reading, first.fault), figures)
  if (readings.length === 0)
    return inconclusive(
      expected,
      'no running task can be asked',
      'deploy the stack, on networks of its own',
      figures
    )
  if (unknown.length > 0)
    return inconclusive(
      expected,
      `${count(unknown.length, 'name')} not known: ${listed(unknown)}`,
      'check that the node named answers, then look again',
      figures
    )
  return pass(expected, `${count(readings.length, 'name')} asked, all answers are right`, figures)
}

function listed(judged: readonly { reading: NameReading; fault: NameFault }[]): string {
  const shown = judged.slice(0, 4).map(({ reading, fault }) => {
    const { name, from, node, problem } = reading
    return `${neutralise(name, 80)} from ${from} on ${neutralise(node, 40)} ${inWords(fault, problem)}`
  })
  return judged.length > 4 ? `${shown.join('; ')}; and ${judged.length - 4} more` : shown.join('; ')
}

function inWords(fault: NameFault, problem: string): string {
  if (fault.kind === 'stale')
    return `gives ${fault.addresses.slice(0, 3).join(', ')}, which nothing of that name has`
  if (fault.kind === 'missing') return `leaves out ${fault.addresses.slice(0, 3).join(', ')}`
  return fault.kind === 'unresolved' ? 'does not resolve' : `could not be asked: ${neutralise(problem, 80)}`
}

function hintFor({ name, node }: NameReading, fault: NameFault): string {
  const where = neutralise(node, 40)
  if (fault.kind === 'stale')
    return `another service goes by that name on a common network (see \`docker network inspect\`), or the resolver on ${where} kept an address that is gone: then \`docker service update --force\` what ${neutralise(name, 80)} names, or restart the engine there`
  return `the node ${where} has not heard of all tasks: let TCP and UDP 7946 pass between the nodes`
}
