import { SwarmlineError } from '../errors.ts'
import { secretForms } from '../plain/secret-forms.ts'
import type { Inputs, Values } from './input.rules.ts'

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
  form: Form<I>,
  text: (name: string) => string,
  mask: (secret: string) => void
): Values<I> {
  const fields = Object.entries(form.inputs).map(([key, input]) => ({ key, input, text: text(input.name) }))
  for (const form of new Set(fields.flatMap(masksOf))) mask(form)
  const readings = fields.map(field => ({ ...field, reading: field.input.read(field.text) }))
  refuse(
    readings.flatMap(({ input, reading }) => ('fault' in reading ? [`${input.name} ${reading.fault}`] : []))
  )
  const values = Object.fromEntries(
    readings.map(({ key, reading }) => [key, 'value' in reading ? reading.value : undefined])
  ) as Values<I>
  refuse(form.faultsOf(values))
  return values
}

/** A secret may come back in other forms than the one it was given in: a header's, a URL's, a line of its own. */
function masksOf({ input, text }: { input: Inputs[string]; text: string }): string[] {
  if (!input.isSecret || text === '') return []
  return (input.secretsIn?.(text) ?? [text]).filter(Boolean).flatMap(secretForms)
}

function refuse(faults: readonly string[]): void {
  if (faults.length > 0)
    throw new SwarmlineError('input', faults.join('; '), {
      hint: 'see the inputs in the README of the action'
    })
}
