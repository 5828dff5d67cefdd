// Folding a prober's requests into what is said of a rollout: in which phase, on which node, for how long.
import { bucketsOf, createHistogram, type Histogram, record, summarise } from './histogram.rules.ts'
import { type Share, shareOf } from './load-result.rules.ts'
import type { FirstFailure, LatencyBucket, Sample } from './samples.ts'
import { type Counts, count, createCounts, firstFailure, MAX_FIRST_FAILURES } from './tally.rules.ts'

/** The longest stretch in which a node gave no good answer. Milliseconds from the prober's start. */
export type Gap = { fromMs: number; toMs: number; ms: number }
export type ProbedNode = { name: string } & Share & { longestGap: Gap }
/** Requests belong to the phase in which they were due, whenever they ended. */
export type ProbedPhase = { name: string; fromMs: number; toMs: number } & Share & {
    nodes: ({ name: string } & Share)[]
  }

/** One second of due times, counted from the start; seconds without a request are left out. */
export type ProbedSecond = { second: number; sent: number; failed: number }

/** `planned = answered + failed + notSent + unfinished`. */
export type ProbeResult = Share & {
  /** When the first request was due, by our clock: milliseconds since the epoch. All other times count from it. */
  startedAtMs: number
  durationMs: number
  latencyBuckets: LatencyBucket[]
  series: ProbedSecond[]
  /** Dropped at the end, so that nobody knows what would have become of them. */
  unfinished: number
  nodes: ProbedNode[]
  phases: ProbedPhase[]
  /** The first 20, in the order of their ends. */
  firstFailures: FirstFailure[]
  /** From the due time to the sending: latencies hold this machine's own lateness too. */
  sendLagMs: { p99: number; max: number }
}

type Phase = { name: string; fromMs: number; all: Counts; nodes: Counts[] }
type Stretch = { lastMs: number; longest: Gap }

export type ProbeTally = {
  names: readonly string[]
  all: Counts
  nodes: Counts[]
  phases: Phase[]
  seconds: Map<number, ProbedSecond>
  stretches: Stretch[]
  sendLag: Histogram
  firstFailures: FirstFailure[]
}

/** Later phases count as the last one. */
const MAX_PHASES = 200
/** Later seconds count as the last one. */
const MAX_SECONDS = 3600

export function createProbeTally(names: readonly string[], phase: string): ProbeTally {
  const longest = { fromMs: 0, toMs: 0, ms: 0 }
  const tally: ProbeTally = {
    names,
    all: createCounts(),
    nodes: names.map(() => createCounts()),
    phases: [],
    seconds: new Map(),
    stretches: names.map(() => ({ lastMs: 0, longest })),
    sendLag: createHistogram(),
    firstFailures: []
  }
  addPhase(tally, phase, 0)
  return tally
}

/** What is due from now on belongs to the new phase. The phase that goes on already is not begun again. */
export function addPhase({ phases, names }: ProbeTally, name: string, fromMs: number): void {
  if (phases.length >= MAX_PHASES || phases.at(-1)?.name === name) return
  phases.push({ name, fromMs, all: createCounts(), nodes: names.map(() => createCounts()) })
}

/** Counts one request. Requests arrive in the order of their ends. */
export function addProbe(tally: ProbeTally, sample: Sample): void {
  const { outcome, dueMs, sentMs, endMs, target } = sample
  const phase = tally.phases.findLast(each => each.fromMs <= dueMs) ?? tally.phases[0]
  for (const counts of [tally.all, tally.nodes[target], phase?.all, phase?.nodes[target]])
    if (counts) count(counts, sample)
  if (outcome.kind !== 'not-sent') {
    record(tally.sendLag, sentMs - dueMs)
    countSecond(tally.seconds, dueMs, outcome.kind !== 'answer')
  }
  const stretch = tally.stretches[target]
  if (outcome.kind !== 'answer') {
    if (tally.firstFailures.length < MAX_FIRST_FAILURES)
      tally.firstFailures.push(firstFailure(sample, outcome.kind, outcome.detail, tally.names))
  } else if (stretch) {
    stretch.longest = longer(stretch, endMs)
    stretch.lastMs = endMs
  }
}

function countSecond(seconds: ProbeTally['seconds'], dueMs: number, hasFailed: boolean): void {
  const second = Math.min(MAX_SECONDS - 1, Math.floor(dueMs / 1000))
  const { sent, failed } = seconds.get(second) ?? { sent: 0, failed: 0 }
  seconds.set(second, { second, sent: sent + 1, failed: failed + Number(hasFailed) })
}

function longer({ lastMs, longest }: Stretch, endMs: number): Gap {
  const ms = endMs - lastMs
  return ms > longest.ms ? { fromMs: lastMs, toMs: endMs, ms } : longest
}

/** @param startedAtMs when the tally began: milliseconds since the epoch */
export function probeResult(
  tally: ProbeTally,
  startedAtMs: number,
  endMs: number,
  unfinished: number
): ProbeResult {
  const { names, all, nodes, phases, stretches } = tally
  const named = (counts: Counts, index: number) => ({ name: names[index] ?? '?', ...shareOf(counts) })
  const whole = shareOf(all)
  const sendLag = summarise(tally.sendLag)
  return {
    ...whole,
    planned: whole.planned + unfinished,
    startedAtMs: Math.round(startedAtMs),
    durationMs: Math.round(endMs),
    latencyBuckets: bucketsOf(all.answers),
    series: [...tally.seconds.values()].toSorted((a, b) => a.second - b.second),
    unfinished,
    nodes: nodes.map((counts, index) => ({
      ...named(counts, index),
      longestGap: rounded(longer(stretches[index] as Stretch, endMs))
    })),
    phases: phases.map((phase, index) => ({
      name: phase.name,
      fromMs: Math.round(phase.fromMs),
      toMs: Math.round(phases[index + 1]?.fromMs ?? endMs),
      ...shareOf(phase.all),
      nodes: phase.nodes.map(named)
    })),
    firstFailures: tally.firstFailures,
    sendLagMs: { p99: sendLag.p99, max: sendLag.max }
  }
}

const rounded = ({ fromMs, toMs, ms }: Gap): Gap => ({
  fromMs: Math.round(fromMs),
  toMs: Math.round(toMs),
  ms: Math.round(ms)
})
