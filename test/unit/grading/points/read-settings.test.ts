import { expect, test } from '@jest/globals'
import { readSettings } from '../../../../src/grading/points/read-settings.ts'

const read = (text: string) => readSettings('/s.yml', 's.yml', text)
const faults = (text: string): string[] => {
  const found = read(text)
  return 'faults' in found ? found.faults.map(({ line, text: words }) => `${line}: ${words}`) : []
}

test('without anything said, everything is as usual', () => {
  expect(read('{}')).toEqual({
    settings: {
      grading: { leaveOut: [], points: {}, hints: {} },
      bonus: 'compensates',
      hints: { show: 'earned', after: 1 }
    }
  })
})

test('all of it can be said', () => {
  expect(
    read(`bonus: counts
leave-out: ['19', pipeline]
points: { mesh-ingress: 5 }
hints: { show: earned, after: 2, texts: { mesh-ingress: [a, b] } }
`)
  ).toEqual({
    settings: {
      grading: {
        leaveOut: ['19', 'pipeline'],
        points: { 'mesh-ingress': 5 },
        hints: { 'mesh-ingress': ['a', 'b'] }
      },
      bonus: 'counts',
      hints: { show: 'earned', after: 2 }
    }
  })
})

test.each([
  ['bonus: yes', [expect.stringMatching(/^1: bonus: Invalid option/)]],
  ['points: { mesh-ingress: 0 }', [expect.stringMatching(/^1: points.mesh-ingress: /)]],
  ['points: { mesh-ingress: 1.5 }', [expect.stringMatching(/^1: points.mesh-ingress: /)]],
  ['leaveout: [x]', [expect.stringMatching(/^1: settings: Unrecognized key/)]],
  ['{}\n---\n{}', ['2: a second document begins here']]
])('%s is refused', (text, words) => {
  expect(faults(text)).toEqual(words)
})
