import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { canonicalise } from '../../../../src/stack/read/canonical.rules.ts'
import { parseComposeFile } from '../../../../src/stack/read/compose-document.rules.ts'
import { collectFindings } from '../../../../src/stack/read/findings.rules.ts'
import { merge, settled } from '../../../../src/stack/read/merge.rules.ts'
import { Origins } from '../../../../src/stack/read/origins.rules.ts'
import type { Model } from '../../../../src/stack/read/plain.rules.ts'
import { plainModel } from '../../../../src/stack/read/plain-model.rules.ts'

/** Files of one service each, merged: what the service then is. */
function merged(...services: string[]): unknown {
  return (mergedFiles(...services.map(text => `services: {web: ${text}}`)) as { services: Model }).services
    .web
}
function mergedFiles(...texts: string[]): Model {
  const origins = new Origins()
  const found = collectFindings('f')
  const whole = texts.reduce((base: Model, text, i) => {
    const { model } = plainModel(parseComposeFile(`f${i}`, text), {}, origins)
    canonicalise(model, { baseDir: '/base', origins, found })
    return merge(base, model, origins) as Model
  }, {})
  return settled(whole, origins) as Model
}

describe('a later file', () => {
  test.each<[what: string, files: string[], expected: unknown]>([
    ['replaces plain values', ['{image: a, user: x}', '{image: b}'], { image: 'b', user: 'x' }],
    ['without a value overrides nothing', ['{image: a}', '{image: }'], { image: 'a' }],
    ['replaces command', ['{command: [a, b]}', '{command: [c]}'], { command: ['c'] }],
    ['replaces entrypoint by a text', ['{entrypoint: [a]}', '{entrypoint: b c}'], { entrypoint: 'b c' }],
    [
      'replaces the test of a healthcheck, and nothing else of it',
      ['{healthcheck: {test: [CMD, a], interval: 5s}}', '{healthcheck: {test: [CMD, b]}}'],
      { healthcheck: { test: ['CMD', 'b'], interval: '5s' } }
    ],
    [
      'merges environment, whichever way it is written',
      ['{environment: {A: 1, B: 2}}', '{environment: ["B=3", C, "D=a=b"]}'],
      { environment: { A: 1, B: '3', C: null, D: 'a=b' } }
    ],
    ['merges labels', ['{labels: [a=1, b]}', '{labels: {a: 2}}'], { labels: { a: 2, b: '' } }],
    [
      'merges labels of deploy, and goes deep',
      ['{deploy: {replicas: 2, labels: {a: b}}}', '{deploy: {labels: [c=d], update_config: {delay: 1s}}}'],
      { deploy: { replicas: 2, labels: { a: 'b', c: 'd' }, update_config: { delay: '1s' } } }
    ],
    [
      'publishes another port under the same number',
      ['{ports: ["80:8080", "443:8443"]}', '{ports: [{target: 81, published: 80}]}'],
      {
        ports: [
          { target: 81, published: 80 },
          { mode: 'ingress', target: 8443, published: 443, protocol: 'tcp' }
        ]
      }
    ],
    [
      'publishes a port in another mode',
      ['{ports: ["80:80"]}', '{ports: [{target: 80, published: 80, protocol: tcp, mode: host}]}'],
      { ports: [{ target: 80, published: 80, protocol: 'tcp', mode: 'host' }] }
    ],
    [
      'adds ports, tcp beside udp',
      ['{ports: ["53:53"]}', '{ports: ["53:53/udp", "53:53/tcp"]}'],
      {
        ports: [
          { mode: 'ingress', target: 53, published: 53, protocol: 'tcp' },
          { mode: 'ingress', target: 53, published: 53, protocol: 'udp' }
        ]
      }
    ],
    [
      'mounts something else at the same place',
      ['{volumes: ["a:/data", "b:/b"]}', '{volumes: ["./c:/data:ro"]}'],
      {
        volumes: [
          { type: 'bind', source: '/base/c', target: '/data', read_only: true },
          { type: 'volume', source: 'b', target: '/b' }
        ]
      }
    ],
    [
      'merges secrets by their place',
      ['{secrets: [a, b]}', '{secrets: [{source: c, target: a}]}'],
      { secrets: [{ source: 'c', target: 'a' }, { source: 'b' }] }
    ],
    [
      'joins lists, each item once',
      ['{dns: 1.1.1.1}', '{dns: [1.1.1.1, 8.8.8.8]}'],
      { dns: ['1.1.1.1', '8.8.8.8'] }
    ],
    ['joins capabilities', ['{cap_add: [A]}', '{cap_add: [B, A]}'], { cap_add: ['A', 'B'] }],
    [
      'merges networks, list and mapping',
      ['{networks: [a]}', '{networks: {b: {aliases: [x]}}}'],
      { networks: { a: null, b: { aliases: ['x'] } } }
    ],
    [
      'keeps the options of the same log driver',
      ['{logging: {driver: d, options: {a: 1}}}', '{logging: {driver: d, options: {b: 2}}}'],
      { logging: { driver: 'd', options: { a: 1, b: 2 } } }
    ],
    [
      'drops the options of another log driver',
      ['{logging: {driver: d, options: {a: 1}}}', '{logging: {driver: e}}'],
      { logging: { driver: 'e' } }
    ],
    ['takes away with !reset', ['{image: a, ports: ["80:80"]}', '{ports: !reset []}'], { image: 'a' }],
    ['takes away where there is nothing', ['{image: a, ports: !reset []}'], { image: 'a' }],
    ['says it anew after !reset', ['{dns: [a]}', '{dns: !reset }', '{dns: [b]}'], { dns: ['b'] }],
    [
      'replaces with !override',
      ['{environment: {A: 1}, dns: [a]}', '{environment: !override {B: 2}, dns: !override [b]}'],
      { environment: { B: 2 }, dns: ['b'] }
    ],
    [
      'unfolds ranges of ports',
      ['{ports: ["3000-3001:80-81"]}'],
      {
        ports: [
          { mode: 'ingress', target: 80, published: 3000, protocol: 'tcp' },
          { mode: 'ingress', target: 81, published: 3001, protocol: 'tcp' }
        ]
      }
    ],
    [
      'has hosts as a list',
      ['{extra_hosts: {a: [1.1.1.1, "::1"]}}', '{extra_hosts: ["b=2.2.2.2"]}'],
      { extra_hosts: ['a:1.1.1.1', 'a:::1', 'b:2.2.2.2'] }
    ]
  ])('%s', (_, files, expected) => expect(merged(...files)).toEqual(expected))

  test('gives a secret one source', () => {
    expect(
      mergedFiles('secrets: {s: {file: ./a, labels: {x: y}}}', 'secrets: {s: {external: true}}')
    ).toEqual({
      secrets: { s: { external: true, labels: { x: 'y' } } }
    })
  })
  test('may have a service more', () => {
    expect(mergedFiles('services: {a: {image: x}}', 'services: {b: {image: y}}')).toEqual({
      services: { a: { image: 'x' }, b: { image: 'y' } }
    })
  })
})

