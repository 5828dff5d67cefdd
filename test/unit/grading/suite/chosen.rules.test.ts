import { describe, expect, test } from '@jest/globals'
import { chosen, withRequired } from '../../../../src/grading/suite/chosen.rules.ts'
import { assignment, check } from '../builders.ts'

const all = [
  assignment('01-local-swarm', [check('nodes')]),
  assignment('05-routing-mesh', [check('mesh', { requires: ['runs'] })]),
  assignment('04-service', [check('runs', { requires: ['image'] }), check('other')]),
  assignment('03-image', [check('image')])
]

describe('an assignment', () => {
  test.each([
    ['5', '05-routing-mesh'],
    ['05', '05-routing-mesh'],
    ['routing-mesh', '05-routing-mesh'],
    ['05-routing-mesh', '05-routing-mesh'],
    ['1', '01-local-swarm']
  ])('%s means %s', (word, name) => {
    expect(chosen(all, word).name).toBe(name)
  })

  test.each([
    ['routing-mash', 'did you mean routing-mesh?'],
    ['9', 'give a number from 1 to 4, or a name such as 01-local-swarm'],
    ['', 'give a number from 1 to 4, or a name such as 01-local-swarm']
  ])('“%s” is none: %s', (word, hint) => {
    expect(() => chosen(all, word)).toThrow(
      expect.objectContaining({ code: 'not-found', hint: expect.stringContaining(hint) })
    )
  })
})

test('what a check requires is looked at as well, through all assignments, and nothing else', () => {
  const needed = withRequired(all, [chosen(all, '5')])
  expect(needed.flatMap(({ checks }) => checks.map(({ id }) => id))).toEqual(['mesh', 'runs', 'image'])
})
