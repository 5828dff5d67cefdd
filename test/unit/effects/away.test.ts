import { expect, test } from '@jest/globals'
import { tellsAway } from '../../../src/effects/away.ts'

test('an engine that is away is told at once, and each minute again with what is left to wait', () => {
  const said: string[] = []
  const tell = tellsAway({ log: { info: line => void said.push(line) } }, 150_000)
  for (const awayForMs of [0, 1_000, 59_000, 60_500, 90_000, 121_000, 2_000])
    tell(new Error('nobody there'), awayForMs)
  expect(said).toEqual([
    'the engine does not answer, trying again for up to 150 s: nobody there',
    'the engine has not answered for 61 s, trying again for up to 90 s more: nobody there',
    'the engine has not answered for 121 s, trying again for up to 29 s more: nobody there',
    'the engine does not answer, trying again for up to 148 s more: nobody there'
  ])
})
