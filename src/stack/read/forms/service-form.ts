import type { Findings } from '../findings.rules.ts'
import type { Origins } from '../origins.rules.ts'
import type { Mapping } from '../plain.rules.ts'

/** Rewrites, in place, a form of a service that `docker stack deploy` refuses, or says why it cannot be. */
export type ServiceForm = (
  service: Mapping,
  about: { name: string; origins: Origins; found: Findings }
) => void
