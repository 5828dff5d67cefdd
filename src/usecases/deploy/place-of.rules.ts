import type { FailureCategory, TaskFailure } from '../../rollout/rollout.ts'
import { isMapping, mapping } from '../../stack/read/read.rules.ts'
import type { StackPlan } from '../../stack/read/read.ts'

/** What of a service somebody would look at first, by what went wrong. */
const KEYS: Partial<Record<FailureCategory, string>> = {
  image: 'image',
  placement: 'deploy',
  port: 'ports',
  health: 'healthcheck',
  resources: 'deploy',
  network: 'networks',
  secret: 'secrets'
}

/** A failure with the line of the stack file where somebody would mend it: the key that it is about, or the service. */
export function withPlace(failure: TaskFailure, stack: string, { model, source }: StackPlan): TaskFailure {
  const services = model.services
  const name = failure.service.startsWith(`${stack}_`) ? failure.service.slice(stack.length + 1) : ''
  if (!source || !isMapping(services) || !Object.hasOwn(services, name)) return failure
  const key = KEYS[failure.category]
  const { origins } = source
  const found = (key && origins.of(mapping(services[name]), key)) || origins.of(services, name)
  return found ? { ...failure, place: { file: found.file, line: found.line } } : failure
}
