import type { ON_TASKS } from '../../plain/on-tasks.ts'

/** One field of a service or of a network; `undefined`: not set. What may be a secret is `(hidden)` already. */
export type FieldChange = { field: string; from: string | undefined; to: string | undefined }

export type ServiceChange = {
  /** As the stack file says: `backend`. */
  name: string
  /** In the swarm: `workshop_backend`. */
  fullName: string
  /**
   * `removed`: the files no longer name it, and pruning takes it away; `orphaned`: it stays, since nobody asked to
   * prune.
   */
  kind: 'created' | 'updated' | 'unchanged' | 'removed' | 'orphaned'
  /** What an update changes. */
  fields: FieldChange[]
  /**
   * What becomes of the tasks that run. They go on when replicas, update settings and labels of the service change;
   * they `move` when only the placement constraints do. A job runs again when it changes; one before or after the
   * deploy (`io.swarmline.job`) also when anything else does.
   */
  tasks: keyof typeof ON_TASKS
  /** Why the swarm will refuse the update, and the way out. */
  refusal: string | undefined
  /** When it happens, where a port moves from one service to another: `before frontend takes its port 80/tcp`. */
  order?: string
  /** Names of the services that must have been handed over before. */
  after?: string[]
}

export type ObjectChange = {
  kind: 'network' | 'secret' | 'config' | 'volume'
  /** In the swarm: `workshop_data`. */
  name: string
  /**
   * `drifted`: it differs from the files, and docker will not change it (moby#37901); `updated`: labels of a
   * secret or a config, which are brought up to date where they are; `unused`: it is the stack's,
   * and no longer named.
   */
  change: 'created' | 'drifted' | 'updated' | 'unused'
  fields: FieldChange[]
}

export type StackChanges = {
  stack: string
  /** In the order of the files, then those that only the swarm has. */
  services: ServiceChange[]
  objects: ObjectChange[]
  /** Nothing is created, updated or removed, so no job runs again. */
  isUnchanged: boolean
}
