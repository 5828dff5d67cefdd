import type { AnyKind } from '../kind.ts'
import { dns } from './dns.ts'
import { isolation } from './isolation.ts'
import { nodes } from './nodes.ts'
import { tcp } from './tcp.ts'

/** Every kind of check there is, in the order in which `--list` and the schema show them. */
export const KINDS: readonly AnyKind[] = [nodes, isolation, dns, tcp]
