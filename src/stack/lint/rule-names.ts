/** The rules whose findings a comment in the file can silence. Files that cannot be deployed are not among them. */
export const RULE_NAMES: readonly string[] = [
  'even-data-replicas',
  'host-port-replicas',
  'host-port-start-first',
  'ignored-key',
  'latest-without-digest',
  'monitor-shorter-than-start',
  'no-memory-limit',
  'no-stop-signal',
  'published-address',
  'published-data-store',
  'published-without-healthcheck',
  'relative-bind-mount',
  'secret-in-environment',
  'start-first-max-replicas',
  'start-first-with-volume',
  'start-interval-without-start-period',
  'unversioned-name',
  'update-without-rollback'
]
