import { nearest } from '../../../effects/nearest.rules.ts'
import { SwarmlineError } from '../../../errors.ts'
import { mapping, serviceEntries } from '../../read/read.rules.ts'
import type { Mapping, Model } from '../../read/read.ts'
import { isJob, isRunWhen, JOB_LABEL, labelOf, type RunWhen } from './run-jobs.rules.ts'

/** Services that are deployed together; each stage converges before the next one begins. */
export type Stage = {
  name: string
  services: string[]
  /** They are jobs that run before or after the deploy, or another stage. */
  run?: RunWhen
}

/**
 * The label that names a service's stage. On `deploy.labels` it reaches the service alone; a service's own
 * `labels:` become part of the task template, where it does no harm as long as it does not change.
 */
export const STAGE_LABEL = 'io.swarmline.stage'

/** The stage of jobs and one-shot services that name none, once any service names one. */
const JOBS = 'jobs'
/** The stage of the other services that name none. It comes last. */
const REST = 'rest'
const NAME = /^[a-z0-9][a-z0-9_.-]{0,62}$/i

type Chosen = { name: string; service: Mapping; stage: string | undefined; run: string | undefined }

/**
 * The stages of a model in their order: those with a name in natural order (`2` before `10`, `1-data` before
 * `2-app`); in front of them jobs and one-shot services that name none, after them everything else. With no stage
 * named anywhere all services are one stage, jobs included: nobody asked for an order. Jobs with `io.swarmline.job`
 * are stages of their own, right before or after the stage that they name, or all of them.
 *
 * @param named service → stage, as an input says it; it counts more than a label
 * @throws `usage` for services that the stack lacks, `input` for labels: all faults at once
 */
export function stagesOf(model: Model, named: Readonly<Record<string, string>> = {}): Stage[] {
  const services = serviceEntries(model)
  requireNames(
    named,
    services.map(([name]) => name)
  )
  const chosen = services.map(([name, service]) => ({
    name,
    service,
    stage: Object.hasOwn(named, name) ? (named[name] ?? '') : labelOf(service, STAGE_LABEL),
    run: labelOf(service, JOB_LABEL)
  }))
  const jobs = chosen.filter(({ run }) => run !== undefined)
  const others = chosen.filter(({ run }) => run === undefined)
  const stages = stagesOfServices(others)
  requireGood(chosen, stages)
  return [
    ...jobsAt('before', undefined, jobs),
    ...stages.flatMap(stage => [
      ...jobsAt('before', stage.name, jobs),
      stage,
      ...jobsAt('after', stage.name, jobs)
    ]),
    ...jobsAt('after', undefined, jobs)
  ]
}

function stagesOfServices(chosen: readonly Chosen[]): Stage[] {
  const names = (some: readonly Chosen[]): string[] => some.map(({ name }) => name)
  if (chosen.every(({ stage }) => stage === undefined)) {
    return chosen.length === 0 ? [] : [{ name: 'all', services: names(chosen) }]
  }
  const stages = new Set(chosen.flatMap(({ stage }) => stage ?? []))
  const unnamed = chosen.filter(({ stage }) => stage === undefined)
  return [
    { name: JOBS, services: names(unnamed.filter(({ service }) => isOneShot(service))) },
    ...[...stages].sort(inNaturalOrder).map(stage => ({
      name: stage,
      services: names(chosen.filter(each => each.stage === stage))
    })),
    { name: REST, services: names(unnamed.filter(({ service }) => !isOneShot(service))) }
  ].filter(stage => stage.services.length > 0)
}

/** The jobs before or after a stage, or (`undefined`) all stages. No stage has a blank in its name. */
function jobsAt(run: RunWhen, at: string | undefined, jobs: readonly Chosen[]): Stage[] {
  const services = jobs.filter(job => job.run === run && job.stage === at).map(({ name }) => name)
  return services.length === 0 ? [] : [{ name: `${run} ${at ?? 'the deploy'}`, services, run }]
}

/** Does the service come to an end by itself? */
const isOneShot = (service: Mapping): boolean =>
  isJob(service) || mapping(mapping(service.deploy).restart_policy).condition === 'none'

function requireGood(chosen: readonly Chosen[], stages: readonly Stage[]): void {
  const faults = chosen.flatMap(each => (each.run === undefined ? stageFault(each) : runFault(each, stages)))
  if (faults.length > 0)
    throw new SwarmlineError('input', faults.map(({ text }) => text).join('; '), {
      hint: [...new Set(faults.map(({ hint }) => hint))].join('; ')
    })
}

type Fault = { text: string; hint: string }

function stageFault({ name, stage }: Chosen): Fault[] {
  const hint = 'name a stage with letters, digits, dots, dashes and underscores, such as 1 or 2-backend'
  if (stage === undefined) return []
  if (stage === JOBS || stage === REST)
    return [
      {
        text: `service ${name}: ${stage} is the stage of services that name none: give it another name`,
        hint
      }
    ]
  return NAME.test(stage)
    ? []
    : [{ text: `service ${name}: ${JSON.stringify(stage)} is no name of a stage`, hint }]
}

function runFault({ name, service, stage, run = '' }: Chosen, stages: readonly Stage[]): Fault[] {
  const faults: Fault[] = []
  if (!isRunWhen(run))
    faults.push({
      text: `service ${name}: ${JOB_LABEL} is ${JSON.stringify(run)}`,
      hint: `set ${JOB_LABEL} to before or after`
    })
  if (!isJob(service))
    faults.push({
      text: `service ${name} runs ${isRunWhen(run) ? run : 'before or after'} the deploy and never ends`,
      hint: `give a service with ${JOB_LABEL} deploy.mode: replicated-job`
    })
  if (stage !== undefined && !stages.some(each => each.name === stage))
    faults.push({
      text: `service ${name}: no service is in stage ${JSON.stringify(stage)}`,
      hint:
        stages.length > 0
          ? `its stages are ${stages.map(each => each.name).join(', ')}`
          : `leave ${STAGE_LABEL} out`
    })
  return faults
}

function requireNames(named: Readonly<Record<string, string>>, names: readonly string[]): void {
  const faults = Object.keys(named).flatMap(name => {
    if (names.includes(name)) return []
    const meant = nearest(name, names)
    return [`stages name ${name}, which the stack does not have${meant ? `: is it ${meant}?` : ''}`]
  })
  if (faults.length > 0)
    throw new SwarmlineError('usage', faults.join('; '), { hint: `its services are ${names.join(', ')}` })
}

/** Digits count as numbers. The same on every machine, so not by its language. */
function inNaturalOrder(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true }) || (a < b ? -1 : 1)
}
