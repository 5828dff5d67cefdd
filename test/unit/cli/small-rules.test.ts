import { describe, expect, test } from '@jest/globals'
import { homeOf } from '../../../src/cli/home.rules.ts'
import { isLive, lookOf } from '../../../src/cli/look.rules.ts'
import { seconds } from '../../../src/cli/step-tree.rules.ts'
import { columnWidths } from '../../../src/cli/table-widths.rules.ts'
import { nearest } from '../../../src/effects/nearest.rules.ts'
import { fakeScreen } from './fake-door.ts'

describe('the folders', () => {
  test.each([
    [{}, '/home/me/.cache/swarmline', '/home/me/.local/state/swarmline'],
    [{ XDG_CACHE_HOME: '/c', XDG_STATE_HOME: '/s' }, '/c/swarmline', '/s/swarmline'],
    [{ XDG_CACHE_HOME: 'relative' }, '/home/me/.cache/swarmline', '/home/me/.local/state/swarmline'],
    [{ SWARMLINE_CACHE: 'c', SWARMLINE_STATE: '/s', XDG_CACHE_HOME: '/x' }, '/project/c', '/s'],
    [{ SWARMLINE_CACHE: '' }, '/home/me/.cache/swarmline', '/home/me/.local/state/swarmline']
  ])('%j', (env, cacheDir, stateDir) => {
    const dockerConfigDir = '/home/me/.docker'
    expect(homeOf(env, '/project', '/home/me')).toEqual({ cacheDir, stateDir, dockerConfigDir })
  })
})

describe('colours', () => {
  const terminal = fakeScreen({ isTTY: true, columns: 100 })
  const pipe = fakeScreen()
  test.each([
    ['a terminal', {}, terminal, true, true],
    ['a pipe', {}, pipe, true, false],
    ['--no-color', { FORCE_COLOR: '1' }, terminal, false, false],
    ['NO_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, terminal, true, false],
    ['an empty NO_COLOR', { NO_COLOR: '' }, terminal, true, true],
    ['FORCE_COLOR', { FORCE_COLOR: '1' }, pipe, true, true],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, terminal, true, false],
    ['a dumb terminal', { TERM: 'dumb' }, terminal, true, false]
  ])('%s', (_, env, screen, isColorWanted, hasColor) => {
    expect(lookOf(env, screen, isColorWanted).hasColor).toBe(hasColor)
  })

  test('a pipe has no width, and a terminal its own', () => {
    expect(lookOf({}, pipe, true).width).toBe(Number.POSITIVE_INFINITY)
    expect(lookOf({}, terminal, true).width).toBe(100)
  })

  test('the live display is for people at a terminal', () => {
    expect(isLive({}, terminal)).toBe(true)
    expect(isLive({ CI: 'true' }, terminal)).toBe(false)
    expect(isLive({ TERM: 'dumb' }, terminal)).toBe(false)
    expect(isLive({}, pipe)).toBe(false)
  })
})

test.each([
  ['wrker1', 'worker1'],
  ['MANAGER1', 'manager1'],
  ['zebra', undefined],
  ['', undefined]
])('%j is nearest to %j', (word, expected) => {
  expect(nearest(word, ['manager1', 'worker1'])).toBe(expected)
})

test.each([
  [400, '0.4 s'],
  [9949, '9.9 s'],
  [9950, '10 s'],
  [59_400, '59 s'],
  [59_600, '1 min 0 s'],
  [125_000, '2 min 5 s']
])('%i ms are %j', (ms, text) => {
  expect(seconds(ms)).toBe(text)
})

test('columns give way from the widest, and never below six', () => {
  expect(columnWidths([5, 30, 10], 100, 2)).toEqual([5, 30, 10])
  expect(columnWidths([5, 30, 10], 29, 2)).toEqual([5, 10, 10])
  expect(columnWidths([5, 30, 10], 1, 2)).toEqual([5, 6, 6])
})
