import { nearest } from '../../../effects/nearest.rules.ts'
import { SwarmlineError } from '../../../errors.ts'
import { mapping, record, serviceEntries, text } from '../../read/read.rules.ts'
import type { Mapping, Model } from '../../read/read.ts'

/** Services that are deployed together; each stage converges before the next one begins. */
export type Stage = { name: string; services: string[] }

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

/**
 * The stages of a model in their order: those with a name in natural order (`2` before `10`, `1-data` before
 * `2-app`); in front of them jobs and one-shot services that name none, after them everything else. With no stage
 * named anywhere all services are one stage, jobs included: nobody asked for an order.
 *
 * @param named service → stage, as an input says it; it counts more than a label
 * @throws `usage` for services that the stack lacks, `input` for labels: all faults at once
 */
export function stagesOf(model: Model, named: Readonly<Record<string, string>> = {}): Stage[] {
  const services = serviceEntries(model)
  const names = services.map(([name]) => name)
  requireNames(named, names)
  const chosen = services.map(([name, service]) => ({
    name,
    stage: Object.hasOwn(named, name) ? (named[name] ?? '') : labelOf(service),
    isJob: isOneShot(service)
  }))
  const faults = chosen.flatMap(({ name, stage }) => (stage === undefined ? [] : faultOf(name, stage)))
  if (faults.length > 0)
    throw new SwarmlineError('input', faults.join('; '), {
      hint: 'a stage is named by letters, digits, dots, dashes and underscores, such as 1 or 2-backend'
    })
  if (chosen.every(({ stage }) => stage === undefined)) return [{ name: 'all', services: names }]
  const stages = new Set(chosen.flatMap(({ stage }) => stage ?? []))
  const membersOf = (isMember: (each: (typeof chosen)[number]) => boolean): string[] =>
    chosen.filter(isMember).map(({ name }) => name)
  return [
    { name: JOBS, services: membersOf(({ stage, isJob }) => stage === undefined && isJob) },
    ...[...stages].sort(inNaturalOrder).map(stage => ({
      name: stage,
      services: membersOf(each => each.stage === stage)
    })),
    { name: REST, services: membersOf(({ stage, isJob }) => stage === undefined && !isJob) }
  ].filter(stage => stage.services.length > 0)
}

/** Does the service come to an end by itself? */
export function isOneShot(service: Mapping): boolean {
  const deploy = mapping(service.deploy)
  return text(deploy.mode).endsWith('-job') || mapping(deploy.restart_policy).condition === 'none'
}

function labelOf(service: Mapping): string | undefined {
  const onService = record(mapping(service.deploy).labels)
  const onContainer = record(service.labels)
  const found = [onService, onContainer].find(labels => Object.hasOwn(labels, STAGE_LABEL))
  return found && (found[STAGE_LABEL] ?? '')
}

function faultOf(service: string, stage: string): string[] {
  if (stage === JOBS || stage === REST)
    return [`service ${service}: ${stage} is the stage of services that name none: give it another name`]
  return NAME.test(stage) ? [] : [`service ${service}: ${JSON.stringify(stage)} is no name of a stage`]
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
