import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { quoteArgument, quoteCommand } from '../../../src/engine/shell-quote.rules.ts'

/** Reads words as POSIX sh does, and refuses whatever an unquoted shell would act upon. */
function shellWords(line: string): string[] {
  const words: string[] = []
  let word: string | undefined
  for (let i = 0; i < line.length; i++) {
    const c = line[i] as string
    if (c === "'") {
      const end = line.indexOf("'", i + 1)
      if (end < 0) throw new Error('open quote')
      word = (word ?? '') + line.slice(i + 1, end)
      i = end
    } else if (c === '\\') word = (word ?? '') + line[++i]
    else if (c === ' ') {
      if (word !== undefined) words.push(word)
      word = undefined
    } else if (/[\s"$`&|;<>()*?[\]{}~#!^]/.test(c)) throw new Error(`the shell acts upon ${c}`)
    else word = (word ?? '') + c
  }
  return word === undefined ? words : [...words, word]
}

const argument = fc.string({ unit: 'binary' }).filter(s => !s.includes('\0'))

test('any argument comes back as it was', () => {
  void fc.assert(
    fc.property(fc.array(argument, { minLength: 1 }), argv => {
      fc.pre(argv[0] !== '')
      expect(shellWords(quoteCommand(argv))).toEqual(argv)
    })
  )
})

test('plain words stay readable, the empty one stays a word', () => {
  expect(quoteCommand(['ls', '-l', '/var/run/docker.sock', ''])).toBe("ls -l /var/run/docker.sock ''")
})

test('a program whose name looks like an assignment is still a program', () => {
  expect(quoteCommand(['A=b', 'c=d'])).toBe("'A=b' c=d")
})

test('a NUL and a missing program are refused', () => {
  expect(() => quoteArgument('a\0b')).toThrow('NUL')
  expect(() => quoteCommand([])).toThrow('program')
})
