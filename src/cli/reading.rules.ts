import { SwarmlineError } from '../errors.ts'
import { type Called, type Inputs, optionName, type Reading, type Values } from '../inputs/input.ts'

export type Readings<I extends Inputs> = { [K in keyof I]: Reading<Values<I>[K]> }
type Fields = Readonly<Record<string, Reading<unknown>>>
type ValuesOf<F extends Fields> = { [K in keyof F]: Extract<F[K], { value: unknown }>['value'] }

/** What commander makes of options: texts, lists of them, and flags. */
export type Given = Readonly<Record<string, unknown>>

/** The name of an input's option: `--compose-file`. */
export const calledIn =
  (inputs: Inputs): Called =>
  key =>
    `--${optionName(key, inputs[key] ?? { shape: 'text' })}`

/** Reads the options of a command; a default stands for what is not given. */
export function readings<I extends Inputs>(inputs: I, options: Given): Readings<I> {
  const called = calledIn(inputs)
  const read = Object.entries(inputs).map(([key, input]) => {
    const given = options[input.shape === 'list' ? key.replace(/s$/, '') : key]
    return [key, input.read(textsOf(given, input.fallback), called(key))]
  })
  return Object.fromEntries(read) as Readings<I>
}

const textsOf = (given: unknown, fallback: string | undefined): string[] =>
  given === undefined ? (fallback?.split('\n') ?? []) : [given].flat().map(String)

/**
 * Makes one record of all readings.
 *
 * @param faultsOf what is wrong with them together, when each alone is good
 * @throws `usage` that names every fault at once, so that nobody mends a command line one option at a time.
 */
export function collect<F extends Fields>(
  command: string,
  fields: F,
  faultsOf: (values: ValuesOf<F>) => readonly string[] = () => []
): ValuesOf<F> {
  const refuse = (faults: readonly string[]): void => {
    if (faults.length > 0)
      throw new SwarmlineError('usage', faults.join('; '), { hint: `see swarmline ${command} --help` })
  }
  refuse(Object.values(fields).flatMap(field => ('fault' in field ? [field.fault] : [])))
  const values = Object.entries(fields).map(([key, field]) => [
    key,
    'value' in field ? field.value : undefined
  ])
  const all = Object.fromEntries(values) as ValuesOf<F>
  refuse(faultsOf(all))
  return all
}
