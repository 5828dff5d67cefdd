import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { applyMeshless } from '../../../../src/stack/plan/meshless.rules.ts'
import { renderStack } from '../../../../src/stack/read/render.rules.ts'

test('the same model gives the same text, in whatever order its keys came', () => {
  const one = {
    services: { b: { image: 'x', command: ['z', 'a'] }, a: { image: 'y' } },
    version: '3.8',
    'x-y': 1
  }
  const other = {
    'x-y': 1,
    version: '3.8',
    services: { a: { image: 'y' }, b: { command: ['z', 'a'], image: 'x' } }
  }
  expect(renderStack(one)).toBe(renderStack(other))
  expect(Object.keys(parse(renderStack(one)))).toEqual(['version', 'services', 'x-y'])
  expect(parse(renderStack(one)).services.b.command).toEqual(['z', 'a'])
})

test('what docker reads is what the model says', () => {
  const list = ['$HOME', 'a$$b', `${'long '.repeat(60)}end`]
  const model = {
    version: 3.8,
    services: { web: { command: list, args: list, NO: 'no', n: null, t: '1:30', o: '0o17' } }
  }
  for (const version of ['1.1', '1.2'] as const)
    expect(parse(renderStack(model).replaceAll('$$', '$'), { version })).toEqual({ ...model, version: '3.8' })
  expect(renderStack(model)).toContain('"NO": "no"')
  expect(renderStack(model)).toContain('o: "0o17"')
  expect(renderStack(model)).toContain('$$HOME')
  expect(renderStack(model)).toContain('a$$$$b')
  expect(renderStack(model)).not.toMatch(/[&*]a1/)
  expect(renderStack(model)).toContain('version: "3.8"')
})

test('without a mesh names lead to tasks, and ports are published on the node of each task', () => {
  const web = {
    ports: ['8080:80', '53/udp'],
    deploy: { replicas: 2, update_config: { delay: '1s', order: 'start-first' } }
  }
  const job = { ports: ['9:9'], deploy: { mode: 'replicated-job' } }
  expect(applyMeshless({ services: { web, db: {}, job } })).toEqual({
    services: {
      web: {
        ports: [
          { target: 80, published: 8080, protocol: 'tcp', mode: 'host' },
          { target: 53, protocol: 'udp', mode: 'host' }
        ],
        deploy: {
          replicas: 2,
          endpoint_mode: 'dnsrr',
          update_config: { delay: '1s', order: 'stop-first' },
          rollback_config: { order: 'stop-first' }
        }
      },
      db: { deploy: { endpoint_mode: 'dnsrr' } },
      job: {
        ports: [{ target: 9, published: 9, protocol: 'tcp', mode: 'host' }],
        deploy: { mode: 'replicated-job', endpoint_mode: 'dnsrr' }
      }
    }
  })
})
