import { afterAll, describe, expect, test } from '@jest/globals'
import { stackFolder } from '../../../support/stack-folder.ts'

const { load, refusal, remove } = stackFolder()
afterAll(remove)

const web = (body: string): string => `services: {web: {image: "x:1", ${body}}}`

describe('what a swarm always refuses is said while reading:', () => {
  test.each<[body: string, said: RegExp]>([
    [
      'ports: ["8080:80"], deploy: {endpoint_mode: dnsrr}',
      /port 8080 is published by the routing mesh.*dnsrr/
    ],
    ['ports: [{target: 80}], deploy: {endpoint_mode: DNSRR}', /port 80 is published by the routing mesh/],
    ['deploy: {mode: global, replicas: 2}', /replicas cannot be used with mode: global.*remove replicas/],
    ['scale: 2, deploy: {mode: global-job}', /replicas cannot be used with mode: global-job/],
    ['deploy: {mode: replicated-job, update_config: {order: start-first}}', /refuses update_config on a job/],
    ['deploy: {mode: global-job, update_config: {parallelism: 2}}', /refuses update_config on a job/],
    [
      'deploy: {resources: {limits: {memory: 512Mi}}}',
      /memory must be a size, such as 128M or 1G \(not 128Mi\)/
    ],
    ['deploy: {resources: {reservations: {memory: 1Gi}}}', /reservations\.memory must be a size/],
    ['mem_limit: 64Mi', /deploy\.resources\.limits\.memory must be a size/],
    ['tmpfs: ["/run:size=64Mi"]', /tmpfs\.size must be a size/],
    ['deploy: {resources: {limits: {memory: 512}}}', /limits\.memory must be at least 4M/],
    ['deploy: {resources: {limits: {cpus: "0.0001"}}}', /limits\.cpus must be at least 0\.001/],
    ['deploy: {resources: {limits: {cpus: "0.00000000001"}}}', /must be a number of processors/],
    ['deploy: {replicas: -1}', /deploy\.replicas must be a whole number, 0 or more/],
    ['deploy: {update_config: {parallelism: -1}}', /parallelism must be a whole number, 0 or more/],
    ['deploy: {restart_policy: {max_attempts: -1}}', /max_attempts must be a whole number, 0 or more/],
    ['deploy: {restart_policy: {delay: -5s}}', /restart_policy\.delay must be a duration/],
    ['deploy: {update_config: {max_failure_ratio: 20}}', /max_failure_ratio must be between 0 and 1/],
    ['healthcheck: {test: x, retries: -1}', /healthcheck\.retries must be a whole number, 0 or more/],
    ['healthcheck: {test: x, interval: 100us}', /healthcheck\.interval must be at least 1ms/],
    ['healthcheck: {test: x, disable: true}', /has a test, and disable: true/],
    ["command: 'echo \"never closed'", /command: a quote in it is not closed/],
    ["entrypoint: 'sh -c \\'", /entrypoint: a quote in it is not closed/],
    ['volumes: [{type: bind, target: /t}]', /volumes\.0: a mount of type bind needs a source/],
    ['volumes: [{type: tmpfs, source: x, target: /t}]', /volumes\.0: a tmpfs has no source/],
    [
      'volumes: [{type: tmpfs, target: /t, bind: {propagation: shared}}]',
      /bind: is not for a mount of type tmpfs/
    ],
    ['volumes: ["/a:/t", "/b:/t"]', /volumes\.1: something else is mounted at \/t already/],
    ['tmpfs: /t, volumes: ["/b:/t"]', /something else is mounted at \/t already/],
    [
      'secrets: [{source: s, target: t}, {source: r, target: t}]',
      /secrets\.1: two of them would be the file t/
    ],
    ['ports: ["80:80", "80:81"]', /port 80\/tcp is published twice/],
    ['cap_add: [NET_ADMIN, NET_ADMIN]', /cap_add\.1: NET_ADMIN appears twice/],
    ['extra_hosts: ["h:10.0.0.1", "h=10.0.0.1"]', /extra_hosts\.1: h:10\.0\.0\.1 appears twice/],
    ['dns: [10.0.0.1, 10.0.0.2, 10.0.0.1]', /dns\.2: 10\.0\.0\.1 appears twice/],
    ['ports: [{target: 70000}]', /ports\.0: a port is a number from 1 to 65535/],
    ['deploy: {placement: {constraints: ["node.role = worker"]}}', /constraints\.0 is not a constraint/],
    ['deploy: {placement: {constraints: [node.role]}}', /write key == value/],
    ['deploy: {placement: {constraints: ["node.role == \'worker\'"]}}', /no quotes around the value/]
  ])('%s', async (body, said) =>
    expect(await refusal(`${web(body)}\nsecrets: {s: {external: true}, r: {external: true}}`)).toMatch(said)
  )
})

