import { BOUNDS } from './bounds.ts'
import { type Mapping, mapping } from './refusal.ts'

/**
 * The stack with a limit on everything that a container may use up: memory, processes, and output. A limit that is lower
 * already stays. The model that was given is not changed.
 */
export function boundedModel(model: Mapping): Mapping {
  const services = Object.entries(mapping(model.services)).map(([name, service]) => [
    name,
    boundedService(mapping(service))
  ])
  return { ...model, services: Object.fromEntries(services) }
}

function boundedService(service: Mapping): Mapping {
  const deploy = mapping(service.deploy)
  const resources = mapping(deploy.resources)
  const limits = mapping(resources.limits)
  const { memoryBytes, usualMemoryBytes, pids } = BOUNDS.task
  return {
    ...service,
    logging: {
      driver: 'json-file',
      options: { 'max-size': BOUNDS.log.size, 'max-file': BOUNDS.log.files }
    },
    deploy: {
      ...deploy,
      resources: {
        ...resources,
        limits: {
          ...limits,
          memory: String(lowest(bytesOf(limits.memory), usualMemoryBytes, memoryBytes)),
          pids: lowest(limits.pids === undefined ? undefined : Number(limits.pids), pids, pids)
        }
      }
    }
  }
}

/** 0 and less mean no limit to an engine. */
function lowest(given: number | undefined, usual: number, most: number): number {
  return given === undefined || !(given > 0) ? usual : Math.min(given, most)
}

const UNITS: Record<string, number> = { b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3, t: 1024 ** 4 }

/** `128M`, `1gb`, `1.5g`, `1048576`; `undefined` for what is no size. */
function bytesOf(text: unknown): number | undefined {
  const [, count, unit = 'b'] = /^(\d+(?:\.\d+)?)\s*([bkmgt])?(?:i?b)?$/i.exec(String(text ?? '')) ?? []
  return count === undefined ? undefined : Math.floor(Number(count) * (UNITS[unit.toLowerCase()] ?? 1))
}
