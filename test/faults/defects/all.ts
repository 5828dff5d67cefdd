import type { Defect } from '../defect.ts'
import { dns } from './dns.ts'
import { exec } from './exec.ts'
import { isolation } from './isolation.ts'
import { secret } from './secret.ts'
import { service } from './service.ts'

/** Every broken stack, in the order in which kinds are listed. */
export const DEFECTS: readonly Defect[] = [...service, ...isolation, ...dns, ...exec, ...secret]
