import { inputName } from '../inputs/input.ts'
import { type TargetValues, twoSwarms, wayFaults } from '../inputs/target.ts'

/** An action names the swarm that it works on: it takes none for granted. */
export function targetFaults(values: TargetValues): string[] {
  const { cluster, dockerHost } = values
  if (!cluster && !dockerHost) return ['give cluster or docker-host, to say which swarm']
  const two = twoSwarms(values, inputName)
  return two.length > 0 ? two : wayFaults(values, inputName)
}
