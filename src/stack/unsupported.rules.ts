/** Service keys that `docker stack deploy` drops (docker/cli cli/compose/types, UnsupportedProperties). */
const IGNORED = new Set([
  'build',
  'cgroupns_mode',
  'cgroup_parent',
  'devices',
  'domainname',
  'external_links',
  'ipc',
  'links',
  'mac_address',
  'network_mode',
  'pid',
  'privileged',
  'restart',
  'security_opt',
  'shm_size',
  'userns_mode'
])

/** Keys with no effect in a swarm, and what stands in their place (DeprecatedProperties, and depends_on). */
const WITHOUT_EFFECT: Record<string, string> = {
  container_name: 'a swarm names the containers',
  expose: 'services on one network reach every port of each other',
  depends_on: 'a swarm starts all services at once: let the service retry'
}

/** Keys that `docker stack deploy` refuses (ForbiddenProperties), and the way out. */
const REFUSED: Record<string, string> = {
  extends: 'write the service out, or use a YAML anchor',
  volume_driver: 'name the driver in the top-level volumes:',
  volumes_from: 'share a volume of the top-level volumes:',
  cpu_quota: 'use deploy.resources',
  cpu_shares: 'use deploy.resources',
  cpuset: 'use deploy.resources',
  mem_limit: 'use deploy.resources',
  memswap_limit: 'use deploy.resources'
}

const INSTEAD: Record<string, string> = {
  restart: ' (use deploy.restart_policy)',
  build: ' (the image must be pushed before)',
  privileged: ' (use cap_add)'
}

/** What a swarm makes of a key of a service; `undefined`: what it says. */
export function verdictOnKey(key: string): { isRefused: boolean; text: string } | undefined {
  if (IGNORED.has(key)) return { isRefused: false, text: `${key} is ignored in a swarm${INSTEAD[key] ?? ''}` }
  const reason = WITHOUT_EFFECT[key]
  if (reason) return { isRefused: false, text: `${key} has no effect: ${reason}` }
  const wayOut = REFUSED[key]
  return wayOut ? { isRefused: true, text: `${key} is refused in a swarm: ${wayOut}` } : undefined
}
