// The inputs of an action.yml as src/inputs has them: everything between its `inputs:` and its `outputs:`.
import { stringify } from 'yaml'
import { descriptionOf } from '../src/inputs/in-words.ts'
import { inputName } from '../src/inputs/input.ts'

/**
 * @param {string} text of an action.yml
 * @param {import('../src/inputs/input.ts').Inputs} inputs
 */
export function withInputs(text, inputs) {
  const declared = Object.entries(inputs).map(([key, input]) => [
    inputName(key),
    {
      description: descriptionOf(input),
      ...(input.isRequired ? { required: true } : { default: input.fallback ?? '' })
    }
  ])
  const yaml = stringify({ inputs: Object.fromEntries(declared) }, { lineWidth: 0 })
  return text.replace(/^inputs:\n(?:[ #].*\n)*/m, () => yaml)
}
