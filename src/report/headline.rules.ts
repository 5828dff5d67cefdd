import { heartbeatInWords } from '../plain/heartbeat.ts'
import type { Verdict, VerdictStatus } from '../verify/verify.ts'
import { answersMatrix } from './answers.rules.ts'
import { cutText } from './bounds.rules.ts'
import { afterwards, endInWords } from './ended.rules.ts'
import type { RunReport } from './run-report.ts'
import { count, duration, oneLine, whole } from './text.rules.ts'

/** `Passed`, `Failed`: the run's status as a word. */
export const STATUS_WORDS: Record<VerdictStatus, string> = {
  pass: 'Passed',
  fail: 'Failed',
  inconclusive: 'Inconclusive',
  skipped: 'Skipped'
}

/** What became of the run, in one sentence that claims no more than was measured. */
export function headline(report: RunReport): string {
  const { deploy, verify } = report
  const open = verify ? openInWords(verify.verdicts) : []
  if (open.length > 0) return open.join(' ')
  if (report.error) return asSentence(oneLine(report.error))
  if (verify) {
    if (verify.nodes.length === 0) return passedInWords(verify.verdicts)
    const { answered, requests, replicas, rows } = answersMatrix(verify.nodes)
    const way = report.engine.hasMesh ? 'through the routing mesh' : 'without a routing mesh'
    const nodes = rows.length === 1 ? 'The node' : `All ${count(rows.length, 'node')}`
    return `${nodes} answered ${way}: ${whole(answered)} of ${count(requests, 'request')}, from ${count(replicas.length, 'replica')}.`
  }
  if (deploy && deploy.outcome !== 'converged')
    return [`The stack ${oneLine(deploy.stack)} ${endInWords(deploy)}.`, afterwards(deploy) ?? '']
      .join(' ')
      .trim()
  if (deploy)
    return `The stack ${oneLine(deploy.stack)} is deployed: ${count(deploy.services.length, 'service')} converged in ${duration(deploy.durationMs)}.`
  return 'The run ended before anything was deployed.'
}

/** Errors begin small, as they follow a program's name on a terminal. */
const asSentence = (text: string): string => text.replace(/^\p{Ll}/u, letter => letter.toUpperCase())

/** What did not pass: what failed, and apart from it what nobody could measure. */
function openInWords(verdicts: readonly Verdict[]): string[] {
  const of = (status: VerdictStatus) => verdicts.filter(verdict => verdict.status === status)
  const [failed, unknown] = [of('fail'), of('inconclusive')]
  return [
    ...(failed.length > 0
      ? [`${failed.length} of ${count(verdicts.length, 'check')} failed: ${named(failed)}.`]
      : []),
    ...(unknown.length > 0
      ? [`${count(unknown.length, 'check')} could not be measured: ${named(unknown)}.`]
      : [])
  ]
}

const MOST_NAMED = 5

function named(verdicts: readonly Verdict[]): string {
  const names = verdicts.slice(0, MOST_NAMED).map(verdict => cutText(oneLine(verdict.title), 120))
  const more = verdicts.length - names.length
  return `${names.join('; ')}${more > 0 ? `; and ${more} more` : ''}`
}

function passedInWords(verdicts: readonly Verdict[]): string {
  const skipped = verdicts.filter(verdict => verdict.status === 'skipped').length
  const passed = `${count(verdicts.length - skipped, 'check')} passed`
  return skipped > 0
    ? `${passed}, and ${whole(skipped)} ${skipped === 1 ? 'was' : 'were'} skipped.`
    : `${passed}.`
}

/** What a reader must know to judge the result: each a sentence, said in every rendering. */
export function caveats(report: RunReport): string[] {
  const said: string[] = []
  if ((report.nodes.length > 0 || report.verify) && !report.engine.hasMesh)
    said.push('The routing mesh was not tested: this engine’s kernel cannot carry one.')
  if (report.standIns.length > 0)
    said.push(
      `${count(report.standIns.length, 'image')} under an official name ${report.standIns.length === 1 ? 'is a stand-in' : 'are stand-ins'}, made from Debian packages because no registry could be reached.`
    )
  const heartbeat = heartbeatInWords(report.engine.heartbeatSeconds)
  if (heartbeat) said.push(heartbeat)
  return said
}

/** What is said of a swarm without stand-ins: their absence is a finding too. */
export function noStandIns(report: Pick<RunReport, 'nodes' | 'standIns'>): string | undefined {
  if (report.standIns.length > 0 || report.nodes.length === 0) return undefined
  return 'No stand-ins: every image is the one that its name says.'
}
