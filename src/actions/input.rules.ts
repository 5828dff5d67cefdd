import { linesIn, secretsIn } from './secret-pairs.rules.ts'

/** What an input's text means: its value, or what is wrong with it, to be read after the input's name. */
export type Reading<T> = { value: T } | { fault: string }

/** One input of an action. Its default stands in action.yml and nowhere else. */
export type Input<T> = {
  /** As in action.yml. */
  readonly name: string
  /** Its secrets are masked in the log before anything is made of it. */
  readonly isSecret: boolean
  /** What of the text is secret; all of it where this is not given. */
  secretsIn?(text: string): string[]
  /** @param text without white space around it; empty when the workflow gives nothing and there is no default */
  read(text: string): Reading<T>
}

export type Inputs = Readonly<Record<string, Input<unknown>>>
export type Values<I extends Inputs> = { [K in keyof I]: I[K] extends Input<infer T> ? T : never }

const input = <T>(name: string, read: (text: string) => Reading<T>, isSecret = false): Input<T> => ({
  name,
  isSecret,
  read
})
const shown = (text: string): string => (text === '' ? 'an empty text' : `“${text}”`)

/** Any text; empty is `undefined`. */
export const optional = (name: string): Input<string | undefined> =>
  input(name, text => ({ value: text || undefined }))

/** Never shown, not even in an error. */
export const secret = (name: string): Input<string | undefined> =>
  input(name, text => ({ value: text || undefined }), true)

export const matching = (name: string, pattern: RegExp, what: string): Input<string> =>
  input(name, text => (pattern.test(text) ? { value: text } : { fault: `takes ${what}, not ${shown(text)}` }))

/** Like `matching`; empty is `undefined`. */
export const optionalMatching = (name: string, pattern: RegExp, what: string): Input<string | undefined> =>
  input<string | undefined>(name, text =>
    text === '' ? { value: undefined } : matching(name, pattern, what).read(text)
  )

export const oneOf = <T extends string>(name: string, choices: readonly T[]): Input<T> =>
  input(name, text => {
    const value = choices.find(choice => choice === text)
    return value ? { value } : { fault: `takes ${choices.join(', ')}, not ${shown(text)}` }
  })

/** The YAML 1.2 core schema's booleans, as the toolkit reads them. */
export const flag = (name: string): Input<boolean> =>
  input(name, text =>
    /^(?:true|false)$/i.test(text)
      ? { value: text.toLowerCase() === 'true' }
      : { fault: `takes true or false, not ${shown(text)}` }
  )

export const wholeNumber = (name: string, min: number, max: number): Input<number> =>
  input(name, text => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
    return value >= min && value <= max
      ? { value }
      : { fault: `takes a whole number from ${min} to ${max}, not ${shown(text)}` }
  })

export const fraction = (name: string): Input<number> =>
  input(name, text => {
    const value = /^(?:\d+|\d*\.\d+)$/.test(text) ? Number(text) : Number.NaN
    return value >= 0 && value <= 1 ? { value } : { fault: `takes a number from 0 to 1, not ${shown(text)}` }
  })

const UNIT_MS: Readonly<Record<string, number>> = { '': 1000, s: 1000, m: 60_000, h: 3_600_000 }

/** `90s`, `5m`, `1h`, or seconds without a unit; in milliseconds. */
export const duration = (name: string): Input<number> =>
  input(name, text => {
    const [, count = '', unit = ''] = /^(\d{1,6})([smh]?)$/.exec(text) ?? []
    const value = Number(count) * (UNIT_MS[unit] ?? 0)
    return value > 0 ? { value } : { fault: `takes a time such as 90s, 5m or 1h, not ${shown(text)}` }
  })

/** Like `duration`; empty is `undefined`. */
export const optionalDuration = (name: string): Input<number | undefined> =>
  input<number | undefined>(name, text => (text === '' ? { value: undefined } : duration(name).read(text)))

/** A list with one entry a line; empty lines and what follows a `#` at a line's start do not count. */
export const lines = (name: string): Input<string[]> => input(name, text => ({ value: linesOf(text) }))

/** `NAME=VALUE` lines as a record; the last of a name counts. */
export const pairs = (name: string): Input<Record<string, string>> =>
  input(name, text => {
    const parsed = linesOf(text).map(pairOf)
    const wrong = parsed.filter(pair => pair === undefined).length
    // A line that is no pair may hold a part of a secret: it is not shown.
    if (wrong > 0)
      return { fault: `takes NAME=VALUE on each line: ${wrong} of ${parsed.length} have another form` }
    return { value: Object.fromEntries(parsed.flatMap(pair => (pair ? [pair] : []))) }
  })

function pairOf(line: string): [string, string] | undefined {
  const [, key, value] = /^([^=\s]+)=(.*)$/.exec(line) ?? []
  return key === undefined || value === undefined ? undefined : [key, value]
}

/**
 * Names with secret values, in the forms of `secretsIn`. Of what has none of them every part may be a secret: nothing of
 * the text is in a fault.
 */
export const secretPairs = (name: string): Input<Record<string, string>> => ({
  name,
  isSecret: true,
  read: text => {
    const { entries: found, strays } = secretsIn(text)
    return strays.length === 0
      ? { value: Object.fromEntries(found) }
      : {
          fault: `takes NAME=VALUE on each line: ${strays.length} of ${strays.length + found.length} have another form`
        }
  },
  secretsIn: text => {
    const { entries: found, strays } = secretsIn(text)
    return [
      ...found.flatMap(([key, value]) => [
        ...(/^[\w.-]{1,64}$/.test(key) ? [] : [key]),
        ...[value, ...linesIn(value), ...(value.includes('\n') ? [] : [`${key}=${value}`])]
      ]),
      ...strays.flatMap(line => [line, ...line.split('='), ...linesIn(line)])
    ]
  }
})

/** Lines of which `parse` makes a key and a value; the faults of all lines at once. */
export const entries = <T>(
  name: string,
  form: string,
  parse: (line: string) => [string, T] | undefined
): Input<Record<string, T>> =>
  input(name, text => {
    const parsed = linesOf(text).map(line => ({ line, entry: parse(line) }))
    const wrong = parsed.filter(({ entry }) => entry === undefined).map(({ line }) => shown(line))
    if (wrong.length > 0) return { fault: `takes ${form} on each line, not ${wrong.join(', ')}` }
    return { value: Object.fromEntries(parsed.flatMap(({ entry }) => (entry ? [entry] : []))) }
  })

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'))
}