test.each([
  ['Acme/shop:1', /not an image name — write the repository in lower case/],
  ['ghcr.io/AcmeCorp/shop', /lower case/],
  ['example.org/shop:', /a part of it may be empty/],
  ['/web', /not an image name/]
])('the image %s is none', async (image, said) =>
  expect(await refusal(`services: {web: {image: "${image}"}}`)).toMatch(said)
)

test.each([
  'nginx',
  'localhost:5000/a/b__c:V1',
  'REGISTRY.example.org/a:1',
  '[::1]:5000/x',
  `x:1@sha256:${'a'.repeat(64)}`
])('the image %s is one', async image =>
  expect(await refusal(`services: {web: {image: "${image}"}}`)).toBe('accepted')
)

describe('names', () => {
  const long = 'a_rather_long_name_for_a_worker_process_that_reads_queues'
  test.each([
    ['my.app', undefined, /my\.app is not a name for a service in a swarm: .*no dot/],
    ['web_', undefined, /end with a letter or a digit/],
    [long, 'acme-production', /:1: service a_rather.*acme-production_a_rather.* more than 63 characters/],
    ['web', 'my.stack', /my\.stack_web is not a name/]
  ])('%s in the stack %s', async (name, stack, said) => {
    const text = `services: {${name}: {image: "x:1"}}`
    const found = load(text, {}, stack === undefined ? {} : { stack })
    await expect(found).rejects.toMatchObject({ message: expect.stringMatching(said) })
  })
  test('that fit', async () => {
    const { services } = await load(`services: {${long}: {image: x}, a--b: {image: x}}`, {}, { stack: 's' })
    expect(services).toHaveLength(2)
  })
  test('of networks, secrets and configs', async () => {
    expect(await refusal(`${web('networks: [a.b]')}\nnetworks: {a.b: {}}`)).toMatch(/networks\.a\.b .*no dot/)
    expect(await refusal(`${web('networks: [a.b]')}\nnetworks: {a.b: {external: true}}`)).toBe('accepted')
    expect(
      await refusal(`${web('user: u')}\nsecrets: {s: {file: stack0.yml, name: "-${'s'.repeat(64)}"}}`)
    ).toMatch(/secrets\.s\.name is not a name that a swarm takes/)
  })
})

describe('a network of one machine', () => {
  test.each(['bridge', 'host', 'macvlan', 'ipvlan', 'none'])('%s', async driver =>
    expect(await refusal(`${web('networks: [n]')}\nnetworks:\n  n:\n    driver: ${driver}`)).toMatch(
      /stack0\.yml:4: networks\.n: a network with driver .* is on one machine only.* — use driver: overlay/
    )
  )
  test('as the default of all services', async () =>
    expect(await refusal(`${web('user: u')}\nnetworks: {default: {driver: bridge}}`)).toMatch(
      /networks\.default/
    ))
  test.each([
    ['nobody uses', 'user: u', 'n: {driver: bridge}'],
    ['is made by hand', 'networks: [n]', 'n: {external: true, name: host}'],
    ['a plugin makes', 'networks: [n]', 'n: {driver: "weaveworks/net-plugin:latest_release"}'],
    ['is an overlay', 'networks: [n]', 'n: {driver: overlay, attachable: true}']
  ])('but not one that %s', async (_, body, network) =>
    expect(await refusal(`${web(body)}\nnetworks: {${network}}`)).toBe('accepted')
  )
})

