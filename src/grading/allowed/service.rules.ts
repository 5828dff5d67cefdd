import { BOUNDS } from './bounds.ts'
import { list, type Mapping, mapping, type PlaceOf, type Refusal } from './refusal.ts'

/** What a service may say. All that stands here can do nothing beyond the container, or is looked at below. */
const KEYS = [
  ...[
    'image',
    'command',
    'entrypoint',
    'working_dir',
    'user',
    'environment',
    'env_file',
    'labels',
    'hostname'
  ],
  ...['init', 'tty', 'stdin_open', 'read_only', 'stop_signal', 'stop_grace_period', 'healthcheck', 'logging'],
  ...['networks', 'ports', 'configs', 'secrets', 'volumes', 'deploy', 'depends_on', 'extra_hosts', 'dns'],
  ...['dns_search', 'cap_add', 'cap_drop', 'sysctls', 'ulimits']
]
/** What docker gives to every container anyway. */
const CAPABILITIES = [
  ...['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'SETGID', 'SETUID', 'SETPCAP', 'NET_BIND_SERVICE'],
  ...['SYS_CHROOT', 'MKNOD', 'AUDIT_WRITE', 'SETFCAP']
]
/** Ports on which nodes of a swarm talk to each other, or engines listen. */
const RESERVED = [22, 2375, 2376, 2377, 4789, 7946]
const LOG_DRIVERS = ['json-file', 'local', 'none']
const MOST_OPEN_FILES = 65_536

export function serviceRefusals(name: string, service: Mapping, placeOf: PlaceOf): Refusal[] {
  const refuse = (key: string, text: string, hint: string): Refusal => ({
    text: `service ${name}: ${text}`,
    hint,
    place: placeOf(service, key)
  })
  const unknown = Object.keys(service)
    .filter(key => !KEYS.includes(key) && !key.startsWith('x-'))
    .map(key => refuse(key, `${key} is not allowed`, 'leave it out'))
  const capabilities = list(service.cap_add)
    .map(capability => String(capability).toUpperCase().replace(/^CAP_/, ''))
    .filter(capability => !CAPABILITIES.includes(capability))
    .map(capability => refuse('cap_add', `the capability ${capability} is not allowed`, 'leave it out'))
  const sysctls = Object.keys(mapping(service.sysctls))
    .filter(sysctl => !sysctl.startsWith('net.'))
    .map(sysctl => refuse('sysctls', `the setting ${sysctl} is not allowed`, 'leave it out'))
  const limits = Object.entries(mapping(service.ulimits))
    .filter(([limit, value]) => limit !== 'nofile' || highest(value) > MOST_OPEN_FILES)
    .map(([limit]) =>
      refuse('ulimits', `the limit ${limit} is not allowed`, `ask for ${MOST_OPEN_FILES} at most`)
    )
  const ports = list(service.ports)
    .map(port => Number(mapping(port).published ?? 0))
    .filter(port => RESERVED.includes(port))
    .map(port => refuse('ports', `port ${port} is the node’s own`, 'publish another port'))
  const driver = mapping(service.logging).driver
  const logging =
    driver === undefined || LOG_DRIVERS.includes(String(driver))
      ? []
      : [refuse('logging', `the log driver ${String(driver)} sends the logs elsewhere`, 'leave logging out')]
  return [
    ...unknown,
    ...capabilities,
    ...sysctls,
    ...limits,
    ...ports,
    ...logging,
    ...deployRefusals(mapping(service.deploy), refuse)
  ]
}

function deployRefusals(
  { mode = 'replicated', replicas, resources }: Mapping,
  refuse: (key: string, text: string, hint: string) => Refusal
): Refusal[] {
  const { replicas: most } = BOUNDS.stack
  const count = Number(replicas ?? 1)
  const tooMany =
    String(mode).startsWith('replicated') && count > most
      ? [refuse('deploy', `${count} replicas`, `ask for ${most} at most`)]
      : []
  const wanted = mapping(mapping(resources).reservations).generic_resources
  return wanted === undefined
    ? tooMany
    : [...tooMany, refuse('deploy', 'devices of the node are not allowed', 'leave generic_resources out')]
}

function highest(value: unknown): number {
  return typeof value === 'object' && value !== null
    ? Math.max(...Object.values(value).map(Number))
    : Number(value)
}
