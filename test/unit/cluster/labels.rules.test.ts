import { expect, test } from '@jest/globals'
import { expiryOf, isExpired, ownFilter, ownLabels } from '../../../src/cluster/labels.rules.ts'
import { expired, type Leftover } from '../../../src/cluster/leftovers.ts'
import { LABEL } from '../../../src/plain/labels.ts'

const HOUR = 3_600_000
const createdAt = Date.parse('2026-01-02T03:04:05.000Z')
const own = { cluster: 'demo', owner: 'someone/app', run: '42', createdAt, ttlHours: 24 }

test('labels say whose it is and until when', () => {
  expect(ownLabels(own)).toEqual({
    'io.swarmline.cluster': 'demo',
    'io.swarmline.owner': 'someone/app',
    'io.swarmline.run': '42',
    'io.swarmline.created': '2026-01-02T03:04:05.000Z',
    'io.swarmline.ttl': '24h'
  })
  expect(expiryOf(own)).toBe('2026-01-03T03:04:05.000Z')
})

test('it has expired after its hours, not before', () => {
  expect(isExpired(ownLabels(own), createdAt + 24 * HOUR)).toBe(false)
  expect(isExpired(ownLabels(own), createdAt + 24 * HOUR + 1)).toBe(true)
  expect(isExpired(ownLabels({ ...own, ttlHours: 0.5 }), createdAt + HOUR)).toBe(true)
})

test.each([
  ['no labels', {}],
  ['no creation', { [LABEL.ttl]: '1h' }],
  ['no ttl', { [LABEL.created]: '2026-01-02T03:04:05Z' }],
  ['a ttl that is none', { [LABEL.created]: '2026-01-02T03:04:05Z', [LABEL.ttl]: 'soon' }]
])('what has %s never expires', (_, labels) => {
  expect(isExpired(labels, Number.MAX_SAFE_INTEGER)).toBe(false)
})

test('a sweep takes a cluster only when all of it has outlived its time', () => {
  const left = (
    cluster: string,
    ttlHours: number,
    labels = ownLabels({ ...own, cluster, ttlHours })
  ): Leftover => ({
    kind: 'container',
    id: '1',
    name: 'x',
    cluster,
    labels
  })
  const leftovers = [left('old', 1), left('old', 1), left('mixed', 1), left('mixed', 48), left('', 1)]
  expect(expired(leftovers, createdAt + 2 * HOUR)).toEqual(['old'])
})

test('the filter asks for one cluster, or for all that is ours', () => {
  expect(JSON.parse(ownFilter('demo'))).toEqual({ label: ['io.swarmline.cluster=demo'] })
  expect(JSON.parse(ownFilter(undefined))).toEqual({ label: ['io.swarmline.cluster'] })
})
