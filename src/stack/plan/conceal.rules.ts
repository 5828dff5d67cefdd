import { HIDDEN, withoutUrlSecrets } from '../../plain/urls.ts'
import type { FieldChange } from './stack-changes.ts'
import type { ServiceView } from './view.ts'

/** On a service, in `deploy.labels`: the names of what a plan may show of it, `TAG, LOG_LEVEL, command`. */
export const SHOW_LABEL = 'io.swarmline.show'

/**
 * Fields whose values may be shown: they choose among a few words, count, measure, or name a thing. All others hold
 * whatever somebody wrote, a password as well. What a name sounds like says nothing about that.
 */
const OPEN =
  /^(?:image|hostname|user|working_dir|stop_signal|stop_grace_period|tty|stdin_open|read_only|init|isolation|oom_score_adj|dns|dns_search|extra_hosts|credential_spec|cap_add|cap_drop|driver|internal|attachable|subnets|logging\.driver|volumes \(order\)|healthcheck\.(?:interval|timeout|start_period|start_interval|retries)|(?:ulimits|secrets|configs|ports)\..*)$/s
const OPEN_PARTS = /^deploy\.(?!labels\.)|^(?:networks|volumes)\.(?!.*\.(?:driver_opts|labels)\.)/s
/** A label may call these by their last name alone. */
const NAMED = /^(?:environment|labels|deploy\.labels)\./

/** Changes as they may be shown: a value that is not open is `(hidden)`, before and after, unless the label names it. */
export function forShowing(
  changes: readonly FieldChange[],
  before: ServiceView = {},
  after: ServiceView = {}
): FieldChange[] {
  // What runs was deployed under its own label: the new files alone do not lay open what it has.
  const now = shownNames(after)
  const then = shownNames(before).filter(name => now.includes(name))
  return changes.map(({ field, from, to }) => ({
    field,
    from: from === undefined ? undefined : concealed(field, from, then),
    to: to === undefined ? undefined : concealed(field, to, now)
  }))
}

/** @param shown names that a label gives, as they are written */
export function concealed(field: string, value: string, shown: readonly string[] = []): string {
  const isNamed = shown.includes(field) || (NAMED.test(field) && shown.includes(field.replace(NAMED, '')))
  const isOff = field === 'healthcheck.test' && value === 'NONE'
  return isNamed || isOff || OPEN.test(field) || OPEN_PARTS.test(field) ? withoutUrlSecrets(value) : HIDDEN
}

const shownNames = (view: ServiceView): string[] =>
  (view[`deploy.labels.${SHOW_LABEL}`] ?? '').split(/[\s,]+/).filter(name => name !== '')
