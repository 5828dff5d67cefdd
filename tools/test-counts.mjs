// The figures of a test run, and how they add up. Plain values: no I/O.

/** How test/support/requires.ts marks a group that cannot run on this machine: `title [skipped: reason]`. */
const REASON = /\[skipped: (.+)\]$/

/** @typedef {{passed: number, failed: number, skipped: number, skipReasons: string[]}} Counts */

/**
 * A suite that does not load counts as one failure. So does a test that is skipped without a reason: nothing is
 * skipped silently.
 *
 * @param results jest's AggregatedResult
 * @returns {Counts}
 */
export function countTests(results) {
  const counts = {
    passed: results.numPassedTests,
    failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
    skipped: 0,
    skipReasons: []
  }
  const reasons = new Set()
  for (const suite of results.testResults)
    for (const test of suite.testResults) {
      if (!['pending', 'todo', 'disabled', 'skipped'].includes(test.status)) continue
      const group = test.ancestorTitles.find(title => REASON.test(title))
      if (group) counts.skipped++
      else counts.failed++
      reasons.add(group ? REASON.exec(group)[1] : `${test.fullName}: skipped without a reason`)
    }
  counts.skipReasons = [...reasons].sort()
  return counts
}

/** @param {Counts[]} all @returns {Counts} */
export function sum(all) {
  const reasons = new Set(all.flatMap(c => c.skipReasons))
  const total = { passed: 0, failed: 0, skipped: 0, skipReasons: [...reasons] }
  for (const c of all) {
    total.passed += c.passed
    total.failed += c.failed
    total.skipped += c.skipped
  }
  return total
}

/** `N passed, N failed`, and `, N skipped` only when something was. */
export const plainLine = c =>
  `${c.passed} passed, ${c.failed} failed${c.skipped ? `, ${c.skipped} skipped` : ''}`
