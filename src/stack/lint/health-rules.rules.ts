import { isMapping, mapping, own, secondsOf } from '../read/read.rules.ts'
import type { Mapping } from '../read/read.ts'
import type { KnownImage, LintedService, LintRule } from './lint-rule.ts'

const healthOf = ({ service }: LintedService) => own(service, 'healthcheck')
const isOff = (check: unknown): boolean =>
  isMapping(check) &&
  (check.disable === true || (Array.isArray(check.test) && check.test[0] === 'NONE') || check.test === 'NONE')
const hasTest = (check: unknown): boolean => isMapping(check) && check.test !== undefined && !isOff(check)

/** Whether a service is healthy is for its image to say: the stack file says nothing about it. */
export const isHealthOfImage = (service: Mapping): boolean => {
  const check = own(service, 'healthcheck')
  return !hasTest(check) && !isOff(check)
}

/** Without a healthcheck a task gets requests as soon as it is started, ready or not. */
export const publishedWithoutHealthcheck: LintRule = {
  name: 'published-without-healthcheck',
  severity: 'warning',
  check: linted => {
    const check = healthOf(linted)
    if (linted.planned.ports.length === 0 || hasTest(check)) return []
    const ofImage = linted.image?.hasHealthcheck
    if (!isOff(check) && ofImage === true) return []
    const isUnknown = !isOff(check) && ofImage === undefined
    return [
      {
        path: isOff(check) ? ['healthcheck'] : ['ports'],
        text: isUnknown
          ? 'it is published and has no healthcheck here: unless its image has one, a task gets requests before it can answer'
          : 'it is published and has no healthcheck: a task gets requests before it can answer',
        hint: 'add healthcheck:, or HEALTHCHECK to its Dockerfile'
      }
    ]
  }
}

/** The engine looks at start_interval during start_period only, and that is none by default. */
export const startIntervalWithoutStartPeriod: LintRule = {
  name: 'start-interval-without-start-period',
  severity: 'warning',
  check: linted => {
    const { start_interval, start_period } = mapping(healthOf(linted))
    const hasPeriod = typeof start_period === 'string' && secondsOf(start_period) > 0
    return start_interval === undefined || hasPeriod
      ? []
      : [
          {
            path: ['healthcheck', 'start_interval'],
            text: 'start_interval has no effect without a start_period',
            hint: 'add start_period:'
          }
        ]
  }
}

/** A task that fails later than monitor after its start fails unseen: the update goes on to the next one. */
export const monitorShorterThanStart: LintRule = {
  name: 'monitor-shorter-than-start',
  severity: 'info',
  check: linted => {
    const update = mapping(own(mapping(own(linted.service, 'deploy')), 'update_config'))
    const { interval = '30s', retries = 3 } = mapping(healthOf(linted))
    if (!hasTest(healthOf(linted)) || update.monitor === undefined || update.failure_action !== 'rollback')
      return []
    const unhealthyAfter = secondsOf(String(interval)) * Number(retries)
    return secondsOf(String(update.monitor)) >= unhealthyAfter
      ? []
      : [
          {
            path: ['deploy', 'update_config', 'monitor'],
            text: `an unhealthy task is detected only after ${unhealthyAfter} s (interval × retries), when monitor is already over`,
            hint: 'make monitor longer, or interval shorter'
          }
        ]
  }
}

/** Names of programs that, as process 1, do nothing on SIGTERM. */
const DEAF = /^(sleep|tail|cat|sh|bash|ash|php|python3?|ruby|perl|yes|watch)$/

/** Process 1 has no default for SIGTERM: unless it handles it, it is killed when the grace is over. */
export const noStopSignal: LintRule = {
  name: 'no-stop-signal',
  severity: 'warning',
  check: ({ service, image }) => {
    if (own(service, 'init') === true || own(service, 'stop_signal') !== undefined) return []
    if (isOneShot(service)) return []
    if (image?.stopSignal !== undefined && image.stopSignal !== 'SIGTERM' && image.stopSignal !== '15')
      return []
    const written = processOne(service, image)
    const words = written?.words ?? image?.command
    const program = words?.[0]?.split('/').at(-1) ?? ''
    if (!DEAF.test(program) || isHandedOn(program, words ?? [])) return []
    return [
      {
        ...(written ? { path: [written.key] } : {}),
        text: `${program} as process 1 ignores SIGTERM: every stop takes the whole grace period, and ends in a kill`,
        hint: 'say init: true, or a stop_signal that it handles'
      }
    ]
  }
}

/** It ends by itself: nobody waits for it to stop. */
function isOneShot(service: Mapping): boolean {
  const deploy = mapping(own(service, 'deploy'))
  const mode = String(own(deploy, 'mode') ?? '')
  return mode.endsWith('-job') || mapping(own(deploy, 'restart_policy')).condition === 'none'
}

/**
 * Whether another program takes the place of process 1, or may have a handler of its own: `sh -c 'exec server'`, the last
 * command that bash runs, and a script.
 */
function isHandedOn(program: string, words: readonly string[]): boolean {
  const rest = words.slice(1)
  if (/^(python3?|ruby|perl)$/.test(program))
    return rest.some(word => !word.startsWith('-')) && !/^-m http\.server\b/.test(rest.join(' '))
  if (!/^(sh|bash|ash)$/.test(program)) return false
  if (rest[0] !== '-c') return rest.length > 0
  const script = rest.slice(1).join(' ')
  return program === 'bash' || /\bexec\s/.test(script)
}

/**
 * The words of process 1 where the file writes any, and the key that decides which program it is. A command of the
 * file's stands behind its entrypoint, or the image's where that is known.
 */
function processOne(
  service: Mapping,
  image: KnownImage | undefined
): { key: 'entrypoint' | 'command'; words: string[] } | undefined {
  const entrypoint = wordsOf(own(service, 'entrypoint'))
  const command = wordsOf(own(service, 'command'))
  if (entrypoint.length > 0) return { key: 'entrypoint', words: [...entrypoint, ...command] }
  return command.length > 0
    ? { key: 'command', words: [...(image?.entrypoint ?? []), ...command] }
    : undefined
}

function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.trim().split(/\s+/).filter(Boolean)
  return Array.isArray(value) ? value.map(String) : []
}
