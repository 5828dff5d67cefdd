import type { DownRequest } from '../usecases/requests.ts'
import { flag, optionalMatching, type Values } from './input.rules.ts'
import type { Form } from './read-inputs.ts'
import { CLUSTER_NAME, CLUSTER_NAME_FORM } from './target.rules.ts'

const inputs = { name: optionalMatching('name', CLUSTER_NAME, CLUSTER_NAME_FORM), all: flag('all') }
export type TeardownValues = Values<typeof inputs>

export const teardownForm: Form<typeof inputs> = {
  inputs,
  faultsOf: ({ name, all }) => {
    if (name && all) return ['name and all exclude each other: give one']
    return name || all ? [] : ['name must say which cluster, or all must be true']
  }
}

export function downRequest({ name, all }: TeardownValues): DownRequest {
  return { name: name ?? '', isAllOfOurs: all }
}

export function teardownOutputs({ removed }: { removed: readonly string[] }): Record<string, string> {
  return { removed: JSON.stringify(removed) }
}
