import type { SuiteCheck } from './suite.ts'
import type { Fault } from './suite-file.ts'

type Unnumbered = Omit<SuiteCheck, 'id'> & { id: string | undefined }

export function repeatedIds(checks: readonly Unnumbered[]): Fault[] {
  const first = new Map<string, Unnumbered>()
  return checks.flatMap(check => {
    if (check.id === undefined) return []
    const other = first.get(check.id)
    if (!other) {
      first.set(check.id, check)
      return []
    }
    const { file, line } = other.place
    return [{ ...check.place, column: 1, text: `the id ${check.id} is taken: ${file}:${line} has it` }]
  })
}

/** Every check with an id: one without is called by its kind, from the second on with a number. */
export function numbered(checks: readonly Unnumbered[]): SuiteCheck[] {
  const taken = new Set(checks.flatMap(({ id }) => id ?? []))
  return checks.map(check => {
    if (check.id !== undefined) return { ...check, id: check.id }
    let id = check.kind.name
    for (let number = 2; taken.has(id); number++) id = `${check.kind.name}-${number}`
    taken.add(id)
    return { ...check, id }
  })
}
