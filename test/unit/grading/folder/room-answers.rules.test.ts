import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readRoom } from '../../../../src/grading/folder/room-answers.rules.ts'

const word = (text: string): string => `=${Buffer.from(text).toString('base64')}`
const said = (...lines: string[]): string => `${lines.join('\n')}\n`

test('scripts, how they ended, and what they called', () => {
  const text = said(
    `script ${word('bin/deploy')} 1 0`,
    `call ${[word('docker'), word('stack'), word('deploy'), word('-c'), word('a b.yml'), word('')].join(' ')}`,
    `script ${word('bin/hangs')} 0 137`,
    'done'
  )
  expect(readRoom(text)).toEqual([
    {
      file: 'bin/deploy',
      isExecutable: true,
      exitCode: 0,
      calls: [['docker', 'stack', 'deploy', '-c', 'a b.yml', '']]
    },
    { file: 'bin/hangs', isExecutable: false, exitCode: undefined, calls: [] }
  ])
})

test('a word is one word, whatever is in it', async () => {
  await fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), words => {
      const text = said(`script ${word('bin/x')} 1 0`, `call ${words.map(word).join(' ')}`)
      const wellFormed = words.map(each => Buffer.from(each).toString('utf8'))
      expect(readRoom(text)[0]?.calls).toEqual([wellFormed])
    })
  )
})

test('what has no such form is passed over', async () => {
  expect(readRoom('call =YQ==\nnonsense\n\nscripts x\n')).toEqual([])
  await fc.assert(fc.property(fc.string(), text => void readRoom(text)))
})
