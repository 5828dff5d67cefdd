/** Checks that can be judged without a running program. */
export const PAPER_CHECKS: readonly string[] = [
  'backend-in-stack',
  'backend-runs',
  'cadvisor-everywhere',
  'deploy-script',
  'environment-without-password',
  'health-defined',
  'mesh-ingress',
  'networks-apart',
  'only-backend-published',
  'pipeline',
  'redis-by-label',
  'redis-single',
  'redis-volume',
  'three-replicas',
  'update-settings',
  'utility-everywhere'
]

/** Images of others that the workshop uses. */
export const KNOWN: readonly string[] = ['redis:alpine', 'google/cadvisor', 'alpine', 'prom/prometheus']
