// What bin/test runs, in order. A static step counts as one passed or one failed; a jest step counts its tests.

import { readFileSync } from 'node:fs'

/** @typedef {{name: string, in: string[], argv: string[]} & ({kind: 'static'} | {kind: 'jest'})} Step */

const node = (...argv) => [process.execPath, ...argv]
const fixed = (name, argv) => ({ name, in: ['all', 'static'], kind: 'static', argv })
const jest = (name, suites, ...flags) => ({
  name,
  in: suites,
  kind: 'jest',
  argv: node(
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    ...flags
  )
})

/**
 * The tests that prove what docs/security.md claims: its own table names them, and tests of these folders stand
 * there as well.
 */
export function securityTests(page = readFileSync(new URL('../docs/security.md', import.meta.url), 'utf8')) {
  const named = [...page.matchAll(/`(test\/[\w./-]+\.test\.ts)`/g)].map(([, file = '']) => file)
  return [...new Set(['test/unit/security/', 'test/unit/plain/', 'test/contract/security/', ...named])]
}

/** @type {Step[]} */
export const STEPS = [
  fixed('lint', ['node_modules/.bin/biome', 'check', '--error-on-warnings', '.']),
  fixed('types', ['node_modules/.bin/tsc']),
  fixed('imports', node('tools/lint-imports.mjs')),
  fixed('workflows', node('tools/lint-workflows.mjs')),
  fixed('docs', node('tools/check-docs.mjs')),
  fixed('dist', node('tools/build.mjs', '--check')),
  fixed('shell', node('tools/lint-shell.mjs')),
  jest('unit and contract', ['all'], '--maxWorkers=100%', 'test/unit/', 'test/contract/'),
  jest('unit', ['unit'], '--maxWorkers=100%', 'test/unit/'),
  jest('contract', ['contract'], '--maxWorkers=100%', 'test/contract/'),
  jest('integration', ['all', 'integration'], '--runInBand', 'test/integration/'),
  jest('e2e', ['all', 'e2e'], '--runInBand', 'test/e2e/'),
  jest('healthy', ['faults', 'healthy'], '--runInBand', 'test/faults/healthy'),
  jest('faults', ['faults'], '--runInBand', 'test/faults/faults'),
  jest('derived', ['faults'], '--runInBand', 'test/faults/derived'),
  jest('soak', ['soak'], '--runInBand', 'test/soak/'),
  jest('security', ['security'], '--maxWorkers=100%', ...securityTests())
]

export const SUITES = [
  'unit',
  'contract',
  'integration',
  'e2e',
  'all',
  'soak',
  'faults',
  'healthy',
  'security',
  'static'
]

/**
 * A step with arguments of the caller's. Jest runs what any of its patterns matches: one that comes first of them narrows
 * what the step runs, instead of adding to it.
 *
 * @param {readonly string[]} argv
 * @param {readonly string[]} given
 */
export function narrowed(argv, given) {
  const [pattern, ...others] = given
  if (pattern === undefined || pattern.startsWith('-')) return [...argv, ...given]
  const isPlace = argument => argument.startsWith('test/')
  const within = place => {
    if (place.endsWith('.test.ts')) return new RegExp(pattern).test(place) ? [place] : []
    return [pattern.startsWith(place) ? pattern : `${place}.*${pattern}`]
  }
  return [...argv.filter(each => !isPlace(each)), ...argv.filter(isPlace).flatMap(within), ...others]
}
