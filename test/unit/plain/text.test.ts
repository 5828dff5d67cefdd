import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  bounded,
  inHtml,
  inJson,
  inMarkdown,
  inOwnColours,
  inTerminal,
  inWorkflow,
  oneLine,
  plain,
  withoutCommands
} from '../../../src/plain/text.ts'

const LAST = 0x10ffff
const MEDIA = { inTerminal, inWorkflow, inHtml, inMarkdown }
/** Nothing of these acts on whoever shows or reads a text: Unicode's own classes, written here by themselves. */
const isActing = (code: number): boolean => {
  const character = String.fromCodePoint(code)
  if (code === 0xfe0e || code === 0xfe0f) return false
  return (
    code < 0x20 ||
    (code >= 0x7f && code <= 0x9f) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    code === 0x2028 ||
    code === 0x2029 ||
    (code >= 0xe0000 && code <= 0xe0fff) ||
    (code & 0xfffe) === 0xfffe ||
    (code >= 0xfdd0 && code <= 0xfdef) ||
    /^[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}]$/u.test(character)
  )
}

describe.each(Object.entries(MEDIA))('%s', (medium, show) => {
  // A page is read by no runner.
  const isLogged = medium !== 'inHtml'
  test('every code point of Unicode, between two letters: what acts is a sign, what does not stays', () => {
    const kept = medium === 'inWorkflow' || medium === 'inHtml' ? ['\n', '\t'] : []
    for (let code = 0; code <= LAST; code++) {
      const character = String.fromCodePoint(code)
      const shown = show(`a${character}b`)
      const middle = shown.slice(1, -1)
      if (isActing(code)) {
        const line = medium === 'inWorkflow' || medium === 'inHtml' ? '\n' : ' '
        const wanted =
          kept.includes(character) || character === '\r'
            ? character === '\t'
              ? '\t'
              : line
            : '\n\t'.includes(character)
              ? ' '
              : '\ufffd'
        if (middle !== wanted) throw new Error(`U+${code.toString(16)} is ${JSON.stringify(shown)}`)
      } else if (/^[\p{L}\p{M}\p{N}]$/u.test(character) && middle !== character)
        throw new Error(`U+${code.toString(16)} is lost: ${JSON.stringify(shown)}`)
      else if (middle === '\ufffd' && code !== 0xfffd) throw new Error(`U+${code.toString(16)} is hidden`)
    }
  })

  test('every code point, at the beginning of a line before a command', () => {
    if (!isLogged) return
    for (let code = 0; code <= LAST; code++) {
      const shown = show(
        `x\n${String.fromCodePoint(code)}::error::y\r${String.fromCodePoint(code)}::stop-commands::z`
      )
      if (isCommand(shown)) throw new Error(`U+${code.toString(16)}: ${JSON.stringify(shown)}`)
    }
  })

  test('no text of whatever characters gives the runner a command, acts, or is markup', () => {
    const pieces = fc.constantFrom(
      '::error::x',
      '##[error]',
      '#',
      '[',
      ':',
      '\n',
      '\r',
      '\u0085',
      '\u001b[31m',
      '\u001b]0;t\u0007',
      '\u202e',
      '\u2028',
      '\u00a0',
      '\ud800',
      '\u{e0041}',
      ' ',
      '<b>',
      '|',
      '`'
    )
    const text = fc
      .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 3 })))
      .map(list => list.join(''))
    void fc.assert(
      fc.property(text, value => {
        const shown = show(value)
        expect(isLogged && isCommand(shown)).toBe(false)
        expect([...shown].filter(c => isActing(c.codePointAt(0) ?? 0) && c !== '\n' && c !== '\t')).toEqual(
          []
        )
        if (medium === 'inHtml' || medium === 'inMarkdown') expect(shown).not.toMatch(/[<>"']/)
        if (medium === 'inTerminal' || medium === 'inMarkdown') expect(shown).not.toMatch(/[\n\t]/)
      })
    )
  })
})

