import { downInputs } from '../inputs/cluster.ts'
import type { Values } from '../inputs/input.ts'
import type { DownRequest } from '../usecases/requests.ts'
import type { Form } from './read-inputs.ts'

export type TeardownValues = Values<typeof downInputs>

export const teardownForm: Form<typeof downInputs> = {
  inputs: downInputs,
  faultsOf: ({ name, all }) => {
    if (name && all) return ['name and all exclude each other: give one of them']
    return name || all ? [] : ['give name, to say which swarm, or set all to true']
  }
}

export function downRequest({ name, all }: TeardownValues): DownRequest {
  return { name: name ?? '', isAllOfOurs: all }
}

export function teardownOutputs({ removed }: { removed: readonly string[] }): Record<string, string> {
  return { removed: JSON.stringify(removed) }
}
