// Suites as a careless or a hostile hand would write them.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { KINDS } from '../../../src/verify/kinds/all.ts'

const SUITES = [
  readFileSync('suites/workload.yml', 'utf8'),
  ...KINDS.map(kind => `checks:\n${kind.example.replace(/^/gm, '  ')}\n`)
]
const SCRAPS = [
  '{',
  '}',
  '[',
  ']',
  ': ',
  '- ',
  '\n',
  '  ',
  '&a ',
  '*a ',
  '!!x ',
  '${',
  '${{',
  '"',
  "'",
  '|',
  '<<: *a',
  '\t',
  '\u0000',
  '\u202e',
  '~',
  '0x',
  '1e999',
  'null',
  '__proto__: 1',
  'constructor: {}',
  '---\n',
  '# ',
  '? '
]

/** A suite's text with some cuts, doubled parts and scraps of YAML in it, or a text of nothing but scraps. */
export const anySuite = fc.oneof(
  { weight: 5, arbitrary: mutated(fc.constantFrom(...SUITES)) },
  { weight: 5, arbitrary: reordered(fc.constantFrom(...SUITES)) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.constantFrom(...SCRAPS, 'checks', 'kind', 'http'), { maxLength: 40 })
      .map(s => s.join(''))
  },
  { weight: 1, arbitrary: fc.json().map(json => `{"checks": [${json}]}`) }
)

/** A suite's text with lines left out, said twice, or with another's value: much of it is YAML still. */
function reordered(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const values = SUITES.join('\n').match(/(?<=: )\S.*$/gm) ?? []
  const edit = fc.record({
    at: fc.nat(10_000),
    how: fc.constantFrom('cut', 'twice', 'value', 'value'),
    value: fc.oneof(
      fc.constantFrom(...values),
      fc.constantFrom('-1', '[]', '{}', 'x', '1e99', 'true', '"${X}"')
    )
  })
  return fc.tuple(texts, fc.array(edit, { minLength: 1, maxLength: 3 })).map(([text, edits]) => {
    const lines = text.split('\n')
    for (const { at, how, value } of edits) {
      const index = at % lines.length
      const line = lines[index] ?? ''
      if (how === 'value') lines[index] = line.replace(/: \S.*$/, () => `: ${value}`)
      else lines.splice(index, 1, ...(how === 'twice' ? [line, line] : []))
    }
    return lines.join('\n')
  })
}

function mutated(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(30),
    put: fc.oneof(fc.constantFrom(...SCRAPS), fc.string({ maxLength: 8 }), fc.constant('copy'))
  })
  return fc.tuple(texts, fc.array(edit, { minLength: 1, maxLength: 5 })).map(([text, edits]) =>
    edits.reduce((kept, { at, length, put }) => {
      const from = Math.floor(at * kept.length)
      const cut = kept.slice(from, from + length)
      return kept.slice(0, from) + (put === 'copy' ? cut + cut : put) + kept.slice(from + length)
    }, text)
  )
}
