// What `docker stack deploy` takes: every form that is translated is put before the client's own validator.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse, stringify } from 'yaml'
import { inspectStack } from '../../src/stack/lint/load.ts'
import { requireNoErrors } from '../../src/stack/read/findings.rules.ts'
import type { StackPlan } from '../../src/stack/read/stack-plan.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'stack-files-'))
  writeFileSync(path.join(folder, 'there.env'), 'A=b\n')
  writeFileSync(path.join(folder, 'x'), 'x')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, text: string): string => {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return file
}
const doubled = (text: string): string => text.replaceAll('$', '$$$$')

/** The client's own words for a stack file; it asks no engine. */
function validated(file: string, env: Record<string, string> = {}): Record<string, unknown> {
  const out = execFileSync('docker', ['stack', 'config', '--compose-file', file], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH ?? '', HOME: folder, ...env }
  })
  return parse(out)
}
const refused = (file: string): boolean => {
  try {
    validated(file)
    return false
  } catch {
    return true
  }
}
/** A model as a file that docker gets. */
const rendered = ({ model }: StackPlan): string => write('rendered.yml', doubled(stringify(model)))

async function translated(text: string): Promise<{ plan: StackPlan; config: Record<string, unknown> }> {
  const plan = await inspectStack({ composeFiles: [write('stack.yml', text)], variables: {} })
  requireNoErrors(plan.findings)
  return { plan, config: validated(rendered(plan)) }
}

const service = (body: string): string =>
  `version: "3.8"\nservices:\n  b: {image: y}\n  a:\n    image: x\n    ${body}\n`

