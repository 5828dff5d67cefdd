import { count } from '../../judging/judgement.rules.ts'
import { neutralise } from '../../judging/untrusted-text.rules.ts'

export type WantedTargets = { job: string; least: number }
export type Result = { status: 'pass' | 'fail' | 'unknown'; text: string }
/** One scrape of one target, and a later one where a metric must move. */
export type Scrape = { target: string } & (
  | { kind: 'text'; first: string; second: string | undefined }
  | { kind: 'failed'; reason: string }
  | { kind: 'unreachable'; reason: string }
)

type Target = { job: string; instance: string; health: string; error: string }

/** Every active target of each job is up, and as many as there must be. One that was not scraped yet is unknown. */
export function judgeTargetList(wanted: readonly WantedTargets[], list: Scrape): Result {
  if (list.kind === 'unreachable') return { status: 'unknown', text: neutralise(list.reason) }
  if (list.kind === 'failed') return { status: 'fail', text: `its targets: ${neutralise(list.reason)}` }
  const targets = readTargets(list.first)
  if (!targets) return { status: 'fail', text: 'its answer is not a list of Prometheus’ targets' }
  for (const { job, least } of wanted) {
    const own = targets.filter(target => target.job === job)
    const down = own.find(({ health }) => health !== 'up' && health !== 'unknown')
    const up = own.filter(({ health }) => health === 'up').length
    if (down)
      return {
        status: 'fail',
        text: neutralise(`target ${down.instance} of job ${job} is ${down.health}: ${down.error}`)
      }
    if (own.length < least)
      return { status: 'fail', text: `job ${neutralise(job)} has ${count(own.length, 'target')}` }
    if (up < own.length)
      return {
        status: 'unknown',
        text: `${count(own.length - up, 'target')} of job ${neutralise(job)} not scraped yet`
      }
  }
  return { status: 'pass', text: `${count(targets.length, 'target')}, all up that must be` }
}

function readTargets(text: string): Target[] | undefined {
  try {
    const { data } = JSON.parse(text) as { data?: { activeTargets?: unknown } }
    if (!Array.isArray(data?.activeTargets)) return undefined
    return data.activeTargets.map(target => {
      const { labels, health, lastError } = (target ?? {}) as Record<string, unknown>
      const { job, instance } = (labels ?? {}) as Record<string, unknown>
      return { job: word(job), instance: word(instance), health: word(health), error: word(lastError) }
    })
  } catch {
    return undefined
  }
}

const word = (value: unknown): string => (typeof value === 'string' ? value : '')
