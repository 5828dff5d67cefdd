import { nearest } from '../effects/nearest.rules.ts'
import type { Kind, Reading } from './input.ts'
import { linesIn, secretsIn } from './secret-pairs.ts'

const shown = (text: string): string => (text === '' ? 'an empty text' : `“${text}”`)
const refused = (called: string, what: string, text: string): { fault: string } => ({
  fault: `${called} takes ${what}, not ${shown(text)}`
})

/** One text, read by `read`; without one its fault is that of an empty text. */
const one = <T>(
  value: string,
  read: (text: string, called: string) => Reading<T>,
  more: Partial<Kind<T>> = {}
): Kind<T> => ({ shape: 'text', value, read: ([text = ''], called) => read(text, called), ...more })

/** Without a text: `undefined`. */
export const optional = <T>(kind: Kind<T>): Kind<T | undefined> => ({
  ...kind,
  read: (texts, called): Reading<T | undefined> =>
    texts.length === 0 ? { value: undefined } : kind.read(texts, called)
})

/** Any text. */
export const text = (value = 'text'): Kind<string> => one(value, given => ({ value: given }))

/** Never shown, not even in an error. */
export const secret: Kind<string | undefined> = {
  ...optional(one('text', given => ({ value: given }))),
  isSecret: true
}

/** @param what the form in words: `letters and digits` */
export const matching = (value: string, pattern: RegExp, what: string): Kind<string> =>
  one(value, (given, called) => (pattern.test(given) ? { value: given } : refused(called, what, given)))

export const oneOf = <T extends string>(value: string, choices: readonly T[]): Kind<T> =>
  one<T>(
    value,
    (given, called): Reading<T> => {
      const chosen = choices.find(choice => choice === given)
      if (chosen) return { value: chosen }
      const meant = given === '' ? undefined : nearest(given, choices)
      const list = `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`
      return {
        fault: `${called} takes ${list}, not ${shown(given)}${meant ? ` (did you mean ${meant}?)` : ''}`
      }
    },
    { choices }
  )

/** The YAML 1.2 core schema's booleans, as the toolkit reads them. */
export const flag: Kind<boolean> = {
  ...one('', (given, called) =>
    /^(?:true|false)$/i.test(given)
      ? { value: given.toLowerCase() === 'true' }
      : refused(called, 'true or false', given)
  ),
  shape: 'flag'
}

/** @param most without one, as large as a number may be, and the limits are not shown */
export const wholeNumber = (min: number, most?: number): Kind<number> =>
  one(
    'n',
    (given, called) => {
      const value = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN
      const range = most === undefined ? `of ${min} or more` : `from ${min} to ${most}`
      return value >= min && value <= (most ?? value)
        ? { value }
        : refused(called, `a whole number ${range}`, given)
    },
    most === undefined ? {} : { limits: `${min} to ${most}` }
  )

const UNIT_MS: Readonly<Record<string, number>> = { '': 1000, s: 1000, m: 60_000, h: 3_600_000 }

/** `90s`, `5m`, `1h`, or seconds without a unit; in milliseconds. */
export const duration: Kind<number> = one('time', (given, called) => {
  const [, count = '', unit = ''] = /^(\d{1,6})([smh]?)$/.exec(given) ?? []
  const value = Number(count) * (UNIT_MS[unit] ?? 0)
  return value > 0 ? { value } : refused(called, 'a time such as 90s, 5m or 1h', given)
})

/** Any texts. */
export const list = (value: string): Kind<string[]> => ({
  shape: 'list',
  value,
  read: texts => ({ value: [...texts] })
})

/** Texts of which `parse` makes values; what is wrong with any of them is one fault. */
export const listOf = <T>(
  value: string,
  form: string,
  parse: (entry: string) => T | undefined
): Kind<T[]> => ({
  shape: 'list',
  value,
  read: (texts, called) => {
    const parsed = texts.map(entry => ({ entry, value: parse(entry) }))
    const wrong = parsed.filter(each => each.value === undefined).map(({ entry }) => shown(entry))
    return wrong.length > 0
      ? { fault: `${called} takes ${form}, not ${wrong.join(', ')}` }
      : { value: parsed.flatMap(each => (each.value === undefined ? [] : [each.value])) }
  }
})

/** `NAME=VALUE` texts as a record; the last of a name counts. */
export const pairs = (value = 'name=value'): Kind<Record<string, string>> => ({
  shape: 'list',
  value,
  read: (texts, called) => {
    const parsed = texts.map(entry => /^([^=\s]+)=(.*)$/s.exec(entry))
    const wrong = parsed.flatMap((pair, at) => (pair ? [] : [at + 1]))
    if (wrong.length > 0) return notPairs(called, value, wrong, parsed.length)
    return { value: Object.fromEntries(parsed.map(pair => [pair?.[1] ?? '', pair?.[2] ?? ''])) }
  }
})

/** A line that is no pair may hold a part of a secret: it is counted, and not shown. */
const notPairs = (
  called: string,
  form: string,
  wrong: readonly number[],
  all: number
): { fault: string } => ({
  fault: `${called} takes ${form.toUpperCase()}: ${
    wrong.length === 1 ? `entry ${wrong[0]} of ${all} has` : `entries ${wrong.join(', ')} of ${all} have`
  } another form`
})

/**
 * Names with secret values, in the forms of `secretsIn`. Of what has none of them every part may be a secret: nothing of
 * the text is in a fault.
 */
export const secretPairs: Kind<Record<string, string>> = {
  shape: 'list',
  value: 'name=value',
  isSecret: true,
  split: given => [given],
  read: ([given = ''], called) => {
    const { entries, strays } = secretsIn(given)
    if (strays.length === 0) return { value: Object.fromEntries(entries) }
    const all = strays.length + entries.length
    return {
      fault: `${called} takes NAME=VALUE on each line: ${strays.length} of ${all} ${strays.length === 1 ? 'has' : 'have'} another form`
    }
  },
  secretsIn: given => {
    const { entries, strays } = secretsIn(given)
    return [
      ...entries.flatMap(([key, value]) => [
        ...(/^[\w.-]{1,64}$/.test(key) ? [] : [key]),
        ...[value, ...linesIn(value), ...(value.includes('\n') ? [] : [`${key}=${value}`])]
      ]),
      ...strays.flatMap(line => [line, ...line.split('='), ...linesIn(line)])
    ]
  }
}
