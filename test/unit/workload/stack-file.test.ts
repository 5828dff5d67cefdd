import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { applySettings } from '../../../src/stack/plan/settings/apply-settings.rules.ts'
import { parseSettings } from '../../../src/stack/plan/settings/parse-settings.rules.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const text = readFileSync(path.join(root, 'docker-compose.yml'), 'utf8')

type Service = {
  image: string
  command?: string
  hostname?: string
  init?: boolean
  ports?: string[]
  networks: string[]
  secrets?: string[]
  configs?: { source: string; target: string }[]
  volumes?: string[]
  environment?: Record<string, string>
  deploy: {
    mode?: string
    replicas?: number
    endpoint_mode?: string
    placement?: { constraints: string[] }
    update_config?: Record<string, unknown>
    rollback_config?: Record<string, unknown>
    resources: { limits: { memory: string } }
  }
}
type Stack = {
  version: string
  services: Record<string, Service>
  networks: Record<string, { driver: string; internal?: boolean }>
  volumes: Record<string, unknown>
  configs: Record<string, { file: string }>
  secrets: Record<string, { file: string }>
}
const stack: Stack = parse(text)
const service = (name: string): Service => stack.services[name] as Service
const names = Object.keys(stack.services)
const share = (a: string, b: string) =>
  service(a).networks.some(network => service(b).networks.includes(network))

test('is in a version that command lines from 20.10 on take', () => expect(stack.version).toBe('3.8'))

test('its update settings need no warning', () =>
  expect(applySettings(parse(text), parseSettings([])).notes).toEqual([]))

test('has the five services of the workshop', () =>
  expect(names.sort()).toEqual(['backend', 'cadvisor', 'prometheus', 'redis', 'utility']))

describe('backend', () => {
  test('three replicas on port 80, with the password', () =>
    expect(service('backend')).toMatchObject({
      ports: ['80:80'],
      secrets: ['db_password'],
      deploy: { replicas: 3 }
    }))

  test('is updated one by one without a gap, and rolled back on failure', () => {
    expect(service('backend').deploy.update_config).toEqual({
      parallelism: 1,
      delay: '15s',
      order: 'start-first',
      failure_action: 'rollback',
      monitor: '15s'
    })
    expect(service('backend').deploy.rollback_config).toMatchObject({
      order: 'start-first',
      failure_action: 'pause'
    })
  })
})

describe('redis', () => {
  test('one instance on a node for persistent data, on a named volume', () => {
    const { deploy, volumes } = service('redis')
    expect(deploy.replicas).toBe(1)
    expect(deploy.placement).toEqual({ constraints: ['node.labels.data == persistent'] })
    expect(volumes).toEqual(['redis-data:/data'])
    expect(Object.keys(stack.volumes)).toEqual(['redis-data'])
  })

  test('never two of them on one volume', () => {
    expect(service('redis').deploy.update_config).toMatchObject({ order: 'stop-first' })
    expect(service('redis').deploy.rollback_config).toMatchObject({ order: 'stop-first' })
  })

  test('is told where the password is, not what it is', () => {
    expect(service('redis').environment).toEqual({ REDIS_PASSWORD_FILE: '/run/secrets/db_password' })
    expect(service('redis').secrets).toEqual(['db_password'])
    expect(service('redis').command).toBeUndefined()
  })
})

test('cadvisor runs on every node, names it, and changes nothing on it', () => {
  const { deploy, hostname, volumes, image } = service('cadvisor')
  expect({ mode: deploy.mode, hostname, image }).toEqual({
    mode: 'global',
    hostname: '{{.Node.ID}}',
    image: 'google/cadvisor'
  })
  expect(volumes?.every(mount => mount.endsWith(':ro'))).toBe(true)
})

test('utility sleeps on every node, has the secret, and ends when it is told to', () =>
  expect(service('utility')).toMatchObject({
    image: 'alpine',
    command: expect.stringMatching(/^sleep /),
    init: true,
    secrets: ['db_password'],
    deploy: { mode: 'global' }
  }))

test('the password comes from a file beside the stack file and stands nowhere in it', () => {
  expect(stack.secrets).toEqual({ db_password: { file: './db_password.txt' } })
  expect(readFileSync(path.join(root, '.gitignore'), 'utf8')).toContain('\n/db_password.txt\n')
})

describe('networks', () => {
  test.each(names.flatMap(a => names.filter(b => a < b).map(b => [a, b] as const)))('%s and %s', (a, b) => {
    const wanted = [
      'backend redis',
      'backend prometheus',
      'cadvisor prometheus',
      'cadvisor utility',
      'prometheus utility'
    ]
    expect(share(a, b)).toBe(wanted.includes(`${a} ${b}`))
  })

  test('are overlays, named by every service, and there is no way out of the one with Redis', () => {
    const used = new Set(names.flatMap(name => service(name).networks))
    expect([...used].sort()).toEqual(Object.keys(stack.networks).sort())
    expect(Object.values(stack.networks).every(({ driver }) => driver === 'overlay')).toBe(true)
    expect(stack.networks.data?.internal).toBe(true)
  })

  test('only the backend is published', () =>
    expect(names.filter(name => service(name).ports)).toEqual(['backend']))
})

test('Prometheus finds every task of the backend and of cadvisor', () => {
  expect(service('prometheus').configs).toEqual([
    { source: 'prometheus', target: '/etc/prometheus/prometheus.yml' }
  ])
  const file = stack.configs.prometheus?.file ?? ''
  type Job = { job_name: string; metrics_path?: string; dns_sd_configs: { names: string[]; port: number }[] }
  const jobs: Job[] = parse(readFileSync(path.join(root, file), 'utf8')).scrape_configs
  const targets = jobs.map(job => [
    job.metrics_path,
    job.dns_sd_configs[0]?.names,
    job.dns_sd_configs[0]?.port
  ])
  // Without a path Prometheus asks for /metrics.
  expect(targets).toEqual([
    [undefined, ['tasks.backend'], 80],
    [undefined, ['tasks.cadvisor'], 8080]
  ])
})

describe('images', () => {
  test.each(['backend', 'redis'])('%s is ours, its registry, user and tag can be chosen', name =>
    expect(service(name).image).toBe(
      `\${REGISTRY:-10.79.0.5:5000}/\${DOCKER_HUB_USERNAME:-swarmline}/docker-swarm-workshop-${name}:\${TAG:-latest}`
    )
  )
  test.each(['cadvisor', 'utility', 'prometheus'])('%s has its official name', name =>
    expect(service(name).image).toMatch(/^(google\/cadvisor|alpine|prom\/prometheus)$/)
  )
})

test.each(names)('%s has a memory limit', name =>
  expect(service(name).deploy.resources.limits.memory).toMatch(/^\d+M$/)
)
