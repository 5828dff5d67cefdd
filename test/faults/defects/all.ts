import type { Defect } from '../defect.ts'
import { counter } from './counter.ts'
import { dns } from './dns.ts'
import { exec } from './exec.ts'
import { http } from './http.ts'
import { isolation } from './isolation.ts'
import { load } from './load.ts'
import { logs } from './logs.ts'
import { metrics } from './metrics.ts'
import { nodes } from './nodes.ts'
import { placement } from './placement.ts'
import { routingMesh } from './routing-mesh.ts'
import { secret } from './secret.ts'
import { service } from './service.ts'
import { tcp } from './tcp.ts'

/** Every broken stack, in the order in which kinds are listed. */
export const DEFECTS: readonly Defect[] = [
  ...nodes,
  ...service,
  ...placement,
  ...http,
  ...routingMesh,
  ...counter,
  ...isolation,
  ...dns,
  ...tcp,
  ...exec,
  ...secret,
  ...logs,
  ...metrics,
  ...load
]
