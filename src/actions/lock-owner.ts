import { hostname } from 'node:os'
import type { LockOwner } from '../stack/kept/kept.ts'
import type { Door } from './door.ts'

/** Whom a stack's lock and the record of its deploy name: the run, and the runner. */
export const lockOwner = async (door: Pick<Door, 'owner'>): Promise<LockOwner> => ({
  who: await door.owner(),
  where: hostname(),
  run: `process ${process.pid}`
})
