import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { stackFolder } from '../../../support/stack-folder.ts'

const { path: folder, load, refusal, remove } = stackFolder()
afterAll(remove)

const rules = async (text: string, variables = {}): Promise<string[]> =>
  (await load(text, variables)).findings.map(({ rule }) => rule)
const file = (name: string, text: string): string => {
  writeFileSync(path.join(folder, name), text)
  return `./${name}`
}

describe('a default', () => {
  const label = async (value: string, variables = {}) => {
    const { model } = await load(`services: {web: {image: x, labels: {a: '${value}'}}}`, variables)
    return (model.services as { web: { labels: { a: string } } }).web.labels.a
  }
  test.each([
    ['admin:${HASH:-$2y$05$abcdefghijklmnopqrstuv}', 'admin:$2y$05$abcdefghijklmnopqrstuv'],
    ['${ADMIN:-admin}:${HASH-$apr1$salt$abcdefg}', 'admin:$apr1$salt$abcdefg'],
    ['${HASH:-$argon2id$v=19$m=65536}', '$argon2id$v=19$m=65536'],
    ['${PRICE:-5 $}', '5 $']
  ])('with a hash or a plain dollar is as docker has it: %s', async (value, expected) =>
    expect(await label(value)).toBe(expected)
  )
  test('with variables is as Compose has it', async () => {
    expect(await label('${A:-$B}', { B: 'b' })).toBe('b')
    expect(await label('${A:-${B:-c}}')).toBe('c')
  })
  test('whose variable has no value is named, with a way that suits both', async () => {
    expect(await refusal("services: {web: {image: x, labels: {a: '${A:-$B}'}}}")).toMatch(
      /variable B is not set/
    )
    expect(await refusal("services: {web: {image: x, labels: {a: 'costs 5 $'}}}")).toMatch(
      /write a plain dollar sign as \$\$; inside a default .* --env-file/
    )
  })
})

test('a variable without a value is one message, with its places', async () => {
  const services = ['a', 'b', 'c'].map(name => `  ${name}: {image: "x:\${TAG}"}`)
  expect(await refusal(['services:', ...services].join('\n'))).toMatch(
    /^\.\/stack0\.yml:2, 3, 4: the variable TAG is not set — /
  )
  const files = ['services: {a: {image: "x:$TAG"}}', 'services: {b: {image: "x:$TAG"}}']
  expect(await refusal(files)).toMatch(/^\.\/stack0\.yml:1, \.\/stack1\.yml:1: the variable TAG/)
})

test('an alias that nothing has the anchor of is an error with its line', async () =>
  expect(
    await refusal('x-env: &common {LEVEL: info}\nservices:\n  api:\n    image: x\n    environment: *comon')
  ).toMatch(/stack0\.yml:5.*comon/))

test('what profiles leave out is said once', async () => {
  const text =
    'services: {app: {image: x}, db: {image: y, profiles: [full]}, cache: {image: z, profiles: [full]}}'
  const { findings } = await load(text)
  expect(findings.filter(({ rule }) => rule === 'left-out')).toMatchObject([
    {
      severity: 'info',
      text: expect.stringMatching(/: db, cache$/),
      hint: expect.stringMatching(/--profile.*full/)
    }
  ])
  expect((await load(text, {}, { profiles: ['full'] })).findings.map(f => f.rule)).not.toContain('left-out')
})

test('a volume of a group is no name of the file', async () => {
  const mount = '[{type: cluster, source: "group:fast", target: /d}]'
  expect(await refusal(`services: {a: {image: x, volumes: ${mount}}}`)).toBe('accepted')
  expect(await refusal(`services: {a: {image: x, volumes: ${mount.replace('group:', '')}}}`)).toMatch(
    /volumes has no fast/
  )
})

describe('env files of services are read before anything else is asked:', () => {
  const web = (env: string) => `services: {a: {image: x, env_file: ${env}}, b: {image: x, env_file: ${env}}}`
  test('a bad line, once', async () => {
    const env = file('bad.env', 'A=1\nA B=1\n')
    expect(await refusal(web(env))).toMatch(/^\.\/bad\.env:2: it is not KEY=VALUE — /)
  })
  test('lines that docker would take otherwise', async () => {
    const env = file('app.env', `PLAIN=1\nDSN="postgres://u:p@db/app"\nNAME='hello world'\n`)
    const { findings } = await load(web(env))
    expect(findings.filter(({ rule }) => rule === 'env-file-form')).toMatchObject([
      {
        severity: 'warning',
        line: 2,
        text: expect.stringMatching(/as docker compose reads them \(and on line 3\)/)
      }
    ])
  })
  test('nothing, where both read the same', async () =>
    expect(await rules(web(file('plain.env', '# c\nA=1\nB=a=b c\n')))).not.toContain('env-file-form'))
})