test('neither side is changed', () => {
  const origins = new Origins()
  const [base, top] = [{ services: { a: { dns: ['x'] } } }, { services: { a: { dns: ['y'], user: 'u' } } }]
  merge(base, top, origins)
  expect([base, top]).toEqual([
    { services: { a: { dns: ['x'] } } },
    { services: { a: { dns: ['y'], user: 'u' } } }
  ])
})

test('YAML as docker reads it: octal modes, digits too long for a number, merge keys, keys of every object', () => {
  expect(
    mergedFiles(
      'x-a: &a {mode: 0440, n: 123456789012345678901, user: a}\nservices: {web: {<<: *a, user: b, environment: {__proto__: p}}}'
    )
  ).toEqual(
    JSON.parse(
      '{"x-a":{"mode":288,"n":"123456789012345678901","user":"a"},"services":{"web":{"mode":288,"n":"123456789012345678901","user":"b","environment":{"__proto__":"p"}}}}'
    )
  )
})

test('merging any models throws nothing, and merging a model with itself changes nothing', () => {
  const key = fc.constantFrom(
    'services',
    'web',
    'ports',
    'environment',
    'secrets',
    'volumes',
    'deploy',
    'logging',
    '__proto__',
    'source'
  )
  const { tree } = fc.letrec(tie => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom<unknown>(null, 'a', '80:80', 'A=b', 1, true),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.array(fc.tuple(key, tie('tree')), { maxLength: 5 }).map(entries => Object.fromEntries(entries))
    )
  }))
  void fc.assert(
    fc.property(tree, tree, (a, b) => {
      const origins = new Origins()
      const request = { baseDir: '/', origins, found: collectFindings('f') }
      for (const model of [a, b])
        if (typeof model === 'object' && model !== null) canonicalise(model as Model, request)
      merge(a, b, origins)
      settled(merge({ services: a }, { services: b }, origins), origins)
    })
  )
})
