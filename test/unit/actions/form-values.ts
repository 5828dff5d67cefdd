import { type Form, readInputs } from '../../../src/actions/read-inputs.ts'
import { explain } from '../../../src/errors.ts'
import type { Inputs } from '../../../src/inputs/input.ts'
import { readAction } from '../../support/action.ts'

/** The values of an action's inputs, with the defaults of its action.yml. */
export function valuesOf<I extends Inputs>(action: string, form: Form<I>, given: Record<string, string>) {
  const declared = readAction(`actions/${action}`).inputs ?? {}
  const text = (name: string) => given[name] ?? String(declared[name]?.default ?? '')
  return readInputs(form, text, () => {})
}
/** What the action says of inputs that are not right; empty when they are. */
export function faultOf<I extends Inputs>(
  action: string,
  form: Form<I>,
  given: Record<string, string>
): string {
  try {
    valuesOf(action, form, given)
  } catch (error) {
    return explain(error).replace(/ — .*/, '')
  }
  return ''
}
