import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { overrideFile, unpinned } from '../../../src/stack/override.rules.ts'
import type { StackPlan } from '../../../src/stack/stack-plan.ts'

const plan = (images: Record<string, string>, version?: string): StackPlan => ({
  composeFiles: ['/x/docker-compose.yml'],
  projectDir: '/x',
  version,
  services: Object.entries(images).map(([name, image]) => ({
    name,
    image,
    mode: 'replicated',
    ports: [],
    networks: ['default'],
    secrets: [],
    configs: []
  })),
  files: [],
  networks: [],
  volumes: [],
  warnings: [],
  model: {},
  findings: [],
  translations: []
})
const digest = `sha256:${'a'.repeat(64)}`
const override = (p: StackPlan, digests: Record<string, string>, labels: Record<string, string> = {}) => {
  const text = overrideFile(p, { digests, labels, hasMesh: true })
  return text === undefined ? undefined : parse(text)
}

test('an image whose digest is known is pinned, with its tag', () => {
  const p = plan({ web: 'r:5000/web:v1', db: 'redis', other: 'x:1', fixed: `y:1@${digest}` }, '3.8')
  expect(override(p, { 'r:5000/web:v1': digest, 'redis:latest': digest, 'y:1': digest })).toEqual({
    version: '3.8',
    services: { web: { image: `r:5000/web:v1@${digest}` }, db: { image: `redis@${digest}` } }
  })
  expect(unpinned(p, { 'redis:latest': digest })).toEqual(['web', 'other'])
})

test('a version stays a text: docker refuses a number', () => {
  expect(
    overrideFile(plan({ web: 'x' }, '3.8'), { digests: {}, labels: { a: 'b' }, hasMesh: true })
  ).toContain('version: "3.8"')
})

test('labels go onto the service, not into the task, and a dollar survives docker', () => {
  expect(override(plan({ web: 'x' }), {}, { 'io.swarmline.run': 'a$b' })).toEqual({
    services: { web: { deploy: { labels: { 'io.swarmline.run': 'a$$b' } } } }
  })
})

test('nothing to say, no file', () => {
  expect(override(plan({ web: 'x' }), {})).toBeUndefined()
})

test('without a mesh names lead to tasks, and ports are published on the node of each task', () => {
  const p = plan({ web: 'x:1', db: 'y:1' })
  p.services[0]?.ports.push({ target: 80, published: 8080, protocol: 'tcp', mode: 'ingress' })
  expect(parse(overrideFile(p, { digests: {}, labels: {}, hasMesh: false }) ?? '')).toEqual({
    services: {
      web: {
        ports: [{ target: 80, published: 8080, protocol: 'tcp', mode: 'host' }],
        deploy: {
          endpoint_mode: 'dnsrr',
          update_config: { order: 'stop-first' },
          rollback_config: { order: 'stop-first' }
        }
      },
      db: { deploy: { endpoint_mode: 'dnsrr' } }
    }
  })
})