/** As the runner looks: .NET trims U+0085 and every separator, too. */
function isCommand(shown: string): boolean {
  return shown
    .split(/\r\n|[\r\n\u0085\u2028\u2029\v\f]/)
    .some(line => /^[\s\u0085\u180e\u200b\ufeff]*::/.test(line) || line.includes('##['))
}

test.each([
  ['\u001b[31mred\u001b[0m', 'red'],
  ['\u001b]0;title\u0007text', '\ufffd]0;title\ufffdtext'],
  ['\u001b\u001b[1m[2Jx', '\ufffd[2Jx'],
  ['over\rwritten', 'over\nwritten'],
  ['user\u202egpj.exe', 'user\ufffdgpj.exe'],
  ['a\u{e0068}\u200bb\u3164', 'a\ufffd\ufffdb\ufffd'],
  ['✔\ufe0f é 日本 👩🏽', '✔\ufe0f é 日本 👩🏽'],
  ['pg://u:p@h/x?y=z', 'pg://(hidden)@h/x?(hidden)']
])('%j is %j', (text, shown) => {
  expect(plain(text)).toBe(shown)
})

test('one line, and so many characters of it', () => {
  expect(oneLine(' a\n\t b\u2028c ')).toBe('a b\ufffdc')
  expect(bounded('abcdef', 6)).toBe('abcdef')
  expect(bounded('abcdefg', 6)).toBe('abcde…')
  expect(bounded('👩🏽'.repeat(9), 4)).toBe('👩🏽👩…')
  expect(bounded(`a${' '.repeat(99)}b`, 6)).toBe('a…')
  expect(inTerminal('  two\tblanks')).toBe('  two blanks')
  expect(inWorkflow('a\n  ::error::x\tb')).toBe('a\n  : :error::x\tb')
  expect(inHtml(`<a href="x">'&`)).toBe('&lt;a href=&quot;x&quot;&gt;&#39;&amp;')
  expect(inMarkdown('*a* | @b')).toBe('&#42;a&#42; &#124; &#64;b')
})

test('what is printed as a whole keeps its own colours and its addresses, and nothing that acts', () => {
  const own = '\u001b[1m\u001b[32m✔ done\u001b[39m\u001b[22m http://h/?a=b\n'
  expect(inOwnColours(own)).toBe(own)
  expect(inOwnColours('a\u001b[8mb\u001b[2Jc\u009b2Jd\u202ee\rf')).toBe(
    'a\ufffd[8mb\ufffd[2Jc\ufffd2Jd\ufffde\nf'
  )
})

test('a JSON document shows no character that acts, and says the same', () => {
  const value = { a: 'x\u009b2J\u0085\u202e\u{e0041}\u007f\ud800', é: '日本\n' }
  const document = inJson(JSON.stringify(value, undefined, 2))
  expect(JSON.parse(document)).toEqual(value)
  expect(inOwnColours(document)).toBe(document)
  expect(document).toContain('日本')
})

test.each([
  ['::error::x', ': :error::x'],
  [' \t::error::x', ' \t: :error::x'],
  ['a\n::x\n ::y', 'a\n: :x\n : :y'],
  ['a\r::x', 'a\r: :x'],
  ['a\u2028 \u2029\v::x', 'a\u2028 \u2029\v: :x'],
  ['a ::x', 'a ::x'],
  [':::', ': ::']
])('no line of %j is a command', (text, shown) => {
  expect(withoutCommands(text)).toBe(shown)
})

// Each of so many line ends once began a search to the last of them: a minute, and not a moment.
test.each(['\r', '\u2028', '\n', ' ', '\n ', '\u2028 '])(
  'many of %j are looked at once',
  end => {
    const text = end.repeat(200_000)
    expect(withoutCommands(`${text}x`)).toBe(`${text}x`)
    expect(withoutCommands(`${text}::x`)).toBe(`${text}: :x`)
  },
  20_000
)
