import { describe, expect, test } from '@jest/globals'
import type { KnownImage } from '../../../../src/stack/lint/lint-rule.ts'
import { lintStack, RULES } from '../../../../src/stack/lint/lint-stack.rules.ts'
import { RULE_NAMES } from '../../../../src/stack/lint/rule-names.ts'
import { canonicalise } from '../../../../src/stack/read/canonical.rules.ts'
import { parseComposeFile } from '../../../../src/stack/read/compose-document.rules.ts'
import { collectFindings } from '../../../../src/stack/read/findings.rules.ts'
import { toV3 } from '../../../../src/stack/read/forms/to-v3.rules.ts'
import { Origins } from '../../../../src/stack/read/origins.rules.ts'
import { plainModel } from '../../../../src/stack/read/plain-model.rules.ts'

function lint(text: string, images: Record<string, KnownImage> = {}) {
  const origins = new Origins()
  const file = parseComposeFile('f.yml', text)
  const { model } = plainModel(file, {}, origins)
  const found = collectFindings('f.yml')
  canonicalise(model, { baseDir: '/', origins, found })
  toV3(model, { origins, found, isThere: () => true })
  return lintStack(model, { files: [file], origins }, images)
}
/** `rule:line` of what is found of one service's lines, which begin at line 3. */
const ofService = (body: string[], images?: Record<string, KnownImage>): string[] =>
  lint(['services:', '  web:', ...body.map(line => `    ${line}`)].join('\n'), images).map(
    f => `${f.rule}:${f.line}`
  )

const QUIET = 'deploy: {resources: {limits: {memory: 64M}}}'
const image = 'image: x:1'

describe('a rule speaks, with its line', () => {
  test.each<[what: string, body: string[], expected: string[]]>([
    ['no memory limit', [image], ['no-memory-limit:2']],
    [
      'published without a healthcheck',
      [image, QUIET, 'ports: ["80:80"]'],
      ['published-without-healthcheck:5']
    ],
    ['published with one', [image, QUIET, 'ports: ["80:80"]', 'healthcheck: {test: x}'], []],
    [
      'published with one that is switched off',
      [image, QUIET, 'ports: ["80:80"]', 'healthcheck: {disable: true}'],
      ['published-without-healthcheck:6']
    ],
    [
      'host port, start-first',
      [
        image,
        'healthcheck: {test: x}',
        'ports: [{target: 80, published: 80, mode: host}]',
        'deploy:',
        '  resources: {limits: {memory: 9M}}',
        '  update_config:',
        '    failure_action: rollback',
        '    order: start-first'
      ],
      ['host-port-start-first:10']
    ],
    [
      'host port, stop-first, two replicas',
      [
        image,
        QUIET.replace(
          '{res',
          '{replicas: 2, update_config: {order: stop-first, failure_action: rollback}, res'
        ),
        'healthcheck: {test: x}',
        'ports: [{target: 80, published: 80, mode: host}]'
      ],
      ['host-port-replicas:6']
    ],
    ['latest', ['image: x', QUIET], ['latest-without-digest:3']],
    ['latest by name, behind a port', ['image: r:5000/x:latest', QUIET], ['latest-without-digest:3']],
    ['a digest', [`image: x:latest@sha256:${'a'.repeat(64)}`, QUIET], []],
    [
      'start_interval without start_period',
      [image, QUIET, 'healthcheck:', '  test: x', '  start_interval: 1s'],
      ['start-interval-without-start-period:7']
    ],
    [
      'start_period of nothing',
      [image, QUIET, 'healthcheck: {test: x, start_interval: 1s, start_period: 0s}'],
      ['start-interval-without-start-period:5']
    ],
    ['start_period', [image, QUIET, 'healthcheck: {test: x, start_interval: 1s, start_period: 1m}'], []],
    [
      'secrets in the environment',
      [
        image,
        QUIET,
        'environment:',
        '  DB_PASSWORD: hunter2',
        '  API_KEY: k',
        '  TOKEN_FILE: /run/secrets/t',
        '  MONKEY: x',
        '  GH_TOKEN: ""'
      ],
      ['secret-in-environment:6', 'secret-in-environment:7']
    ],
    [
      'a data store published, by its image',
      ['image: library/redis:7', QUIET, 'healthcheck: {test: x}', 'ports:', '  - 80:80', '  - 16379:6379'],
      ['published-data-store:8']
    ],
    [
      'a data store published, by its port',
      [image, QUIET, 'healthcheck: {test: x}', 'ports: ["1:5432"]'],
      ['published-data-store:6']
    ],
    ['sleep as process 1', [image, QUIET, 'command: sleep 1000'], ['no-stop-signal:5']],
    ['with init', [image, QUIET, 'command: sleep 1000', 'init: true'], []],
    ['with a stop signal', [image, QUIET, 'command: [php, -S, "0:80"]', 'stop_signal: SIGINT'], []],
    ['a shell that gives way', [image, QUIET, "command: [sh, -c, 'exec server']"], []],
    ['a shell that does not', [image, QUIET, 'entrypoint: [/bin/sh, -c, server]'], ['no-stop-signal:5']],
    [
      'two that write to one volume',
      [
        image,
        'volumes: ["v:/data"]',
        QUIET.replace('{res', '{update_config: {order: start-first, failure_action: rollback}, res')
      ],
      ['start-first-with-volume:5']
    ],
    [
      'an update without a rollback',
      [image, QUIET.replace('{res', '{update_config: {parallelism: 2}, res')],
      ['update-without-rollback:4']
    ],
    ['four members', ['image: etcd:3', QUIET.replace('{res', '{replicas: 4, res')], ['even-data-replicas:4']],
    [
      'a monitor that ends before the healthcheck says anything',
      [
        image,
        'healthcheck: {test: x, interval: 10s, retries: 3}',
        QUIET.replace('{res', '{update_config: {monitor: 29s, failure_action: rollback}, res')
      ],
      ['monitor-shorter-than-start:5']
    ]
  ])('%s', (_, body, expected) => {
    const isAboutMemory = expected.some(each => each.startsWith('no-memory-limit'))
    const given = ofService(body).filter(each => isAboutMemory || !each.startsWith('no-memory-limit'))
    expect(given).toEqual(expected)
  })

  test('a memory limit is enough', () => expect(ofService([image, QUIET])).toEqual([]))

  test('every rule can be silenced', () => {
    expect(RULES.map(rule => rule.name).filter(name => !RULE_NAMES.includes(name))).toEqual([])
  })
})