describe('docker refuses it, and takes our translation:', () => {
  test.each<[body: string, expected: Record<string, unknown>]>([
    ['depends_on: {b: {condition: service_healthy}}', { depends_on: ['b'] }],
    ['ports: [{target: 80, published: "8080"}]', { ports: [{ target: 80, published: 8080 }] }],
    [
      'ports: [{target: 80, published: 8080, name: web, app_protocol: http}]',
      { ports: [{ target: 80, published: 8080 }] }
    ],
    ['healthcheck: {test: [CMD, x], interval: 5}', { healthcheck: { test: ['CMD', 'x'], interval: '5s' } }],
    [
      'healthcheck: {test: [CMD, x], interval: 1d}',
      { healthcheck: { test: ['CMD', 'x'], interval: '24h0m0s' } }
    ],
    [
      'healthcheck: {test: [CMD, x], start_period: 9s, start_interval: 1s}',
      { healthcheck: { test: ['CMD', 'x'], start_period: '9s', start_interval: '1s' } }
    ],
    ['healthcheck: {test: [CMD, x], retries: "3"}', { healthcheck: { test: ['CMD', 'x'], retries: 3 } }],
    ['stop_grace_period: 90', { stop_grace_period: '1m30s' }],
    [
      'deploy: {update_config: {delay: 5, parallelism: "2", max_failure_ratio: "0.5"}}',
      { deploy: { update_config: { delay: '5s', parallelism: 2, max_failure_ratio: 0.5 } } }
    ],
    ['deploy: {replicas: "2"}', { deploy: { replicas: 2 } }],
    [
      'deploy: {resources: {limits: {cpus: 0.5, memory: 8388608, pids: 9}}}',
      { deploy: { resources: { limits: { cpus: '0.5', memory: '8388608', pids: 9 } } } }
    ],
    [
      'deploy: {restart_policy: {condition: any, delay: 5}}',
      { deploy: { restart_policy: { condition: 'any', delay: '5s' } } }
    ],
    ['mem_limit: 64m', { deploy: { resources: { limits: { memory: '67108864' } } } }],
    ['cpus: 0.25', { deploy: { resources: { limits: { cpus: '0.25' } } } }],
    ['mem_reservation: 1gb', { deploy: { resources: { reservations: { memory: '1073741824' } } } }],
    ['pids_limit: 50', { deploy: { resources: { limits: { pids: 50 } } } }],
    ['pids_limit: -1', {}],
    ['scale: 2', { deploy: { replicas: 2 } }],
    [
      'env_file: [{path: ./there.env}, {path: ./not.env, required: false}]',
      { env_file: [expect.stringMatching(/^\/.*there\.env$/)], environment: { A: 'b' } }
    ],
    [
      'ulimits: {nofile: "5", nproc: {soft: "1", hard: 2}}',
      { ulimits: { nofile: 5, nproc: { soft: 1, hard: 2 } } }
    ],
    [
      'volumes: [{type: tmpfs, target: /t, tmpfs: {size: 64m}}]',
      { volumes: [{ type: 'tmpfs', target: '/t', tmpfs: { size: 67108864 } }] }
    ],
    [
      'secrets: [{source: s, uid: 1, mode: "0440"}]\nsecrets: {s: {file: ./x}}',
      { secrets: [{ source: 's', uid: '1', mode: 288 }] }
    ],
    ['extra_hosts: {h: [1.2.3.4, 5.6.7.8]}', { extra_hosts: ['h:1.2.3.4', 'h:5.6.7.8'] }],
    ['user: 1000', { user: '1000' }],
    ['command: [sleep, 1]', { command: ['sleep', '1'] }],
    ['environment: {B: true}', { environment: { B: 'true' } }],
    ['labels: {A: true}', { labels: { A: 'true' } }],
    ['init: "true"', { init: true }],
    ['command:', {}],
    ['attach: false', {}],
    ['pull_policy: always', {}],
    ['platform: linux/amd64', {}],
    ['develop: {watch: []}', {}],
    ['profiles: []', {}],
    ['deploy: {x-foo: 1, replicas: 1}', { deploy: { replicas: 1 } }],
    [
      'networks: {n: {priority: 5, gw_priority: 1, mac_address: "02:42:ac:11:65:43", aliases: [z]}}\nnetworks: {n: }',
      { networks: { n: { aliases: ['z'] } } }
    ],
    ['extends: {service: b}\n    user: u', { user: 'u' }],
    ['networks: [n]\nnetworks: {n: {enable_ipv4: true}}', { networks: { n: null } }],
    ['user: u\nname: foo', { user: 'u' }]
  ])('%s', async (body, expected) => {
    const text = service(body)
    expect(refused(write('raw.yml', text))).toBe(true)
    const { plan, config } = await translated(text)
    const { image, ports, ...rest } = (config.services as Record<string, Record<string, unknown>>).a ?? {}
    expect(image).toBe('x')
    const { ports: expectedPorts, ...others } = expected
    expect(rest).toEqual(others)
    if (expectedPorts) expect(ports).toMatchObject(expectedPorts as object)
    // What says nothing (no value, no profile, an extension) goes without a word, a newer schema is no other form.
    const isSaid = plan.translations.length > 0 || plan.findings.some(f => f.rule === 'ignored-key')
    expect(isSaid).toBe(!/^(command:$|profiles|deploy: \{x-|.*start_interval)/.test(body))
  })
})

describe('docker takes it and drops it, or reads it otherwise, and we translate:', () => {
  test.each<[body: string, expected: Record<string, unknown>]>([
    ['tmpfs: /run:size=64m', { volumes: [{ type: 'tmpfs', target: '/run', tmpfs: { size: 67108864 } }] }],
    ['restart: on-failure:3', { deploy: { restart_policy: { condition: 'on-failure', max_attempts: 3 } } }],
    ['restart: "no"', { deploy: { restart_policy: { condition: 'none' } } }],
    ['restart: unless-stopped', { deploy: { restart_policy: { condition: 'any' } } }],
    [
      'deploy: {restart_policy: {condition: unless-stopped}}',
      { deploy: { restart_policy: { condition: 'any' } } }
    ]
  ])('%s', async (body, expected) => {
    const { plan, config } = await translated(service(body))
    const { image: _, ...rest } = (config.services as Record<string, Record<string, unknown>>).a ?? {}
    expect(rest).toEqual(expected)
    expect(plan.translations.length).toBeGreaterThan(0)
  })
})

describe('it means the same in the model as in the file:', () => {
  const same = async (file: string, env: Record<string, string> = {}) => {
    const plan = await inspectStack({ composeFiles: [file], variables: env })
    requireNoErrors(plan.findings)
    const { version: _, ...ours } = validated(rendered(plan))
    const { version: __, ...theirs } = validated(file, env)
    expect(ours).toEqual(theirs)
    return plan
  }

  test('what docker takes as it is', async () => {
    await same(
      write(
        'whole.yml',
        `version: "3.13"
services:
  a:
    image: x
    command: echo "a b" $$HOME
    ports: ["3000-3002:80", "90", "5000-5001:6000-6001/udp", {target: 7, published: 7, mode: host}]
    volumes: ["./x:/b:ro", "vol:/c:nocopy", "/anon", "/h:/i:rshared", {type: volume, source: vol, target: /d, volume: {nocopy: true}}]
    environment: {A: 1.10, B: 1e3, C: 0777, D: yes, E: , F: 'a$$b'}
    labels: [a, b=c]
    sysctls: [net.core.somaxconn=1]
    secrets: [s, {source: s, target: t, mode: 0400}]
    configs: [{source: c, mode: 0440}]
    extra_hosts: ["a:1.2.3.4"]
    networks: {n: {aliases: [z], driver_opts: {a: b}}}
    ulimits: {nofile: 5}
    init: true
    cap_add: [NET_ADMIN]
    cap_drop: [ALL]
    hostname: "{{.Node.ID}}"
    dns: 1.1.1.1
    logging: {driver: json-file, options: {max-size: 10m, max-file: 3}}
    healthcheck: {test: curl localhost, interval: 1m30s, start_interval: 1s, start_period: 5s}
    oom_score_adj: 5
    stdin_open: true
    tty: true
    deploy:
      mode: replicated
      labels: {x: y}
      placement: {constraints: [node.role == manager], preferences: [{spread: node.labels.z}], max_replicas_per_node: 1}
      resources: {limits: {pids: 5}, reservations: {generic_resources: [{discrete_resource_spec: {kind: gpu, value: 2}}]}}
      rollback_config: {order: stop-first, failure_action: pause}
    x-note: {keep: me}
volumes: {vol: {driver: local, driver_opts: {size: 5}, labels: {a: b}}}
networks: {n: {attachable: true, ipam: {config: [{subnet: 10.0.0.0/24}]}}, o: {external: true, name: out}}
secrets: {s: {file: ./x, name: named}}
configs: {c: {file: ./x, template_driver: golang}}
`
      )
    )
  })

  test("the workload's", async () => {
    mkdirSync(path.join(folder, 'prometheus'))
    writeFileSync(path.join(folder, 'prometheus', 'prometheus.yml'), 'x')
    writeFileSync(path.join(folder, 'db_password.txt'), 'x')
    const file = write('docker-compose.yml', readFileSync('docker-compose.yml', 'utf8'))
    const { findings, translations } = await same(file, {
      TAG: 'v1',
      REGISTRY: 'r:5000',
      DOCKER_HUB_USERNAME: 'u'
    })
    expect(findings.filter(f => f.severity === 'error')).toEqual([])
    expect(translations).toEqual([])
  })
})

describe('the version is the lowest that docker accepts it with', () => {
  test.each([
    ['user: u', '3.8'],
    ['deploy: {resources: {limits: {pids: 5}}}', '3.9'],
    ['healthcheck: {test: x, start_interval: 1s}', '3.12'],
    ['oom_score_adj: 5', '3.13'],
    ['networks: {n: {driver_opts: {a: b}}}\nnetworks: {n: }', '3.13']
  ])('%s: %s', async (body, version) => {
    const { plan } = await translated(service(body))
    expect(plan.model.version).toBe(version)
    const minor = Number(version.slice(2))
    const below = write('below.yml', doubled(stringify({ ...plan.model, version: `3.${minor - 1}` })))
    if (minor > 8) expect(refused(below)).toBe(true)
  })
})
