import type { ApiServiceSpec } from '../../../docker/types.ts'
import { mapping, mapServices, record, text, withDeploy } from '../../read/read.rules.ts'
import type { Mapping, Model } from '../../read/read.ts'

/**
 * The label of a job that belongs to the deploy and not to what runs: `before` and `after` the whole of it, or, with
 * the label of a stage, that stage. Such a job runs in each deploy that changes anything, and never on a way back.
 */
export const JOB_LABEL = 'io.swarmline.job'

export type RunWhen = 'before' | 'after'

export const isRunWhen = (value: string): value is RunWhen => value === 'before' || value === 'after'

/** What a label of a service says, on the service or else on its containers; `undefined` without it. */
export function labelOf(service: Mapping, label: string): string | undefined {
  const onService = record(mapping(service.deploy).labels)
  const onContainer = record(service.labels)
  const found = [onService, onContainer].find(labels => Object.hasOwn(labels, label))
  return found && (found[label] ?? '')
}

export const isJob = (service: Mapping): boolean => text(mapping(service.deploy).mode).endsWith('-job')

/** Is it a job before or after the deploy? */
export const isRunJob = (service: Mapping): boolean => labelOf(service, JOB_LABEL) !== undefined

/** The same of a service in the swarm. */
export const isRunJobSpec = ({ Labels, TaskTemplate }: ApiServiceSpec): boolean =>
  [Labels, mapping(TaskTemplate.ContainerSpec?.Labels)].some(
    labels => labels !== undefined && Object.hasOwn(labels, JOB_LABEL)
  )

/**
 * The model in which a job before or after the deploy has one try, unless its own `restart_policy` gives it more:
 * a migration that failed half-way is not for a swarm to run again and again.
 */
export const withOneTry = (model: Model): Model =>
  mapServices(model, service =>
    isRunJob(service) && mapping(service.deploy).restart_policy === undefined
      ? withDeploy(service, { restart_policy: { condition: 'none' } })
      : service
  )
