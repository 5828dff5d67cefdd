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
  'security_opt',
  'shm_size',
  'userns_mode'
])

/** Keys with no effect in a swarm, and why: docker's DeprecatedProperties, and those for a single machine. */
const WITHOUT_EFFECT: Record<string, string> = {
  container_name: 'a swarm names the containers',
  expose: 'services on one network reach every port of each other',
  attach: 'a deploy attaches to no output',
  develop: 'it is for docker compose watch',
  pull_policy: 'a node pulls an image that it does not have',
  platform: 'the image says for which platforms it is; a placement constraint chooses nodes',
  annotations: 'use labels'
}

const RESOURCES = 'use deploy.resources'
const NO_WAY = 'a swarm has no equivalent: remove it'

/** Keys that `docker stack deploy` refuses, and the way out. */
const REFUSED: Record<string, string> = {
  volume_driver: 'name the driver in the top-level volumes:',
  volumes_from: 'share a volume of the top-level volumes:',
  cpu_quota: RESOURCES,
  cpu_period: RESOURCES,
  cpu_shares: RESOURCES,
  cpu_count: RESOURCES,
  cpu_percent: RESOURCES,
  cpuset: RESOURCES,
  memswap_limit: RESOURCES,
  mem_swappiness: NO_WAY,
  oom_kill_disable: NO_WAY,
  gpus: 'use deploy.resources.reservations.generic_resources',
  group_add: 'set the groups in the image, or use user: uid:gid',
  dns_opt: 'set it in the image, or in the daemon of each node',
  label_file: 'write the labels under labels:',
  storage_opt: 'set it in the daemon of each node',
  runtime: 'set the default runtime in the daemon of each node',
  uts: NO_WAY,
  cgroup: NO_WAY,
  blkio_config: NO_WAY,
  device_cgroup_rules: NO_WAY,
  use_api_socket: NO_WAY,
  provider: NO_WAY,
  models: NO_WAY,
  post_start: 'let the entrypoint of the image do it',
  pre_stop: 'let the image handle its stop signal'
}

const INSTEAD: Record<string, string> = {
  build: ' (the image must be pushed before)',
  privileged: ' (use cap_add)',
  network_mode: ' (name a network under networks:; host is {external: true, name: host})',
  shm_size: ' (mount a tmpfs at /dev/shm)'
}

/** What a swarm makes of a key of a service; `undefined`: what it says. */
export function verdictOnKey(key: string): { isRefused: boolean; text: string; hint?: string } | undefined {
  if (IGNORED.has(key)) return { isRefused: false, text: `${key} is ignored in a swarm${INSTEAD[key] ?? ''}` }
  const reason = Object.hasOwn(WITHOUT_EFFECT, key) ? WITHOUT_EFFECT[key] : undefined
  if (reason) return { isRefused: false, text: `${key} has no effect: ${reason}` }
  const wayOut = Object.hasOwn(REFUSED, key) ? REFUSED[key] : undefined
  return wayOut ? { isRefused: true, text: `${key} is refused in a swarm`, hint: wayOut } : undefined
}
