import type { AnyKind } from '../kind.ts'
import { counter } from './counter/kind.ts'
import { dns } from './dns/kind.ts'
import { exec } from './exec/kind.ts'
import { http } from './http/kind.ts'
import { image } from './image/kind.ts'
import { isolation } from './isolation/kind.ts'
import { load } from './load/kind.ts'
import { logs } from './logs/kind.ts'
import { metrics } from './metrics/kind.ts'
import { nodes } from './nodes/kind.ts'
import { persistence } from './persistence/kind.ts'
import { placement } from './placement/kind.ts'
import { rollback } from './rollback/kind.ts'
import { rollingUpdate } from './rolling-update/kind.ts'
import { routingMesh } from './routing-mesh/kind.ts'
import { secret } from './secret/kind.ts'
import { security } from './security/kind.ts'
import { selfHealing } from './self-healing/kind.ts'
import { service } from './service/kind.ts'
import { tcp } from './tcp/kind.ts'

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
