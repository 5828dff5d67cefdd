/** Something whose time stands still while it waits for others. */
export type Pausable = {
  pause(): void
  resume(): void
  /** Counts time that ran elsewhere. */
  add(ms: number): void
}

export type Stopwatch = Pausable & {
  /** What ran so far, without the pauses. */
  elapsedMs(): number
  /** Ends the limit; the time can still be read. */
  stop(): void
}

/** Begins at once. `onLimit` is called once, when `limitMs` have run: neither pauses nor what was added counts. */
export function startStopwatch(limitMs = Infinity, onLimit: () => void = () => undefined): Stopwatch {
  let pauses = 0
  let pastMs = 0
  let addedMs = 0
  let beganAt: number | undefined
  let timer: NodeJS.Timeout | undefined
  const run = (): void => {
    beganAt = performance.now()
    if (limitMs !== Infinity) timer = setTimeout(onLimit, Math.max(0, limitMs - pastMs))
  }
  const ranMs = () => pastMs + (beganAt === undefined ? 0 : performance.now() - beganAt)
  const rest = (): void => {
    pastMs = ranMs()
    beganAt = undefined
    clearTimeout(timer)
  }
  run()
  return {
    elapsedMs: () => ranMs() + addedMs,
    add: ms => {
      addedMs += ms
    },
    pause: () => {
      if (pauses++ === 0) rest()
    },
    resume: () => {
      if (--pauses === 0) run()
    },
    stop: () => {
      rest()
      // Whatever still waits for the check that ended must not start it again.
      pauses = Infinity
    }
  }
}

export type StopwatchGroup = Pausable & {
  /** What ran before counts for whoever joins late. @returns leaves */
  join(member: Pausable): () => void
  /** What was waited for has ended. */
  end(): void
}

/** The time of something for which several wait: it stands still for all of them at once. */
export function createStopwatchGroup(): StopwatchGroup {
  const own = startStopwatch()
  const members = new Set<Pausable>()
  let pauses = 0
  const all = () => [own, ...members]
  return {
    join(member) {
      members.add(member)
      member.add(own.elapsedMs())
      if (pauses > 0) member.pause()
      return () => {
        if (members.delete(member) && pauses > 0) member.resume()
      }
    },
    end: () => own.stop(),
    add: ms => {
      for (const each of all()) each.add(ms)
    },
    pause: () => {
      if (pauses++ === 0) for (const each of all()) each.pause()
    },
    resume: () => {
      if (--pauses === 0) for (const each of all()) each.resume()
    }
  }
}
