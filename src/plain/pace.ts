/** How fast a swarm was at one time, in milliseconds. */
export type PaceSample = {
  /** Since the epoch. */
  atMs: number
  /** A no-op through the engine; `undefined` when it was not answered in time. */
  pingMs: number | undefined
  /** A program started in a task, to its end; `undefined` where none was started, or none could be. */
  startMs: number | undefined
}

/** What follows from it. */
export type Pace = {
  /** How many things may be done at once: 1 to 16. */
  atOnce: number
  /** By how much longer than on a quick machine anything may take: 1 to 8, a whole number. */
  patience: number
}

/** What is not answered by then counts as not answered. */
export const SAMPLE_LIMIT_MS = 10_000

const MOST_AT_ONCE = 16
/** Where no program can be started it is not known what one costs. */
const MOST_UNTRIED = 4
const MOST_PATIENCE = 8
/** Programs that start one after the other in this time may as well start at once. */
const STARTS_WITHIN_MS = 3_000
const PINGS_WITHIN_MS = 800
/** A quick machine needs less: there nothing is waited for any longer than it says. */
const QUICK = { pingMs: 100, startMs: 500 }
/** Samples that count: the pace is that of now, and one slow answer does not make a slow swarm. */
const RECENT = { pings: 5, starts: 3 }

/** The pace of a swarm that nobody has measured: nothing is held back, and nothing waited for any longer. */
export const UNMEASURED: Pace = { atOnce: MOST_AT_ONCE, patience: 1 }

/** Whoever does something to a swarm, and may know its pace. */
export type Paced = { pace?: (() => Pace) | undefined }

export const patienceOf = ({ pace }: Paced): number => (pace?.() ?? UNMEASURED).patience

/** @param samples the oldest first */
export function paceOf(samples: readonly PaceSample[]): Pace {
  if (samples.length === 0) return UNMEASURED
  const pingMs = median(samples.slice(-RECENT.pings).map(sample => sample.pingMs ?? SAMPLE_LIMIT_MS))
  const starts = samples.flatMap(sample => sample.startMs ?? []).slice(-RECENT.starts)
  const startMs = starts.length > 0 ? median(starts) : undefined
  const byStart = startMs === undefined ? MOST_UNTRIED : STARTS_WITHIN_MS / Math.max(1, startMs)
  return {
    atOnce: clamp(Math.floor(Math.min(byStart, PINGS_WITHIN_MS / Math.max(1, pingMs))), MOST_AT_ONCE),
    patience: clamp(
      Math.round(Math.max(pingMs / QUICK.pingMs, (startMs ?? 0) / QUICK.startMs)),
      MOST_PATIENCE
    )
  }
}

/** A swarm on which a failure may be the machine's: what fails on it is measured once more. */
export const isSlow = ({ patience }: Pace): boolean => patience >= 2

/**
 * Why a swarm had too much to do at the time of a sample, in words; `undefined` when it had not.
 *
 * @param opened what was measured before anything else was asked of it
 */
export function overloadIn(sample: PaceSample, opened: PaceSample): string | undefined {
  const { pingMs, startMs } = sample
  if (pingMs === undefined) return 'the engine did not answer'
  if (pingMs >= Math.min(1_000, Math.max(500, 8 * (opened.pingMs ?? SAMPLE_LIMIT_MS))))
    return `the engine took ${seconds(pingMs)} to answer`
  if (startMs !== undefined && startMs >= Math.max(3_000, 4 * (opened.startMs ?? 0)))
    return `a program took ${seconds(startMs)} to start`
  return undefined
}

/** `0.9 s` */
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

const clamp = (value: number, most: number): number => Math.min(most, Math.max(1, value))
