import { type Called, input, type Values } from './input.ts'
import { flag, list, pairs } from './kinds.ts'
import { stackInput } from './stack.ts'
import { targetInputs, targetOptions } from './target.ts'

const suite = {
  suites: input(list('file'), 'suite of checks to run, instead of what follows from the stack'),
  only: input(list('id'), 'check to run, by its id'),
  tags: input(list('tag'), 'tag of the checks of the suites to run'),
  variables: input(pairs(), 'value for ${NAME} in the suites', {
    more: 'They see no others.',
    formerly: ['var']
  }),
  composeFiles: input(list('file'), 'stack file whose lines are shown in verdicts'),
  allowDisruption: input(
    flag,
    'also run checks that disturb the swarm, one after the other; each is undone',
    {
      fallback: 'false'
    }
  )
}
export const verifyOptions = { ...targetOptions, ...suite }
export const verifyInputs = { ...targetInputs, stack: stackInput, ...suite }

/** The suite that follows from the stack has no tags and no variables, and disturbs nothing. */
export function suiteFaults(
  { suites, tags, variables, allowDisruption }: Values<typeof suite>,
  called: Called
): string[] {
  if (suites.length > 0) return []
  const alone = [
    ...(tags.length > 0 ? [called('tags')] : []),
    ...(Object.keys(variables).length > 0 ? [called('variables')] : []),
    ...(allowDisruption ? [called('allowDisruption')] : [])
  ]
  return alone.length > 0
    ? [`${alone.join(', ')} ${alone.length === 1 ? 'needs' : 'need'} a suite: give ${called('suites')}`]
    : []
}
