import { expect, test } from '@jest/globals'
import { secretForms } from '../../../src/plain/secret-forms.ts'
import { inHtml, inMarkdown, inTerminal, inWorkflow } from '../../../src/plain/text.ts'
import { shellWords } from '../../../src/stack/plan/compose-scalars.rules.ts'
import { concealed } from '../../../src/stack/plan/conceal.rules.ts'

/** Each made a pattern begin anew at every character, to the end of the text: the test's own time limit is the judge. */
const PIECES = [
  'password ',
  "'",
  '"',
  '\\',
  '#',
  ' ',
  '://',
  'a@',
  ':',
  '<',
  '-',
  '1.',
  '\u001b[',
  '&',
  '%',
  '['
]
const LENGTH = 200_000

test.each(PIECES)('a value of 200 KB of %j takes no time worth mentioning', piece => {
  for (const start of ['', 'x://']) {
    const value = start + piece.repeat(LENGTH / piece.length)
    for (const show of [inTerminal, inWorkflow, inHtml, inMarkdown, secretForms, shellWords]) show(value)
    expect(concealed('user', value).length).toBeGreaterThan(0)
    expect(concealed('command', value)).toBe('(hidden)')
  }
})
