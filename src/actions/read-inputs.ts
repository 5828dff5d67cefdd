import { SwarmlineError } from '../errors.ts'
import { renamed } from '../inputs/in-words.ts'
import { type Input, type Inputs, inputName, readAll, type Values } from '../inputs/input.ts'
import { secretForms } from '../plain/secret-forms.ts'

/** What an action asks of its workflow: its inputs, and what must be true of them together. */
export type Form<I extends Inputs> = { inputs: I; faultsOf(values: Values<I>): string[] }

/**
 * Reads and checks all inputs at once, so that nobody mends a workflow one input at a time.
 *
 * @param text the trimmed text of an input; empty when it is not given
 * @param mask hears of every secret, in every form that shows it, before anything is made of it
 * @throws `input` that names every fault
 */
export function readInputs<I extends Inputs>(
  { inputs, faultsOf }: Form<I>,
  text: (name: string) => string,
  mask: (secret: string) => void
): Values<I> {
  const all = Object.entries(inputs)
  const masks = all.flatMap(([key, input]) => masksOf(input, text(inputName(key))))
  for (const form of new Set(masks)) mask(form)
  const { values, faults } = readAll(inputs, key => textsOf(inputs[key], text(inputName(key))), inputName)
  // The runner only warns of an input that there is not: what had another name would be passed over.
  const old = all.flatMap(([key, { formerly = [] }]) =>
    formerly.filter(name => !inputs[name] && text(name)).map(name => renamed(name, inputName(key)))
  )
  refuse([...old, ...faults])
  refuse(values ? faultsOf(values) : [])
  return values as Values<I>
}

/** A list has one entry a line; empty lines and what follows a `#` at a line's start do not count. */
function textsOf(input: Input<unknown> | undefined, text: string): string[] {
  if (input?.shape !== 'list') return text === '' ? [] : [text]
  if (input.split) return input.split(text)
  return text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'))
}

/** A secret may come back in other forms than the one it was given in: a header's, a URL's, a line of its own. */
function masksOf(input: Input<unknown>, text: string): string[] {
  if (!input.isSecret || text === '') return []
  return (input.secretsIn?.(text) ?? [text]).filter(Boolean).flatMap(secretForms)
}

function refuse(faults: readonly string[]): void {
  if (faults.length > 0)
    throw new SwarmlineError('input', faults.join('; '), {
      hint: 'see the inputs in the README of the action'
    })
}
