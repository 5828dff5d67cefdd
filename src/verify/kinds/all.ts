import type { AnyKind } from '../kind.ts'
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

/** Every kind of check there is, in the order in which `--list` and the schema show them. */
export const KINDS: readonly AnyKind[] = [
  nodes,
  service,
  placement,
  http,
  routingMesh,
  counter,
  isolation,
  dns,
  tcp,
  exec,
  secret,
  logs,
  image,
  metrics,
  load,
  security,
  rollingUpdate,
  rollback,
  selfHealing,
  persistence
]
