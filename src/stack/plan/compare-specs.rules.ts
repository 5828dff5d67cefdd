import type { ApiServiceSpec } from '../../docker/types.ts'
import { differences, effectOnTasks } from './compare-views.rules.ts'
import { forShowing } from './conceal.rules.ts'
import type { ServiceChange } from './stack-changes.ts'
import { isRunJobSpec } from './stages/run-jobs.rules.ts'
import { type SpecNames, viewOfSpec } from './view-of-spec.rules.ts'

/**
 * What lies between two states of a stack, service by service and field by field; services that are the same are left
 * out, and so are the jobs of deploys. Values that may be secrets are concealed as in a plan.
 */
export function compareSpecs(
  stack: string,
  before: readonly ApiServiceSpec[],
  after: readonly ApiServiceSpec[],
  names: SpecNames
): ServiceChange[] {
  const [old, now] = [before, after].map(
    specs => new Map(specs.filter(spec => !isRunJobSpec(spec)).map(spec => [spec.Name, spec]))
  ) as [Map<string, ApiServiceSpec>, Map<string, ApiServiceSpec>]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap(fullName => {
    const [from, to] = [old.get(fullName), now.get(fullName)]
    if (!from) return [changeOf(stack, fullName, 'created')]
    if (!to) return [changeOf(stack, fullName, 'removed')]
    const [viewFrom, viewTo] = [viewOfSpec(from, stack, names), viewOfSpec(to, stack, names)]
    const fields = differences(viewFrom, viewTo)
    if (fields.length === 0) return []
    return [
      {
        ...changeOf(stack, fullName, 'updated'),
        fields: forShowing(fields, viewFrom, viewTo),
        tasks: effectOnTasks(fields)
      }
    ]
  })
}

const changeOf = (stack: string, fullName: string, kind: ServiceChange['kind']): ServiceChange => ({
  name: fullName.startsWith(`${stack}_`) ? fullName.slice(stack.length + 1) : fullName,
  fullName,
  kind,
  fields: [],
  tasks: 'none',
  refusal: undefined
})
