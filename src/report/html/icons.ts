import type { VerdictStatus } from '../../verify/verify.ts'
import { type Markup, verbatim } from './markup.rules.ts'

const PATHS: Record<VerdictStatus, string> = {
  pass: 'M6.8 12.6l3.4 3.4 7-7.6',
  fail: 'M8 8l8 8M16 8l-8 8',
  inconclusive: 'M9.2 9.4a2.9 2.9 0 1 1 4.2 2.6c-.9.5-1.4 1-1.4 2M12 17.1v.1',
  skipped: 'M7.5 12h9'
}

/** A status as a sign, beside its word: colour alone says nothing to many readers, and nothing in print. */
export function statusIcon(status: VerdictStatus): Markup {
  return verbatim(
    `<svg class="icon ${status}" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="11"/><path d="${PATHS[status]}"/></svg>`
  )
}

/** The mark of the tool: three nodes that all reach each other. */
export const LOGO = verbatim(
  '<svg class="logo" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 5 5 18h14z"/><circle cx="12" cy="5" r="3.4"/><circle cx="5" cy="18" r="3.4"/><circle cx="19" cy="18" r="3.4"/></svg>'
)
