import { expect, test } from '@jest/globals'
import { input } from '../../../src/inputs/input.ts'
import { flag, list, optional, pairs, text, wholeNumber } from '../../../src/inputs/kinds.ts'
import { withInputs } from '../../../tools/action-inputs.mjs'

const BEFORE =
  'name: x\ninputs:\n  old:\n    description: It was.\n    default: ""\noutputs:\n  a:\n    description: A.\n'
const AFTER = `name: x
inputs:
  stack-name:
    description: Name of the stack.
    required: true
  workers:
    description: Number of workers (0 to 9). More is slower.
    default: "2"
  keep:
    description: Leave it.
    default: "false"
  files:
    description: Stack file, one on each line.
    default: a.yml
  build-args:
    description: Argument; it counts. One \`NAME=VALUE\` on each line.
    default: ""
outputs:
  a:
    description: A.
`

test('the inputs of an action.yml are replaced by those of the table, and nothing else is', () => {
  const written = withInputs(BEFORE, {
    stackName: input(optional(text()), 'name of the stack', { isRequired: true }),
    workers: input(wholeNumber(0, 9), 'number of workers', { fallback: '2', more: 'More is slower.' }),
    keep: input(flag, 'leave it', { fallback: 'false' }),
    files: input(list('file'), 'stack file', { fallback: 'a.yml' }),
    buildArgs: input(pairs(), 'argument; it counts')
  })
  expect(written).toBe(AFTER)
})
