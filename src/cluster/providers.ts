import { dind } from './providers/dind/dind.ts'
import { dockerMachine } from './providers/docker-machine/docker-machine.ts'
import { existing } from './providers/existing/existing.ts'

/** Where nodes may come from, by the name that a cluster's file has for it. */
export const providers = { dind, existing, 'docker-machine': dockerMachine }