describe('a port in two services', () => {
  const two = (a: string, b: string) =>
    refusal(`services:\n  a: {image: x, ports: [${a}]}\n  b: {image: x, ports: [${b}]}`)
  test('of the routing mesh', async () =>
    expect(await two('"80:80"', '"80:8080"')).toMatch(
      /:3: service b: port 80\/tcp is already published by the service a of this stack/
    ))
  test('of which one is in host mode', async () =>
    expect(await two('"80:80"', '{target: 80, published: 80, mode: host}')).toMatch(/already published by/))
  test('is none with two protocols, or with both in host mode', async () => {
    expect(await two('"53:53"', '"53:53/udp"')).toBe('accepted')
    const host = '{target: 80, published: 80, mode: host}'
    expect(await two(host, host)).toBe('accepted')
  })
})

describe('is taken as docker takes it:', () => {
  test.each<[entry: string, ports: object[]]>([
    ['":8443:443"', [{ target: 443, published: 8443, protocol: 'tcp' }]],
    ['"0:80"', [{ target: 80, published: undefined, protocol: 'tcp' }]],
    ['"::1:8080:80"', [{ target: 80, published: 8080, protocol: 'tcp' }]],
    ['"[::1]:8080:80/UDP"', [{ target: 80, published: 8080, protocol: 'udp' }]],
    ['"10.0.0.1::80"', [{ target: 80, published: undefined, protocol: 'tcp' }]],
    ['":80"', [{ target: 80, published: undefined, protocol: 'tcp' }]],
    ['{target: 53, protocol: UDP}', [{ target: 53, published: undefined, protocol: 'udp' }]],
    ['{target: 80, published: 0}', [{ target: 80, published: undefined, protocol: 'tcp' }]],
    ['{target: 80, published: "8080", mode: HOST}', [{ target: 80, published: 8080, mode: 'host' }]]
  ])('ports: [%s]', async (entry, ports) =>
    expect((await load(web(`ports: [${entry}]`))).services[0]?.ports).toMatchObject(ports)
  )
  test.each(['"x:80:80"', '"a.b.c.d:80:80"', '"80:80:80"', '"80:0"'])('but not ports: [%s]', async entry =>
    expect(await refusal(web(`ports: [${entry}]`))).toMatch(/ports\.0 must be a port/)
  )
  test.each([
    ['cpus: ".5", memory: 64M', { cpus: '.5', memory: '64M' }],
    ['cpus: .5', { cpus: '0.5' }],
    ['cpus: "1/2"', { cpus: '0.5' }],
    ['cpus: 1.', { cpus: '1' }],
    ['memory: ".5g"', { memory: '.5g' }],
    ['memory: 64 MiB', { memory: '64 MiB' }]
  ])('limits: {%s}', async (limits, expected) =>
    expect((await load(web(`deploy: {resources: {limits: {${limits}}}}`))).model).toMatchObject({
      services: { web: { deploy: { resources: { limits: expected } } } }
    })
  )
  test("a comment in a command, and a quote in another's", async () => {
    const { model } = await load(
      'services:\n  web:\n    image: x\n    command: >-\n      echo "it\'s" # isn\'t it'
    )
    expect(model).toMatchObject({ services: { web: { command: `echo "it's" # isn't it` } } })
  })
})

describe('what docker refuses beside each other in the top-level sections', () => {
  const stack = (sections: string): string => `services: {web: {image: "x:1"}}\n${sections}`
  test.each([
    ['volumes: {v: {external: true, driver: local}}', /:2: volumes\.v: driver cannot be used with external/],
    ['volumes: {v: {external: true, labels: [a=b]}}', /:2: volumes\.v: labels cannot be used with external/],
    ['volumes: {v: {external: true, driver_opts: {a: b}}}', /driver_opts cannot be used with external/],
    ['secrets: {s: {driver: x, file: ./stack0.yml}}', /:2: secrets\.s: file cannot be used with driver/]
  ])('%s', async (sections, said) => expect(await refusal(stack(sections))).toMatch(said))

  test.each([
    'volumes: {v: {external: false, driver: local}}',
    'volumes: {v: {external: true, driver_opts: {}}}'
  ])('but not %s', async sections => expect(await refusal(stack(sections))).toBe('accepted'))

  test('a host without an address is none, as with docker', async () => {
    const { model } = await load('services: {web: {image: "x:1", extra_hosts: {a: 10.0.0.1, b: }}}')
    expect(model).toMatchObject({ services: { web: { extra_hosts: ['a:10.0.0.1'] } } })
  })
})
