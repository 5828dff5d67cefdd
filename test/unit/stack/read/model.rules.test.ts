import { expect, test } from '@jest/globals'
import { fileSources, ownNames, servicesOf } from '../../../../src/stack/read/model.rules.ts'

const short = {
  services: {
    web: {
      image: 'web:1',
      ports: ['80:8080'],
      networks: ['front'],
      secrets: ['pw'],
      configs: [{ source: 'c', target: '/c' }],
      deploy: { mode: 'global' }
    },
    db: { image: 'db' }
  },
  networks: { front: { driver: 'overlay' }, shared: { external: true }, bare: null },
  secrets: {
    pw: { file: './pw.txt' },
    outer: { external: true },
    named: { external: { name: 'x' }, file: 'no' }
  }
}
/** The same as `docker compose config` puts it. */
const normal = {
  services: {
    web: {
      image: 'web:1',
      ports: [{ mode: 'ingress', target: 8080, published: '80', protocol: 'tcp' }],
      networks: { front: null },
      secrets: [{ source: 'pw', target: '/run/secrets/pw' }],
      configs: [{ source: 'c', target: '/c' }],
      deploy: { mode: 'global' }
    },
    db: { image: 'db', networks: { default: null } }
  }
}

test('the short and the normal form are the same services', () => {
  expect(servicesOf(short)).toEqual(servicesOf(normal))
  expect(servicesOf(short)[0]).toEqual({
    name: 'web',
    image: 'web:1',
    mode: 'global',
    ports: [{ target: 8080, published: 80, protocol: 'tcp', mode: 'ingress' }],
    networks: ['front'],
    secrets: ['pw'],
    configs: ['c']
  })
})

test('only files, and only what the stack makes', () => {
  expect(fileSources(short, 'secrets')).toEqual([{ name: 'pw', path: './pw.txt' }])
  expect(fileSources(short, 'configs')).toEqual([])
  expect(ownNames(short, 'networks')).toEqual(['front', 'bare'])
})

test('what is no mapping gives nothing and throws nothing', () => {
  for (const services of [null, 'x', 3, [], { web: null }, { web: 'x' }])
    expect(() => servicesOf({ services })).not.toThrow()
})
