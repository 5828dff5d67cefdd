import type { StackChanges } from '../stack/plan/plan.ts'
import { changesTable, countedChanges } from './changes-table.ts'
import { text } from './markdown.rules.ts'

/**
 * What a deploy is about to change, as Markdown for GITHUB_STEP_SUMMARY. Names, images and values come from stack
 * files and from the swarm: they become text.
 */
export function renderPlan(changes: StackChanges): string {
  return [
    `### Plan for the stack ${text(changes.stack)}`,
    changes.isUnchanged ? 'Nothing changes.' : countedChanges(changes.services),
    ...changesTable(changes)
  ]
    .join('\n\n')
    .concat('\n')
}
