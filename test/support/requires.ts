import { describe } from '@jest/globals'

/**
 * A group of tests that needs something of the machine. Where that is missing the group is skipped, and
 * tools/count-reporter.mjs reads the reason from its title: nothing is skipped silently, and on Debian 12 as
 * root bin/test counts a skip as a failure.
 *
 * @param reason what is missing: `no QEMU`, `not root`
 */
export function describeIf(condition: boolean, reason: string, title: string, tests: () => void): void {
  if (condition) describe(title, tests)
  else describe.skip(`${title} [skipped: ${reason}]`, tests)
}
