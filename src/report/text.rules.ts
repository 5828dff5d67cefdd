/**
 * How values read to a person. Everything here takes untrusted text as well: services, engines and containers
 * wrote much of what a report shows.
 */

import { oneLine } from '../plain/text.ts'

export { oneLine, plain, withoutCommands } from '../plain/text.ts'

/** `820 ms`, `12.3 s`, `3 min 12 s`, `1 h 03 min` */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.max(0, Math.round(ms))} ms`
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
  const minutes = Math.round(seconds / 60)
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`
}

/** `87.4 MB`: powers of 1000, as docker counts. */
export function bytes(n: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  let rest = n
  let unit = 0
  while (rest >= 999.95 && unit < units.length - 1) {
    rest /= 1000
    unit++
  }
  return `${unit === 0 ? rest : rest.toFixed(1)} ${units[unit]}`
}

/** `33.3 %`, and `0 %` where there is nothing to have a share of. */
export function percent(part: number, whole: number): string {
  if (whole <= 0 || part <= 0) return '0 %'
  return part === whole ? '100 %' : `${((part / whole) * 100).toFixed(1)} %`
}

/** `12,345` */
export function whole(n: number): string {
  return n.toLocaleString('en-US', { maximumFractionDigits: 0 })
}

/** `1 replica`, `3 replicas` */
export function count(n: number, noun: string): string {
  return `${whole(n)} ${noun}${n === 1 ? '' : 's'}`
}

/** `2026-11-23 14:05 UTC`; what is not a time stays as it is. */
export function moment(rfc3339: string): string {
  const read = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?Z$/.exec(rfc3339)
  return read ? `${read[1]} ${read[2]} UTC` : oneLine(rfc3339)
}
