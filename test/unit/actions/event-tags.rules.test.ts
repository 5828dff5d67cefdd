import { expect, test } from '@jest/globals'
import { eventTags } from '../../../src/actions/event-tags.rules.ts'

const facts = (ref: string, more = {}) =>
  eventTags({ ref, sha: '0123456789'.repeat(4), defaultBranch: 'main', pullRequest: undefined, ...more })

test.each([
  ['refs/heads/main', ['sha-0123456', 'main', 'latest']],
  ['refs/heads/feature/Ünïcode thing', ['sha-0123456', 'feature-n-code-thing']],
  ['refs/heads/-.odd', ['sha-0123456', 'odd']],
  ['refs/heads/äö', ['sha-0123456']],
  ['refs/tags/v1.2.3', ['1.2.3', '1.2', '1', 'sha-0123456']],
  ['refs/tags/0.4.1', ['0.4.1', '0.4', 'sha-0123456']],
  ['refs/tags/v2.0.0-rc.1', ['2.0.0-rc.1', 'sha-0123456']],
  ['refs/tags/v1.2.3+build.5', ['1.2.3', '1.2', '1', 'sha-0123456']],
  ['refs/tags/nightly/2026', ['nightly-2026', 'sha-0123456']],
  [`refs/heads/${'a'.repeat(200)}`, ['sha-0123456', 'a'.repeat(128)]]
])('%s', (ref, tags) => expect(facts(ref)).toEqual(tags))

test('a pull request has its number, and is never latest', () => {
  expect(facts('refs/pull/5/merge', { pullRequest: 5 })).toEqual(['sha-0123456', 'pr-5'])
  expect(facts('refs/heads/main', { pullRequest: 5 })).toEqual(['sha-0123456', 'pr-5'])
})

test('where nothing is known there is no tag', () =>
  expect(
    eventTags({ ref: undefined, sha: undefined, defaultBranch: undefined, pullRequest: undefined })
  ).toEqual([]))
