import type { Defect } from '../defect.ts'
import { counter } from './counter.ts'
import { dns } from './dns.ts'
import { exec } from './exec.ts'
import { http } from './http.ts'
import { image } from './image.ts'
import { isolation } from './isolation.ts'
import { load } from './load.ts'
import { logs } from './logs.ts'
import { metrics } from './metrics.ts'
import { nodes } from './nodes.ts'
import { persistence } from './persistence.ts'
import { placement } from './placement.ts'
import { rollback } from './rollback.ts'
import { rollingUpdate } from './rolling-update.ts'
import { routingMesh } from './routing-mesh.ts'
import { secret } from './secret.ts'
import { security } from './security.ts'
import { selfHealing } from './self-healing.ts'
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
  ...image,
  ...rollingUpdate,
  ...rollback,
  ...selfHealing,
  ...persistence,
  ...metrics,
  ...load,
  ...security
]
