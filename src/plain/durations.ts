const UNIT_MS: Record<string, number> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000
}
const DURATION = /^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+$/
const PART = /(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g

/** `1m30s`, `500ms`, `0s`, as docker reads durations (Go's time.ParseDuration); `undefined` when it is none. */
export function durationMs(text: string): number | undefined {
  if (text === '0') return 0
  if (!DURATION.test(text)) return undefined
  return [...text.matchAll(PART)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (UNIT_MS[unit as string] as number),
    0
  )
}

/** `1m30s`, `500ms`, `0s`: `durationMs` reads it back. */
export function showDuration(ms: number): string {
  if (ms === 0) return '0s'
  const parts: [number, string][] = [
    [Math.floor(ms / 3_600_000), 'h'],
    [Math.floor((ms % 3_600_000) / 60_000), 'm'],
    [Math.floor((ms % 60_000) / 1_000), 's'],
    [Math.floor(ms % 1_000), 'ms'],
    [Math.round((ms % 1) * 1e6), 'ns']
  ]
  return parts.flatMap(([count, unit]) => (count > 0 ? [`${count}${unit}`] : [])).join('')
}
