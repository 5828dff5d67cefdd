import { mapping, mapServices, parsePort, sequence, withDeploy } from '../read/read.rules.ts'
import type { Mapping, Model } from '../read/read.ts'

/**
 * The model for nodes whose kernel has no IPVS, so that neither virtual addresses nor the ingress network work:
 * names lead to the tasks themselves, and a port is published by each task on its own node. Such a port is free
 * again only when its task has ended, so the old task ends first. Jobs, which take no update settings, get none.
 */
export function applyMeshless(model: Model): Model {
  return mapServices(model, service => {
    const ports = sequence(service.ports).flatMap(parsePort).map(onItsNode)
    const deploy = mapping(service.deploy)
    const isJob = String(deploy.mode ?? '').endsWith('-job')
    const stopFirst = (key: string): Mapping => ({ [key]: { ...mapping(deploy[key]), order: 'stop-first' } })
    const over = {
      endpoint_mode: 'dnsrr',
      ...(ports.length > 0 && !isJob
        ? { ...stopFirst('update_config'), ...stopFirst('rollback_config') }
        : {})
    }
    return { ...withDeploy(service, over), ...(ports.length > 0 ? { ports } : {}) }
  })
}

const onItsNode = ({ target, published, protocol }: ReturnType<typeof parsePort>[number]): Mapping => ({
  target,
  ...(published === undefined ? {} : { published }),
  protocol,
  mode: 'host'
})
