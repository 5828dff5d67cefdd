import type { EngineClient } from '../../docker/client.ts'
import type { ApiService } from '../../docker/types.ts'
import { SwarmlineError } from '../../errors.ts'
import { STACK_LABEL } from '../../plain/labels.ts'
import type { PlannedService } from '../read/read.ts'
import { portTaken } from './deploy-errors.rules.ts'

/**
 * Refuses a stack that publishes a port which another one's service has. The engine would say so too, but only
 * when networks, secrets and some of the services are there already.
 *
 * @throws `port-taken` naming the other service.
 */
export async function requireFreePorts(
  client: EngineClient,
  stack: string,
  planned: readonly PlannedService[],
  signal: AbortSignal
): Promise<void> {
  const wanted = planned.flatMap(s => s.ports).filter(p => p.mode === 'ingress' && p.published)
  if (wanted.length === 0) return
  const services = (await client.json<ApiService[] | null>('GET', '/services', { signal })) ?? []
  for (const service of services) {
    if (service.Spec.Labels?.[STACK_LABEL] === stack) continue
    for (const port of service.Endpoint?.Ports ?? []) {
      const isTaken = wanted.some(
        w =>
          port.PublishMode === 'ingress' && w.published === port.PublishedPort && w.protocol === port.Protocol
      )
      if (!isTaken) continue
      const { code, message, hint } = portTaken(String(port.PublishedPort), service.Spec.Name)
      throw new SwarmlineError(code, `deploying ${stack}: ${message}`, { hint })
    }
  }
}
