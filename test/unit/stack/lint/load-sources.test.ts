import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { stackFolder } from '../../../support/stack-folder.ts'

const { path: folder, load, refusal, remove } = stackFolder()
afterAll(remove)

describe('variables', () => {
  const text = 'services: {web: {image: "x:${A}-${B}", environment: [A, C]}}'
  test('of env files: a later one wins, and those that are given win', async () => {
    writeFileSync(path.join(folder, 'one.env'), 'A=1\nB=1\nC=1')
    writeFileSync(path.join(folder, 'two.env'), 'B=2\nC="${B}!"')
    const envFiles = ['one.env', 'two.env'].map(file => path.join(folder, file))
    const plan = await load(text, { A: 'mine' }, { envFiles })
    expect(plan.services[0]?.image).toBe('x:mine-2')
    expect(plan.model.services).toMatchObject({ web: { environment: { A: 'mine', C: '2!' } } })
  })
  test('of an anchor are put in where it is used', async () => {
    const plan = await load('x-a: &a {image: "x:${TAG}"}\nservices: {web: *a}', { TAG: '1' })
    expect(plan.services[0]?.image).toBe('x:1')
    expect(await refusal('x-a: &a {image: "x:${TAG}"}\nservices: {web: *a, db: *a}')).toMatch(
      /^\.\/stack0\.yml:1: the variable TAG is not set — /
    )
  })
  test('become numbers where a number is due, and that is no translation', async () => {
    const plan = await load('services: {web: {image: x, deploy: {replicas: "${N}"}, init: "${I}"}}', {
      N: '3',
      I: 'yes'
    })
    expect(plan.model.services).toMatchObject({ web: { deploy: { replicas: 3 }, init: true } })
    expect(plan.translations).toEqual([])
  })
  test('a dollar of a value stays one', async () => {
    const plan = await load('services: {web: {image: x, command: "$$A $P"}}', { P: 'a$b$$c' })
    expect(plan.model.services).toMatchObject({ web: { command: '$A a$b$$c' } })
  })
  test('a fault of an env file has its line, together with all others', async () => {
    const file = path.join(folder, 'bad.env')
    writeFileSync(file, 'A=1\n???')
    await expect(
      load('services: {web: {imag: "x:${B}"}}', {}, { envFiles: [file, '/no.env'] })
    ).rejects.toMatchObject({
      code: 'input',
      message: expect.stringMatching(
        /^(?=.*bad\.env:2: it is not KEY=VALUE)(?=.*\/no\.env:1: there is no such file)(?=.*variable B is not set)(?=.*imag is not a key)(?=.*it has no image)/
      )
    })
  })
})

describe('profiles', () => {
  const text =
    'services: {web: {image: x, networks: [n], depends_on: [job]}, job: {image: y, profiles: [tools], networks: [n, m], secrets: [s]}}\nnetworks: {n: , m: , unused: }\nsecrets: {s: {external: true}}'
  test('that are not asked for leave out their services, and what only they use', async () => {
    const { services, networks, model } = await load(text)
    expect(services.map(s => s.name)).toEqual(['web'])
    expect(networks).toEqual(['n', 'unused'])
    expect(model.secrets).toEqual({})
    expect(model.services).toMatchObject({ web: { depends_on: [] } })
  })
  test.each([['tools'], ['*']])('%s brings them in', async profile => {
    const { services, networks } = await load(text, {}, { profiles: [profile] })
    expect(services.map(s => s.name)).toEqual(['web', 'job'])
    expect(networks).toEqual(['n', 'm', 'unused'])
  })
  test('that nobody has are an error with the nearest', async () => {
    await expect(load(text, {}, { profiles: ['tool'] })).rejects.toMatchObject({
      message: expect.stringContaining('no service has the profile "tool"'),
      hint: 'did you mean tools?'
    })
  })
})

describe('extends and include', () => {
  test('a base of the same file, and of another one with its own folder', async () => {
    mkdirSync(path.join(folder, 'sub'), { recursive: true })
    writeFileSync(
      path.join(folder, 'sub', 'base.yml'),
      'services: {base: {image: base, volumes: ["./d:/d"], environment: {A: 1, B: 1}, extends: root}, root: {image: root, user: u}}'
    )
    const { model, translations } = await load(
      'services:\n  web:\n    extends: {file: sub/base.yml, service: base}\n    environment: [B=2]\n  twin: {extends: web, image: t}'
    )
    const web = {
      image: 'base',
      user: 'u',
      volumes: [{ type: 'bind', source: path.join(folder, 'sub', 'd'), target: '/d' }],
      environment: { A: 1, B: '2' }
    }
    expect(model.services).toEqual({ web, twin: { ...web, image: 't' } })
    expect(translations.map(t => t.from)).toContain('extends: {file: sub/base.yml, service: base}')
  })
  test('what is included lies under the file, with its own folder', async () => {
    mkdirSync(path.join(folder, 'inc'), { recursive: true })
    writeFileSync(
      path.join(folder, 'inc', 'c.yml'),
      'services: {db: {image: "db:$V", env_file: e}}\nvolumes: {v: }'
    )
    writeFileSync(path.join(folder, 'inc', 'e'), '')
    const { services, model, volumes } = await load('include: [inc/c.yml]\nservices: {web: {image: x}}', {
      V: '1'
    })
    expect(services.map(s => s.image).toSorted()).toEqual(['db:1', 'x'])
    expect(model.services).toMatchObject({ db: { env_file: [path.join(folder, 'inc', 'e')] } })
    expect(volumes).toEqual(['v'])
  })
  test('a service that both the file and an included one have is refused', async () => {
    writeFileSync(path.join(folder, 'twice.yml'), 'services: {web: {image: y}}')
    expect(await refusal('include: [twice.yml]\nservices:\n  web: {image: x}')).toMatch(
      /stack0\.yml:3: service web: an included file has a service of this name too/
    )
  })
  test.each([
    ['services: {web: {image: x, extends: web}}', /web leads back to itself/],
    ['services: {a: {image: x, extends: b}, b: {image: x, extends: a}}', /leads back to itself/],
    ['services: {web: {image: x, extends: wbe}, web2: {image: y}}', /no service wbe/],
    ['include: [stack0.yml]\nservices: {web: {image: x}}', /leads back to itself/],
    ['include: ["git@h:x.git"]\nservices: {web: {image: x}}', /only files of this machine/],
    ['include: [nope.yml]\nservices: {web: {image: x}}', /nope\.yml: there is no such file/]
  ])('%s is refused', async (text, words) => expect(await refusal(text)).toMatch(words))
})
