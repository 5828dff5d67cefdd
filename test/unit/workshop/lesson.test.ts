import { describe, expect, test } from '@jest/globals'
import { edit } from '../../support/workshop/edit.ts'
import { beyond, changed, layered } from '../../support/workshop/folder.ts'
import { linksOf, readLesson } from '../../support/workshop/lesson.ts'

describe('what a text lets a person do', () => {
  test('in its order, with the indentation of lists taken off', () => {
    const text = [
      '# Title',
      '',
      '1. Type:',
      '',
      '   ```bash',
      '   docker ps \\',
      '       --quiet',
      '   ```',
      '',
      '   <details>',
      '',
      '   ```yaml title="a/b.yml"',
      '   x:',
      '     - y',
      '',
      '   ```',
      '',
      '   </details>',
      '',
      '```diff title="c"',
      ' x',
      '+y',
      '```',
      '````console',
      '```',
      '````'
    ].join('\n')
    expect(readLesson(text)).toEqual([
      { line: 5, kind: 'run', script: 'docker ps \\\n    --quiet\n' },
      { line: 12, kind: 'write', file: 'a/b.yml', content: 'x:\n  - y\n\n' },
      { line: 20, kind: 'change', file: 'c', diff: ' x\n+y\n' },
      { line: 24, kind: 'text', language: 'console', text: '```\n' }
    ])
  })

  test.each([
    ['```bash\nx', 'line 1: the block does not end'],
    ['```\nx\n```', 'line 1: the block does not say what it is'],
    ['```diff\n+x\n```', 'line 1: a change says in title="FILE" what it changes'],
    ['\n```bash title="x"\nx\n```', 'line 2: a block of commands has no file: write sh'],
    ['```yaml file=x\nx\n```', 'line 1: "file=x" is not title="FILE"']
  ])('%j is refused', (text, words) => {
    expect(() => readLesson(text)).toThrow(words)
  })

  test('links are those of the prose, each once', () => {
    const text = '[a](b.md) and [c](https://d/e#f), [again](b.md)\n\n```text\n[no](code)\n```\n`[no](code)`\n'
    expect(linksOf(text)).toEqual(['b.md', 'https://d/e#f'])
  })
})

describe('a change', () => {
  const TEXT = 'a\nb\n\nc\nb\nd\n'
  test.each([
    [' a\n+x\n b\n', 'a\nx\nb\n\nc\nb\nd\n'],
    ['-a\n+x\n', 'x\nb\n\nc\nb\nd\n'],
    [' c\n-b\n', 'a\nb\n\nc\nd\n'],
    [' b\n\n c\n+e\n', 'a\nb\n\nc\ne\nb\nd\n'],
    [' d\n+\n+e\n', 'a\nb\n\nc\nb\nd\n\ne\n']
  ])('%j', (diff, after) => {
    expect(edit(TEXT, diff)).toBe(after)
  })
  test.each([
    [' x\n+y\n', 'not in the file:\nx'],
    [' b\n+y\n', '2 times in the file:\nb'],
    [' a\n b\n', 'the change changes nothing'],
    ['+y\n', 'the change names no line of the file'],
    ['a\n+y\n', 'a line of a change begins with a blank, + or -: a'],
    [' A\n-b\n', 'not in the file:\nA\nb'],
    ['@@ -1 +1 @@\n-a\n', 'a line of a change begins with a blank, + or -']
  ])('%j does not fit', (diff, words) => {
    expect(() => edit(TEXT, diff)).toThrow(words)
  })
})

test('layers of folders: later ones win, and what one has beyond another is told', () => {
  const file = (text: string, isExecutable = false) => ({ text, isExecutable })
  const low = new Map([
    ['a', file('1')],
    ['b', file('2')]
  ])
  const high = new Map([['b', file('2', true)]])
  expect(layered(low, high)).toEqual(new Map([...low, ...high]))
  expect(beyond(low, layered(low, high))).toEqual(high)
  expect(changed(high, 'b', '-2\n+3\n').get('b')).toEqual(file('3\n', true))
  expect(() => changed(low, 'x', '-2\n')).toThrow('x: there is no such file to change')
})
