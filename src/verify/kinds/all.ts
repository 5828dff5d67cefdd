import type { AnyKind } from '../kind.ts'
import { nodes } from './nodes.ts'

/** Every kind of check there is, in the order in which `--list` and the schema show them. */
export const KINDS: readonly AnyKind[] = [nodes]
