import { inOrder, saidOnce } from '../read/read.rules.ts'
import type { Finding, StackPlan } from '../read/read.ts'
import type { KnownImage } from './lint-rule.ts'
import { lintStack, RULES } from './lint-stack.rules.ts'

/** What the lint finds, its own complaint about comments included. */
const OF_LINT = new Set([...RULES.map(rule => rule.name), 'unknown-rule'])

/** The findings of a plan, now that something is known of its images, by the names that its model has for them. */
export function lintAgain(
  { model, source, findings }: Pick<StackPlan, 'model' | 'source' | 'findings'>,
  images: Readonly<Record<string, KnownImage>>
): Finding[] {
  if (!source || Object.keys(images).length === 0) return findings
  const others = findings.filter(({ rule }) => !OF_LINT.has(rule))
  return saidOnce(
    inOrder(
      [...others, ...lintStack(model, source, images)],
      source.files.map(file => file.shownAs)
    )
  )
}
