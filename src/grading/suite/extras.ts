import { isSeq, type Node, visit } from 'yaml'
import * as z from 'zod'
import { issueInWords as inWords } from '../../verify/verify.rules.ts'
import { CHECK_ID, type Fault, type SuiteFile } from '../../verify/verify.ts'

/** What `checks.yml` says beside a suite's own words. */
export const TOP_EXTRAS = {
  bonus: z
    .boolean()
    .default(false)
    .describe('Its points are extra: they make up for points missing elsewhere.'),
  needs: z
    .enum(['folder', 'swarm'])
    .default('folder')
    .describe('`swarm`: only a running swarm can show it, so it is left out when a folder is graded.')
}
export const CHECK_EXTRAS = {
  requires: z
    .array(z.string().regex(CHECK_ID, 'takes ids of checks'))
    .max(20)
    .default([])
    .describe('Checks, of any assignment, that must have passed: otherwise this one earns nothing.')
}

export type TopExtras = { bonus: boolean; needs: 'folder' | 'swarm' }
export type CheckExtras = { requires: string[]; names: string[] }

/**
 * Takes the extras out of a document, so that what stays is a suite. `names` are the variables that each check uses,
 * as they were before anything is put in for them.
 */
export function takeExtras(file: SuiteFile): { top: TopExtras; checks: CheckExtras[]; faults: Fault[] } {
  const faults: Fault[] = []
  const take = <T>(path: readonly PropertyKey[], form: z.ZodType<T>): T => {
    const node = file.document.getIn(path, true) as Node | undefined
    const read = form.safeParse(node && file.plain(node))
    if (node) file.document.deleteIn(path)
    if (read.success) return read.data
    const [issue] = read.error.issues
    faults.push(file.fault(node, `${String(path.at(-1))}: ${issue ? inWords(issue) : 'is wrong'}`))
    return form.parse(undefined)
  }
  const list = file.document.get('checks', true)
  const count = isSeq(list) ? list.items.length : 0
  const checks = Array.from({ length: count }, (_, index) => ({
    names: variablesIn(file.document.getIn(['checks', index], true) as Node | undefined),
    requires: take(['checks', index, 'requires'], CHECK_EXTRAS.requires)
  }))
  const top = { bonus: take(['bonus'], TOP_EXTRAS.bonus), needs: take(['needs'], TOP_EXTRAS.needs) }
  return { top, checks, faults }
}

function variablesIn(node: Node | undefined): string[] {
  const names = new Set<string>()
  if (node)
    visit(node, {
      Scalar: (_, { value }) => {
        if (typeof value !== 'string') return
        for (const [, name] of value.matchAll(/(?<!\$)\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g)) names.add(name ?? '')
      }
    })
  return [...names]
}
