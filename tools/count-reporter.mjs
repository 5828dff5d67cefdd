// Ends a jest run with one plain line, `N passed, N failed[, N skipped]`, and names why each test was skipped.
// For bin/test, which sums several runs, it writes the same figures to the file that SWARMLINE_TEST_COUNTS names.
import { writeFileSync } from 'node:fs'
import { countTests, plainLine } from './test-counts.mjs'

export default class CountReporter {
  onRunComplete(_contexts, results) {
    const counts = countTests(results)
    const file = process.env.SWARMLINE_TEST_COUNTS
    if (file) return writeFileSync(file, JSON.stringify(counts))
    process.once('exit', () => {
      for (const reason of counts.skipReasons) process.stderr.write(`skipped: ${reason}\n`)
      process.stderr.write(`${plainLine(counts)}\n`)
    })
  }
}
