import { describe, expect, test } from '@jest/globals'
import { KINDS } from '../../../src/verify/kinds/all.ts'
import type { Verdict } from '../../../src/verify/verdict.ts'
import { confusionTable, findingOf } from '../../faults/confusion.rules.ts'
import type { Defect } from '../../faults/defect.ts'
import { DEFECTS } from '../../faults/defects/all.ts'
import { loadSuite } from '../../faults/suite.ts'

const LEAST = 80
const LEAST_PER_KIND = 3

describe('the table of broken stacks', () => {
  test('each has a name of its own', () => {
    const names = DEFECTS.map(({ name }) => name)
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  })

  test('each is caught by a check of the suite, and its reasons are for checks of the suite', async () => {
    const ids = new Set((await loadSuite()).map(({ id }) => id))
    const named = DEFECTS.flatMap(({ caught, also = {} }) => [caught.by, ...Object.keys(also)])
    expect(named.filter(id => !ids.has(id))).toEqual([])
  })

  test('there are at least eighty, and at least three for each kind of check', async () => {
    const kindOf = new Map((await loadSuite()).map(({ id, kind }) => [id, kind.name]))
    const byKind = Map.groupBy(DEFECTS, ({ caught }) => kindOf.get(caught.by))
    const few = KINDS.map(({ name }) => name).filter(name => (byKind.get(name)?.length ?? 0) < LEAST_PER_KIND)
    expect(few).toEqual([])
    expect(DEFECTS.length).toBeGreaterThanOrEqual(LEAST)
  })
})

const verdict = (id: string, status: Verdict['status'], observed = ''): Verdict => ({
  id,
  kind: `kind-${id}`,
  title: id,
  status,
  expected: '',
  observed,
  hint: 'look there',
  durationMs: 1,
  figures: {}
})
const defect = (more: Partial<Defect> = {}): Defect => ({
  name: 'broken',
  by: 'engine',
  caught: { by: 'a', says: /^gone$/ },
  ...more
})

describe('what the suite makes of a defect', () => {
  test('the intended check in the intended words, and nobody else', () => {
    const finding = findingOf(defect(), [verdict('a', 'fail', 'gone'), verdict('b', 'pass')])
    expect(finding).toMatchObject({ isCaught: true, red: ['kind-a'], faults: [] })
  })

  test.each([
    ['other words', [verdict('a', 'fail', 'away')]],
    ['no fail', [verdict('a', 'inconclusive', 'gone')]],
    ['no verdict', [verdict('b', 'fail', 'gone')]]
  ])('%s do not catch it', (_title, verdicts) => {
    expect(findingOf(defect(), verdicts)).toMatchObject({
      isCaught: false,
      faults: expect.arrayContaining([expect.stringContaining('a should say')])
    })
  })

  test('the hint counts where the defect says it', () => {
    const asked = defect({ caught: { by: 'a', says: /gone/, hint: /elsewhere/ } })
    expect(findingOf(asked, [verdict('a', 'fail', 'gone')]).isCaught).toBe(false)
  })

  test('another red check needs a reason', () => {
    const verdicts = [verdict('a', 'fail', 'gone'), verdict('b', 'inconclusive', 'dark')]
    expect(findingOf(defect(), verdicts).faults).toEqual([expect.stringContaining('b is inconclusive: dark')])
    expect(findingOf(defect({ also: { b: 'it looks at a' } }), verdicts).faults).toEqual([])
  })

  test('load that could not be sent is not red', () => {
    const verdicts = [verdict('a', 'fail', 'gone'), verdict('b', 'inconclusive', 'void: requests left late')]
    expect(findingOf(defect(), verdicts)).toMatchObject({ red: ['kind-a'], faults: [] })
  })

  test('the table counts what was caught, and by whom', () => {
    const red = (id: string) => verdict(id, 'fail', 'gone')
    const table = confusionTable([
      findingOf(defect({ also: { b: 'why not' } }), [red('a'), red('b')]),
      findingOf(defect(), [verdict('a', 'pass')])
    ])
    expect(table).toMatch(/^caught 1\/2, 1 not as stated$/m)
    expect(table).toMatch(/^kind-a +1\/2 +1 +1$/m)
  })
})
