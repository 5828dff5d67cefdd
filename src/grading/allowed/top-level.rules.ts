import { type Mapping, mapping, type PlaceOf, type Refusal } from './refusal.ts'

const NETWORK_KEYS = ['name', 'driver', 'driver_opts', 'internal', 'attachable', 'labels']
const NETWORK_OPTIONS = ['encrypted', 'com.docker.network.driver.mtu']
const SYSTEM_NETWORKS = ['host', 'bridge', 'none', 'ingress', 'docker_gwbridge']
const VOLUME_KEYS = ['name', 'driver', 'labels']
const CONTENT_KEYS = ['name', 'file', 'content', 'environment', 'labels', 'template_driver']

/** Networks, volumes, secrets and configs: the stack’s own, and with nothing of the node’s in them. */
export function topLevelRefusals(model: Mapping, placeOf: PlaceOf): Refusal[] {
  return [
    ...section('network', mapping(model.networks), NETWORK_KEYS, placeOf, networkRefusals),
    ...section('volume', mapping(model.volumes), VOLUME_KEYS, placeOf, volumeRefusals),
    ...section('secret', mapping(model.secrets), CONTENT_KEYS, placeOf, contentRefusals),
    ...section('config', mapping(model.configs), CONTENT_KEYS, placeOf, contentRefusals)
  ]
}

type Refuse = (key: string, text: string, hint: string) => Refusal

function section(
  what: string,
  entries: Mapping,
  keys: readonly string[],
  placeOf: PlaceOf,
  more: (entry: Mapping, refuse: Refuse) => Refusal[]
): Refusal[] {
  return Object.entries(entries).flatMap(([name, value]) => {
    const entry = mapping(value)
    const refuse: Refuse = (key, text, hint) => ({
      text: `${what} ${name}: ${text}`,
      hint,
      place: placeOf(entry, key) ?? placeOf(entries, name)
    })
    if (entry.external)
      return [refuse('external', 'it belongs to somebody else', `let the stack have a ${what} of its own`)]
    const unknown = Object.keys(entry)
      .filter(key => key !== 'external' && !keys.includes(key) && !key.startsWith('x-'))
      .map(key => refuse(key, `${key} is not allowed`, 'leave it out'))
    return [...unknown, ...more(entry, refuse)]
  })
}

function networkRefusals({ name, driver, driver_opts }: Mapping, refuse: Refuse): Refusal[] {
  const options = Object.keys(mapping(driver_opts)).filter(option => !NETWORK_OPTIONS.includes(option))
  return [
    ...(driver === undefined || driver === 'overlay' || driver === ''
      ? []
      : [refuse('driver', `the driver ${String(driver)}`, 'use overlay')]),
    ...(SYSTEM_NETWORKS.includes(String(name))
      ? [refuse('name', `${String(name)} is a network of the node’s`, 'leave name out')]
      : []),
    ...options.map(option => refuse('driver_opts', `the option ${option} is not allowed`, 'leave it out'))
  ]
}

function volumeRefusals({ driver }: Mapping, refuse: Refuse): Refusal[] {
  return driver === undefined || driver === 'local' || driver === ''
    ? []
    : [refuse('driver', `the driver ${String(driver)}`, 'use local, without options')]
}

function contentRefusals({ template_driver }: Mapping, refuse: Refuse): Refusal[] {
  return template_driver === undefined || template_driver === 'golang'
    ? []
    : [refuse('template_driver', `the template driver ${String(template_driver)}`, 'leave it out')]
}
