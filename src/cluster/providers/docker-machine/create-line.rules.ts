/** A flag of the driver's own, without its dashes: `generic-ip-address`, `10.0.0.5`. */
export type DriverFlag = {
  /** The node whose machine it is for; of a flag for all of them `undefined`. */
  node: string | undefined
  name: string
  /** Without one it is a switch. */
  value: string | undefined
}

/** The name of a node's machine: it is also the name of its instance, which others in the same account see. */
export const machineOf = (cluster: string, node: string): string => `${cluster}-${node}`

/** The arguments of `create`. A flag and its value are one argument, so no value is ever taken for a flag. */
export function createLine(spec: {
  machine: string
  node: string
  driver: string
  flags: readonly DriverFlag[]
  labels: Readonly<Record<string, string>>
}): string[] {
  const flags = spec.flags
    .filter(({ node }) => node === undefined || node === spec.node)
    .map(({ name, value }) => (value === undefined ? `--${name}` : `--${name}=${value}`))
  const labels = Object.entries(spec.labels).map(([key, value]) => `--engine-label=${key}=${value}`)
  return ['create', `--driver=${spec.driver}`, ...flags, ...labels, spec.machine]
}

/** Whose environment variables are named other than the driver itself. */
const PREFIXES: Readonly<Record<string, readonly string[]>> = {
  amazonec2: ['AWS_*'],
  google: ['GOOGLE_*', 'CLOUDSDK_*'],
  openstack: ['OS_*'],
  rackspace: ['OS_*'],
  vmwarevsphere: ['VSPHERE_*']
}

/**
 * The environment variables that the program and a driver get to see: their own, by which a driver also takes its
 * credentials. None of them is given as an argument, which every user of this machine could read.
 */
export const environmentOf = (driver: string): string[] => [
  ...['MACHINE_*', 'SSH_AUTH_SOCK'],
  `${driver.toUpperCase().replace(/[^A-Z0-9]/g, '_')}_*`,
  ...(PREFIXES[driver] ?? [])
]
