// Generated stack files by their number: the same seed gives the same files.
import fc from 'fast-check'
import type { Mapping } from '../../../src/stack/read/plain.rules.ts'
import { type Grammar, pathsOf } from './grammar.ts'
import { stackFile } from './stack-file.ts'
import { type StackText, stackText } from './stack-text.ts'

export type Generated = {
  number: number
  grammar: Grammar
  model: Mapping
  text: StackText
  isOwn(key: string): boolean
}

/** Of ten files one is of the Compose Specification, which docker mostly refuses. */
const grammarOf = (number: number): Grammar => (number % 10 === 9 ? 'compose' : 'v3')

/**
 * First one file for each key of both grammars, then as many as are asked for.
 *
 * @param seed an integer
 */
export function* generatedFiles(count: number, seed: number): Generator<Generated> {
  const forced = (['v3', 'compose'] as const).flatMap(grammar =>
    pathsOf(grammar).map(path => ({ grammar, path }))
  )
  const free = { v3: samples('v3', seed), compose: samples('compose', seed) }
  for (let number = 0; number < Math.max(count, forced.length); number++) {
    const asked = forced[number]
    const grammar = asked?.grammar ?? grammarOf(number)
    const [model] = asked
      ? fc.sample(stackFile(grammar, asked.path), { numRuns: 1, seed: seed + number })
      : [free[grammar]()]
    const own = `f${number}`
    yield {
      number,
      grammar,
      model: model as Mapping,
      text: stackText(model as Mapping, number),
      isOwn: key => key.startsWith(`${own}-`) || key.startsWith(`${own}_`)
    }
  }
}

const AT_ONCE = 500

function samples(grammar: Grammar, seed: number): () => Mapping {
  const arbitrary = stackFile(grammar)
  let next = seed
  let made: Mapping[] = []
  return () => {
    if (made.length === 0) made = fc.sample(arbitrary, { numRuns: AT_ONCE, seed: next++ })
    return made.pop() as Mapping
  }
}
