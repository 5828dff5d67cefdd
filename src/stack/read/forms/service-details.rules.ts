import { inLine, isMapping, type Mapping, own, put, sequence } from '../plain.rules.ts'
import type { ServiceForm } from './service-form.ts'

/** `depends_on: {db: {condition: …}}` → `depends_on: [db]`: a swarm waits for nobody, and docker takes a list only. */
export const dependsOn: ServiceForm = (service, { name, origins, found }) => {
  const value = own(service, 'depends_on')
  if (value === undefined) return
  const place = origins.of(service, 'depends_on')
  if (!isMapping(value)) {
    delete service.depends_on
    if (value !== null)
      found.add('error', 'wrong-type', place, 'depends_on must be a list', { service: name })
    return
  }
  const names = Object.keys(value)
  if (names.some(each => own(value, each) !== null))
    found.translate(place, `depends_on: ${inLine(value)}`, `depends_on: ${inLine(names)}`)
  put(service, 'depends_on', names)
  found.add(
    'warning',
    'ignored-key',
    place,
    'depends_on has no effect: a swarm starts all services at once: let the service retry',
    {
      service: name
    }
  )
}

/** Addresses of the host, and the words about a port that docker does not take. */
export const portDetails: ServiceForm = (service, { name, origins, found }) => {
  for (const port of sequence(own(service, 'ports'))) {
    if (!isMapping(port)) continue
    const address = own(port, 'host_ip')
    if (address !== undefined && address !== null) {
      if (!['', '0.0.0.0', '[::]', '::'].includes(String(address)))
        found.add(
          'warning',
          'published-address',
          origins.of(port, 'host_ip'),
          `port ${inLine(own(port, 'published') ?? own(port, 'target'))}: the address ${String(address)} is ignored in a swarm, and the port answers on every address`,
          { service: name, hint: 'do not publish what only this machine may reach' }
        )
      delete port.host_ip
    }
    for (const key of ['name', 'app_protocol']) {
      const value = own(port, key)
      if (value === undefined) continue
      found.translate(origins.of(port, key), `${key}: ${inLine(value)}`, '')
      delete port[key]
    }
    const published = own(port, 'published')
    // As with docker, port 0 is one that the swarm chooses.
    if (published === '' || String(published) === '0') delete port.published
    else if (typeof published === 'string' && /^\d+-\d+$/.test(published)) {
      found.add(
        'error',
        'refused-key',
        origins.of(port, 'published'),
        `ports: a swarm does not choose from ${published}`,
        {
          service: name,
          hint: 'name one port, or leave out published: for one that the swarm chooses'
        }
      )
      delete port.published
    }
  }
}

/** `tmpfs: /run:size=64m` → a mount: docker takes the key, and drops it without a word. */
export const tmpfs: ServiceForm = (service, { name, origins, found }) => {
  const value = own(service, 'tmpfs')
  if (value === undefined) return
  const place = origins.of(service, 'tmpfs')
  delete service.tmpfs
  const mounts = sequence(own(service, 'volumes'))
  const items = sequence(value)
  for (const [i, item] of items.entries()) {
    if (typeof item !== 'string') {
      found.add('error', 'wrong-type', place, 'tmpfs must be a string or a list of strings', {
        service: name
      })
      continue
    }
    const at = origins.of(items, i) ?? place
    const [target = '', options = ''] = item.split(':')
    const mount: Mapping = { type: 'tmpfs', target }
    for (const option of options.split(',').filter(Boolean)) {
      const size = /^size=(.+)$/.exec(option)?.[1]
      if (size !== undefined) {
        const inner = { size }
        // Its number of bytes is part of this translation, and none of its own.
        if (at) origins.set(inner, 'size', { ...at, isSubstituted: true })
        mount.tmpfs = inner
      } else
        found.add('warning', 'ignored-key', at, `the tmpfs option ${option} is ignored in a swarm`, {
          service: name
        })
    }
    for (const key of Object.keys(mount)) origins.set(mount, key, at)
    origins.set(mounts, mounts.length, at)
    mounts.push(mount)
    found.translate(at, `tmpfs: ${inLine(item)}`, `volumes: ${inLine([mount])}`)
  }
  if (mounts.length > 0) put(service, 'volumes', mounts)
}

/** `create_host_path: false` is what a swarm does anyway. */
export const hostPaths: ServiceForm = (service, { origins, found }) => {
  for (const mount of sequence(own(service, 'volumes'))) {
    const bind = isMapping(mount) ? own(mount, 'bind') : undefined
    if (!isMapping(bind) || own(bind, 'create_host_path') !== false) continue
    found.translate(origins.of(bind, 'create_host_path'), 'create_host_path: false', '')
    delete bind.create_host_path
  }
}
