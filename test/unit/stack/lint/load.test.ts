import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { readStack } from '../../../../src/stack/lint/load.ts'
import { stackFolder } from '../../../support/stack-folder.ts'

const { path: folder, load, refusal, remove } = stackFolder()
afterAll(remove)

test('a plan: services, files, networks, volumes', async () => {
  writeFileSync(path.join(folder, 'pw.txt'), 'x')
  const plan = await load(
    `version: "3.8"
services:
  web: {image: "\${REG:-hub}/web:\${TAG}", ports: ["80:80"], secrets: [pw]}
networks: {front: {}}
volumes: {data: }
secrets: {pw: {file: ./pw.txt}}`,
    { TAG: 'v1' }
  )
  expect(plan).toMatchObject({
    version: '3.8',
    projectDir: folder,
    services: [{ name: 'web', image: 'hub/web:v1', ports: [{ published: 80 }], secrets: ['pw'] }],
    files: [{ kind: 'secret', name: 'pw', path: path.join(folder, 'pw.txt') }],
    networks: ['front'],
    volumes: ['data']
  })
})

test('a later file overrides an earlier one', async () => {
  const plan = await load([
    'services: {web: {image: a, ports: ["80:80"]}}',
    'services: {web: {image: b}, db: {image: c}}'
  ])
  expect(plan.services.map(s => [s.name, s.image, s.ports.length])).toEqual([
    ['web', 'b', 1],
    ['db', 'c', 0]
  ])
})

describe('is refused with file and line:', () => {
  test('YAML that does not parse', async () => {
    expect(await refusal('services:\n  web:\n    image: "x\n')).toMatch(
      /^\.\/stack0\.yml:\d+:\d+: Missing closing "quote/
    )
    expect(await refusal('services:\n\tweb: x')).toMatch(/^\.\/stack0\.yml:2:1: .*tab/i)
    expect(await refusal('services: {a: 1}\nservices: {b: 2}')).toMatch(/^\.\/stack0\.yml:2:1: .*unique/)
  })
  test('something that is no stack file', async () => {
    expect(await refusal('')).toMatch(/the file is empty/)
    expect(await refusal('- a')).toMatch(/a stack file is a mapping/)
    expect(await refusal('a: 1\n---\nb: 2')).toMatch(/^\.\/stack0\.yml:\d+:\d+: a second document/)
    expect(await refusal('networks: {a: }')).toMatch(/no services/)
  })
  test('variables without a value, all of them', async () => {
    expect(await refusal('services:\n  web:\n    image: ${REG}/web\n    command: echo ${WHO}')).toBe(
      './stack0.yml:3: the variable REG is not set; ./stack0.yml:4: the variable WHO is not set — set it (--variable REG=…), or give a default in the file: ${REG:-default}'
    )
  })
  test('a lone dollar', async () => {
    expect(await refusal('services:\n  web:\n    image: x\n    command: echo 5$')).toMatch(
      /:4: .*a \$ that does not begin a variable.*\$\$/
    )
  })
  test('a secret whose file is not there', async () => {
    expect(
      await refusal('services: {web: {image: x}}\nsecrets:\n  db_password:\n    file: ./db_password.txt')
    ).toBe(
      './stack0.yml:3: secret db_password: there is no ./db_password.txt — create it: (umask 077; openssl rand -hex 24 > ./db_password.txt)'
    )
  })
  test('a service without an image', async () => {
    expect(await refusal('services:\n  web:\n    build: .')).toMatch(
      /^\.\/stack0\.yml:2: service web: it has no image/
    )
  })
  test('keys that a swarm refuses', async () => {
    expect(await refusal('services:\n  web:\n    image: x\n    cpu_shares: 5\n    extends: y')).toMatch(
      /:5: service web: extends: .*has no service y.*:4: service web: cpu_shares is refused|:4: service web: cpu_shares is refused.*:5: service web: extends: .* has no service y/
    )
  })
  test('a file that is not there', async () => {
    await expect(readStack({ composeFiles: ['/nonexistent.yml'], variables: {} })).rejects.toMatchObject({
      code: 'input',
      message: '/nonexistent.yml: there is no such file'
    })
  })
})

test('keys without effect are warnings, with their line', async () => {
  const { warnings } = await load(
    'services:\n  web:\n    image: x\n    privileged: true\n    depends_on: [db]\n  db:\n    image: y'
  )
  expect(warnings.filter(w => [4, 5].includes(w.line)).map(w => [w.line, w.text])).toEqual([
    [4, 'service web: privileged is ignored in a swarm (use cap_add)'],
    [5, 'service web: depends_on has no effect: a swarm starts all services at once: let the service retry']
  ])
})

test('keys, x- sections and comments are not looked at for variables', async () => {
  const plan = await load(
    'x-note: ${NOPE}\n# ${NOPE}\nservices:\n  web: {image: x, environment: {"$KEY": v}}'
  )
  expect(plan.services).toHaveLength(1)
})

test('anchors and merge keys', async () => {
  const plan = await load(
    'x-base: &base {image: "x:1", networks: [n]}\nservices:\n  web: {<<: *base}\n  other: {<<: *base, image: y}\nnetworks: {n: }'
  )
  expect(plan.services.map(s => [s.image, s.networks])).toEqual([
    ['x:1', ['n']],
    ['y', ['n']]
  ])
})
