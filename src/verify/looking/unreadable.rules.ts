import { classify, SwarmlineError } from '../../errors.ts'

/**
 * What was thrown over somebody's answer, as an error for people. What Node throws at a value of an unexpected form
 * names our code's variables, which helps nobody.
 */
export function classifyAnswer(error: unknown): SwarmlineError {
  if (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError)
    return new SwarmlineError('engine-lost', 'an answer does not have the expected form', { cause: error })
  return classify(error)
}
