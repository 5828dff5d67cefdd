import { nearest } from '../../../effects/nearest.rules.ts'
import { SwarmlineError } from '../../../errors.ts'
import { durationMs } from '../../../plain/durations.ts'
import type { Rolling, ServiceSettings, UpdateSettings } from './update-settings.ts'

type Parsed = { value: Partial<Rolling> } | { fault: string }

const PARSERS: Record<string, (text: string) => Parsed> = {
  parallelism: text =>
    /^\d{1,6}$/.test(text)
      ? { value: { parallelism: Number(text) } }
      : { fault: 'a number of tasks, 0 for all' },
  delay: text => duration(text, delayMs => ({ delayMs })),
  monitor: text => duration(text, monitorMs => ({ monitorMs })),
  order: text =>
    text === 'start-first' || text === 'stop-first'
      ? { value: { order: text } }
      : { fault: 'start-first or stop-first' },
  'failure-action': text =>
    text === 'pause' || text === 'continue' || text === 'rollback'
      ? { value: { failureAction: text } }
      : { fault: 'pause, continue or rollback' },
  'max-failure-ratio': text =>
    /^(?:0|1|0?\.\d+|[01]\.0+)$/.test(text)
      ? { value: { maxFailureRatio: Number(text) } }
      : { fault: 'a fraction between 0 and 1, such as 0.2' }
}

const duration = (text: string, make: (ms: number) => Partial<Rolling>): Parsed => {
  const ms = durationMs(text)
  return ms === undefined ? { fault: 'a duration such as 15s or 1m30s' } : { value: make(ms) }
}

const NAMES = Object.keys(PARSERS)
const LINE = /^(?:(?<service>[^=]+)\.)?(?<side>update-|rollback-)?(?<name>[a-z-]+)=(?<text>.*)$/

/**
 * Reads settings from lines: `parallelism=2`, `rollback-order=stop-first`, `backend.delay=15s`,
 * `backend.rollback-monitor=5s`. A name without `rollback-` is of the update (`update-` may be written). The last
 * of a kind counts; empty lines and lines that begin with `#` are skipped.
 *
 * @throws `usage`: all faulty lines at once, each with what it may say
 */
export function parseSettings(lines: readonly string[]): UpdateSettings {
  const faults: string[] = []
  const all: ServiceSettings = { update: {}, rollback: {} }
  const byService = new Map<string, ServiceSettings>()
  for (const line of lines.map(each => each.trim())) {
    if (line === '' || line.startsWith('#')) continue
    const parsed = parseLine(line)
    if ('fault' in parsed) faults.push(parsed.fault)
    else {
      const { service, side, value } = parsed
      const of = service === undefined ? all : (byService.get(service) ?? { update: {}, rollback: {} })
      Object.assign(of[side], value)
      if (service !== undefined) byService.set(service, of)
    }
  }
  if (faults.length > 0)
    throw new SwarmlineError('usage', faults.join('; '), {
      hint: 'write [SERVICE.][rollback-]NAME=VALUE, such as backend.delay=15s'
    })
  return { all, byService: Object.fromEntries(byService) }
}

type Line = { service: string | undefined; side: 'update' | 'rollback'; value: Partial<Rolling> }

function parseLine(line: string): Line | { fault: string } {
  const shown = JSON.stringify(line)
  const { service, side, name = '', text = '' } = LINE.exec(line)?.groups ?? {}
  const parse = Object.hasOwn(PARSERS, name) ? PARSERS[name] : undefined
  if (!parse) {
    const meant = nearest(name, NAMES)
    return {
      fault: `${shown} is no setting${meant ? `: is it ${meant}?` : `: they are ${NAMES.join(', ')}`}`
    }
  }
  const parsed = parse(text.trim())
  if ('fault' in parsed) return { fault: `${shown}: ${name} takes ${parsed.fault}` }
  if (side === 'rollback-' && parsed.value.failureAction === 'rollback')
    return { fault: `${shown}: a rollback cannot be rolled back: pause or continue` }
  return { service, side: side === 'rollback-' ? 'rollback' : 'update', value: parsed.value }
}
