import { nearest } from '../effects/nearest.rules.ts'
import { SwarmlineError } from '../errors.ts'

/** What became of one option's text: its value, or what is wrong with it. */
export type Reading<T> = { value: T } | { fault: string }

/**
 * Makes one record of all readings.
 *
 * @throws `usage` that names every fault at once, so that nobody mends a command line one option at a time.
 */
export function collect<T extends object>(command: string, fields: { [K in keyof T]: Reading<T[K]> }): T {
  const faults: string[] = []
  const values: Partial<T> = {}
  for (const key of Object.keys(fields) as (keyof T)[]) {
    const reading = fields[key]
    if ('fault' in reading) faults.push(reading.fault)
    else values[key] = reading.value
  }
  if (faults.length > 0)
    throw new SwarmlineError('usage', faults.join('; '), { hint: `see swarmline ${command} --help` })
  return values as T
}

export function given<T>(value: T): Reading<T> {
  return { value }
}

export function wholeNumber(option: string, text: string, min: number, max: number): Reading<number> {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (value >= min && value <= max) return { value }
  return { fault: `${option} takes a whole number from ${min} to ${max}, not ${quoted(text)}` }
}

export function fraction(option: string, text: string): Reading<number> {
  const value = /^(\d+|\d*\.\d+)$/.test(text) ? Number(text) : Number.NaN
  if (value >= 0 && value <= 1) return { value }
  return { fault: `${option} takes a number from 0 to 1, not ${quoted(text)}` }
}

export function oneOf<T extends string>(option: string, text: string, choices: readonly T[]): Reading<T> {
  const value = choices.find(choice => choice === text)
  if (value !== undefined) return { value }
  const meant = nearest(text, choices)
  const list = `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`
  return { fault: `${option} takes ${list}, not ${quoted(text)}${meant ? ` (did you mean ${meant}?)` : ''}` }
}

export function matching(option: string, text: string, pattern: RegExp, what: string): Reading<string> {
  return pattern.test(text) ? { value: text } : { fault: `${option} takes ${what}, not ${quoted(text)}` }
}

/** Every text read by `read`; the faults of all of them. */
export function each<T>(texts: readonly string[], read: (text: string) => Reading<T>): Reading<T[]> {
  const readings = texts.map(read)
  const faults = readings.flatMap(reading => ('fault' in reading ? [reading.fault] : []))
  if (faults.length > 0) return { fault: faults.join('; ') }
  return { value: readings.flatMap(reading => ('value' in reading ? [reading.value] : [])) }
}

export function then<A, B>(reading: Reading<A>, next: (value: A) => Reading<B>): Reading<B> {
  return 'fault' in reading ? reading : next(reading.value)
}

export function quoted(text: string): string {
  return `“${text}”`
}