describe('secrets and configs without a content', () => {
  test.each([
    ['secrets: {key: {name: key-v2}}', {}, /secret key: it has no content/],
    ['configs: {c: {content: ""}}', {}, /config c: its content is empty/],
    ['secrets: {s: {file: empty.txt}}', {}, /secret s: its content is empty/],
    ['secrets: {s: {external: true}}', {}, /^accepted$/]
  ])('%s', async (section, variables, said) => {
    file('empty.txt', '')
    expect(await refusal(`services: {a: {image: x}}\n${section}`, variables)).toMatch(said)
  })
  test('are none where the caller has it', async () => {
    const given = { secrets: ['key'], configs: [] }
    const text = 'services: {a: {image: x}}\nsecrets: {key: {name: key-v2}}'
    expect((await load(text, {}, { given })).services).toHaveLength(1)
  })
})

test('a name that is written for a secret is kept, which is said, unless a variable changes it', async () => {
  file('pw.txt', 'x1')
  const named = (name: string) =>
    `services: {a: {image: x, secrets: [pw]}}\nsecrets:\n  pw: {file: pw.txt, name: ${name}}`
  const { findings } = await load(named('shared_pw'))
  expect(findings.filter(({ rule }) => rule === 'unversioned-name')).toMatchObject([
    { severity: 'warning', line: 3, text: expect.stringContaining('the name shared_pw is kept') }
  ])
  expect(await rules(named('pw-$V'), { V: '2' })).not.toContain('unversioned-name')
})

describe('lint', () => {
  const ofService = async (body: string) =>
    (await rules(`services:\n  a:\n    image: x:1\n    ${body}`)).filter(rule => rule !== 'no-memory-limit')
  test.each([
    ['command: bash -c "migrate; server --port 80"'],
    ['command: sh -c "chown -R 1000 /data"\n    deploy: {restart_policy: {condition: none}}'],
    ['command: sh -c "migrate"\n    deploy: {mode: replicated-job}'],
    ['command: python manage.py rqworker'],
    ['environment: {ALLOW_EMPTY_PASSWORD: "yes", SSL_KEY: /certs/tls.pem, USE_TOKEN: "false", KEY: ./k.pem}']
  ])('finds nothing in %s', async body => expect(await ofService(body)).toEqual([]))
  test.each([
    ['command: python -m http.server 80', ['no-stop-signal']],
    ['command: tail -f /dev/null', ['no-stop-signal']],
    ['environment: {DB_PASSWORD: hunter2}', ['secret-in-environment']]
  ])('finds what is one in %s', async (body, expected) => expect(await ofService(body)).toEqual(expected))

  const startFirst = (ports: string, deploy: string) =>
    load(
      `services: {e: {image: x, ports: [${ports}], deploy: {update_config: {order: start-first}, ${deploy}}}}`
    ).then(
      ({ findings }) => findings.filter(({ rule }) => /^(host-port-start-first|start-first-max)/.test(rule)),
      error => String(error.message)
    )
  const host = '{target: 80, published: 80, mode: host}'
  test('a host port with start-first is a warning, where spare nodes may make it end', async () => {
    expect(await startFirst(host, 'replicas: 1')).toMatchObject([{ severity: 'warning' }])
    const managers = 'placement: {constraints: [node.role == manager]}'
    expect(await startFirst(host, managers)).toMatchObject([{ severity: 'warning' }])
  })
  test('and an error where it can never end', async () => {
    expect(await startFirst(host, 'mode: global')).toMatch(/start-first never completes/)
    expect(await startFirst(host, 'placement: {constraints: [node.hostname == a]}')).toMatch(
      /never completes/
    )
  })
  test('max_replicas_per_node with start-first is the same kind', async () => {
    expect(await startFirst('', 'replicas: 3, placement: {max_replicas_per_node: 1}')).toMatchObject([
      { severity: 'warning', text: expect.stringMatching(/with 3 nodes it may never end/) }
    ])
    const one = 'replicas: 2, placement: {max_replicas_per_node: 2, constraints: [node.id == x]}'
    expect(await startFirst('', one)).toMatch(/never completes/)
  })
})
