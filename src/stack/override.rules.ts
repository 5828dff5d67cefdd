import { stringify } from 'yaml'
import type { PlannedPort, PlannedService, StackPlan } from './stack-plan.ts'

/** What is laid over the stack files: images by digest, labels on the services, and what a missing mesh asks for. */
export type Override = {
  /** Image reference, as the stack files name it → `sha256:…`. */
  digests: Readonly<Record<string, string>>
  /**
   * They go onto the services and never into the task template: a label there that changes with every run
   * would restart every task on every deploy.
   */
  labels: Readonly<Record<string, string>>
  /**
   * `false`: the nodes' kernel has no IPVS, so neither virtual addresses nor the ingress network work. Names then
   * lead to the tasks themselves, and a port is published by each task on its own node.
   */
  hasMesh: boolean
}

/** A stack file to be given after the others; `undefined` when there is nothing to say. */
export function overrideFile(plan: StackPlan, { digests, labels, hasMesh }: Override): string | undefined {
  const byReference = new Map(
    Object.entries(digests).map(([reference, digest]) => [tagged(reference), digest])
  )
  const services = plan.services.flatMap(service => {
    const digest = byReference.get(tagged(service.image))
    const image = digest && !service.image.includes('@') ? { image: `${service.image}@${digest}` } : {}
    const deploy = {
      ...(Object.keys(labels).length > 0 ? { labels } : {}),
      ...(hasMesh ? {} : meshless(service))
    }
    const over = {
      ...image,
      ...(hasMesh || service.ports.length === 0 ? {} : { ports: service.ports.map(onItsNode) }),
      ...(Object.keys(deploy).length > 0 ? { deploy } : {})
    }
    return Object.keys(over).length > 0 ? [[service.name, over] as const] : []
  })
  if (services.length === 0) return undefined
  // Docker refuses files of different versions, and an absent one is a version too.
  const version = plan.version === undefined ? {} : { version: plan.version }
  return stringify(escaped({ ...version, services: Object.fromEntries(services) }))
}

/** A port that is taken on a node is free again only when its task has ended, so the old one ends first. */
const meshless = ({ ports }: PlannedService): Record<string, unknown> => ({
  endpoint_mode: 'dnsrr',
  ...(ports.length > 0
    ? { update_config: { order: 'stop-first' }, rollback_config: { order: 'stop-first' } }
    : {})
})

const onItsNode = ({ target, published, protocol }: PlannedPort): Record<string, unknown> => ({
  target,
  ...(published === undefined ? {} : { published }),
  protocol,
  mode: 'host'
})

/** The services whose image has no digest, neither in the files nor by `digests`. */
export function unpinned(plan: StackPlan, digests: Override['digests']): string[] {
  const known = new Set(Object.keys(digests).map(tagged))
  return plan.services.filter(s => !s.image.includes('@') && !known.has(tagged(s.image))).map(s => s.name)
}

/** A name without a tag is `latest`. A colon before the last slash is a registry's port. */
const tagged = (reference: string): string =>
  /[:@]/.test(reference.slice(reference.lastIndexOf('/') + 1)) ? reference : `${reference}:latest`

/** Docker looks for variables in this file as well: a dollar sign is written twice. */
function escaped(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('$', '$$$$')
  if (Array.isArray(value)) return value.map(escaped)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, escaped(item)]))
}
