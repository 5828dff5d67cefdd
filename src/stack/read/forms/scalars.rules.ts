/** How a value is made to fit: `undefined`, it cannot be. */
export type Cast = (value: unknown) => unknown

/** Without a sign: nothing in a stack lasts less than no time. */
const GO_DURATION =
  /^\+?(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h)(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))*$|^0$/
const DAYS = /^(?:(?<weeks>\d+)w)?(?:(?<days>\d+)d)?(?<rest>.*)$/
/** As docker reads sizes (docker/go-units, RAMInBytes): `1.5g`, `64 MiB`, `32kb`, and no `Mi`. */
const BYTES = /^(?<amount>\d+(?:\.\d*)?|\.\d+) ?(?:b|(?<unit>[kmgtp])(?:i?b)?)?$/i
const UNITS = ['', 'k', 'm', 'g', 't', 'p']

const asText: Cast = value =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : undefined

const asNumber: Cast = value =>
  typeof value === 'string' && /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(value.trim())
    ? Number(value)
    : typeof value === 'number' && Number.isFinite(value)
      ? value
      : undefined

const asInteger: Cast = value => {
  const number = asNumber(value)
  return Number.isSafeInteger(number) ? number : undefined
}

const asCount: Cast = value => {
  const number = asInteger(value)
  return typeof number === 'number' && number >= 0 ? number : undefined
}

/** Docker's words for it (cli/compose/loader, toBoolean). */
const asFlag: Cast = value => {
  if (typeof value === 'boolean') return value
  const word = String(value).toLowerCase()
  if (['true', 'yes', 'y', 'on', '1'].includes(word)) return true
  return ['false', 'no', 'n', 'off', '0'].includes(word) ? false : undefined
}

/** A number without a unit is seconds; days and weeks are hours. */
const asDuration: Cast = value => {
  if (typeof value === 'number') return value >= 0 ? `${value}s` : undefined
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  if (GO_DURATION.test(text)) return text
  if (/^\d+(\.\d+)?$/.test(text)) return `${text}s`
  const { weeks = '0', days = '0', rest = '' } = DAYS.exec(text)?.groups ?? {}
  const hours = (Number(weeks) * 7 + Number(days)) * 24
  return hours > 0 && (rest === '' || GO_DURATION.test(rest)) ? `${hours}h${rest}` : undefined
}

const asSize: Cast = value =>
  typeof value === 'number' && value >= 0
    ? String(value)
    : typeof value === 'string' && BYTES.test(value.trim())
      ? value.trim()
      : undefined

const asBytes: Cast = value => {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return value
  const { amount, unit = '' } = BYTES.exec(String(value).trim())?.groups ?? {}
  return amount === undefined
    ? undefined
    : Math.floor(Number(amount) * 1024 ** UNITS.indexOf(unit.toLowerCase()))
}

/** A mode is octal, as a text as well. */
const asMode: Cast = value => {
  if (typeof value === 'string')
    return /^(0o?)?[0-7]{3,4}$/.test(value) ? Number.parseInt(value.replace('o', ''), 8) : undefined
  return Number.isSafeInteger(value) && (value as number) >= 0 ? value : undefined
}

/** A value of a mapping of texts: docker takes numbers and nothing as well. */
const asEntry: Cast = value =>
  typeof value === 'boolean' ? String(value) : isEntry(value) ? value : undefined
const isEntry = (value: unknown): boolean =>
  value === null || typeof value === 'string' || typeof value === 'number'

/** Docker takes `.5` and `1/2` as well, and nothing finer than a billionth (docker/cli, opts.ParseCPUs). */
const asCpus: Cast = value => {
  const [, over, under] = /^\s*(\d+)\/([1-9]\d*)\s*$/.exec(String(value)) ?? []
  const number = over === undefined ? asNumber(value) : Number(over) / Number(under)
  if (typeof number !== 'number' || number < 0 || !isWhole(number * 1e9)) return undefined
  return over === undefined ? String(value).trim() : String(number)
}
const isWhole = (number: number): boolean =>
  Math.abs(number - Math.round(number)) < 1e-6 * Math.max(1, number)

/** Seconds of a duration as Go writes it. */
export function secondsOf(duration: string): number {
  let sum = 0
  for (const [, amount, unit = ''] of duration.matchAll(/([\d.]+)(ns|us|µs|μs|ms|s|m|h)/g))
    sum += Number(amount) * (SECONDS[unit] ?? 0)
  return sum
}
const SECONDS: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  μs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600
}

/** The kinds of plain values, each with its name for people. */
export const SCALARS = {
  text: { cast: asText, name: 'a text' },
  number: { cast: asNumber, name: 'a number' },
  integer: { cast: asInteger, name: 'a whole number' },
  count: { cast: asCount, name: 'a whole number, 0 or more' },
  flag: { cast: asFlag, name: 'true or false' },
  duration: { cast: asDuration, name: 'a duration, such as 90s or 1m30s' },
  size: { cast: asSize, name: 'a size, such as 128M or 1G (not 128Mi)' },
  bytes: { cast: asBytes, name: 'a size, such as 128M or 1G (not 128Mi)' },
  mode: { cast: asMode, name: "a file's mode, such as 0440" },
  entry: { cast: asEntry, name: 'a string or a number' },
  cpus: { cast: asCpus, name: 'a number of processors, such as 0.5' }
} satisfies Record<string, { cast: Cast; name: string }>