describe('what is known of the image', () => {
  const published = [image, QUIET, 'ports: ["80:80"]']
  test.each<[KnownImage, string[], string[]]>([
    [{ hasHealthcheck: true }, published, []],
    [{ hasHealthcheck: false }, published, ['published-without-healthcheck:5']],
    [
      { hasHealthcheck: true },
      [...published, 'healthcheck: {disable: true}'],
      ['published-without-healthcheck:6']
    ],
    [{ command: ['/bin/sh', '-c', 'php x'] }, [image, QUIET], ['no-stop-signal:2']],
    [{ command: ['/bin/sh', '-c', 'php x'], stopSignal: 'SIGINT' }, [image, QUIET], []],
    [{ command: ['php', '-a'], stopSignal: 'SIGTERM' }, [image, QUIET], ['no-stop-signal:2']],
    [{ command: ['php', '-a'] }, [image, QUIET, 'init: true'], []],
    [{ command: ['/usr/sbin/nginx'] }, [image, QUIET], []]
  ])('%j', (known, body, expected) => expect(ofService(body, { 'x:1': known })).toEqual(expected))
})

test('no value of a secret is shown', () => {
  const findings = lint(
    'services:\n  a:\n    image: x:1\n    environment: [DB_PASSWORD=hunter2, "P_TOKEN=hunter2"]'
  )
  expect(findings.filter(f => f.rule === 'secret-in-environment')).toHaveLength(2)
  expect(JSON.stringify(findings)).not.toContain('hunter2')
})

describe('a comment silences', () => {
  const text = (top: string, at: string, above: string) =>
    `services:\n${top}  web:\n    image: x:1\n${above}    environment: {A_TOKEN: x}${at}\n`
  test.each<[what: string, text: string, expected: string[]]>([
    ['nothing, without one', text('', '', ''), ['no-memory-limit', 'secret-in-environment']],
    ['its own line', text('', ' # swarmline: ignore secret-in-environment', ''), ['no-memory-limit']],
    ['the next line', text('', '', '    # swarmline: ignore secret-in-environment\n'), ['no-memory-limit']],
    [
      'the next line that is no comment',
      text('', '', '    # swarmline: ignore secret-in-environment\n    # since it is none\n'),
      ['no-memory-limit']
    ],
    ['a whole service', text('  # swarmline: ignore secret-in-environment, no-memory-limit\n', '', ''), []],
    [
      'no other rule',
      text('', ' # swarmline: ignore no-memory-limit', ''),
      ['no-memory-limit', 'secret-in-environment']
    ],
    [
      'nothing, in a text',
      text(
        '',
        '',
        '    labels: {a: "x # swarmline: ignore secret-in-environment"}\n    hostname: |\n      # swarmline: ignore secret-in-environment\n'
      ),
      ['no-memory-limit', 'secret-in-environment']
    ]
  ])('%s', (_, given, expected) => expect(lint(given).map(f => f.rule)).toEqual(expected))

  test('with an unknown rule it is a finding itself', () => {
    const [finding] = lint(text('', ' # swarmline: ignore secret-in-enviroment', '')).filter(
      f => f.rule === 'unknown-rule'
    )
    expect(finding).toMatchObject({
      line: 4,
      severity: 'warning',
      hint: 'did you mean secret-in-environment?'
    })
    expect(lint(text('', ' # swarmline: ignore', '')).some(f => f.rule === 'unknown-rule')).toBe(true)
  })
})
