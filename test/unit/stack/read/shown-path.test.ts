// Where people read paths of files: from the folder that they work in, and absolute only outside of it.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { explain } from '../../../../src/errors.ts'
import { inspectStack } from '../../../../src/stack/lint/load.ts'
import { gatherContents } from '../../../../src/stack/read/contents/gather.ts'
import { resolveEnvironments } from '../../../../src/stack/read/resolve-environments.ts'
import { showPathsFrom } from '../../../../src/stack/read/shown-path.rules.ts'
import { PLAIN } from '../../../../src/usecases/deploy/plain.ts'
import { load } from '../../../../src/usecases/deploy/prepare.ts'
import { type StackFolder, stackFolder } from '../../../support/stack-folder.ts'

test.each([
  ['/w/stack.yml', 'stack.yml'],
  ['/w/deep/er/stack.yml', 'deep/er/stack.yml'],
  ['/w/deep/../stack.yml', 'stack.yml'],
  ['/w/..stack.yml', '..stack.yml'],
  ['/www/stack.yml', '/www/stack.yml'],
  ['/stack.yml', '/stack.yml'],
  ['/w', '/w']
])('from /w %s is %s', (file, shown) => {
  expect(showPathsFrom('/w')(file)).toBe(shown)
})

describe('from where people work', () => {
  let stacks: StackFolder
  beforeAll(() => {
    stacks = stackFolder()
    mkdirSync(path.join(stacks.path, 'app'))
    write('app/stack.yml', 'include: [more.yml]\nservices:\n  web:\n    image: web\n    build: .\n')
    write('app/more.yml', 'services:\n  db:\n    image: db\n    container_name: x\n')
  })
  afterAll(() => stacks.remove())

  const write = (name: string, text: string): string => {
    const file = path.join(stacks.path, name)
    writeFileSync(file, text)
    return file
  }
  const stack = (): string => path.join(stacks.path, 'app/stack.yml')
  const placesFrom = async (shownFrom: string | undefined): Promise<string[]> => {
    const { findings, warnings } = await inspectStack({ composeFiles: [stack()], variables: {}, shownFrom })
    expect(warnings.map(({ file }) => file)).toEqual(
      findings.filter(({ severity }) => severity === 'warning').map(({ file }) => file)
    )
    return findings
      .filter(({ rule }) => rule === 'ignored-key')
      .map(({ file, line }) => `${file}:${line}`)
      .toSorted()
  }

  test('findings, also of files that are included', async () => {
    expect(await placesFrom(stacks.path)).toEqual(['app/more.yml:4', 'app/stack.yml:5'])
    expect(await placesFrom(path.dirname(stack()))).toEqual(['more.yml:4', 'stack.yml:5'])
  })

  test('outside of it, and by default outside of the working folder, absolute', async () => {
    const absolute = [`${stacks.path}/app/more.yml:4`, `${stacks.path}/app/stack.yml:5`]
    expect(await placesFrom(path.join(stacks.path, 'elsewhere'))).toEqual(absolute)
    expect(await placesFrom(undefined)).toEqual(absolute)
  })

  test('a deploy says it from the folder that it is told', async () => {
    const source = {
      ...PLAIN,
      target: { kind: 'cluster' as const, name: 'c' },
      stack: 's',
      composeFiles: [stack()],
      shownFrom: stacks.path,
      variables: {}
    }
    const { plan } = await load(source, async () => ({}))
    expect(plan.warnings.map(({ file }) => file)).toContain('app/more.yml')
  })

  test('rewritten forms', async () => {
    const plan = await inspectStack({ composeFiles: [stack()], variables: {}, shownFrom: stacks.path })
    expect(plan.translations.map(({ file }) => file)).toEqual(['app/stack.yml'])
    // What docker gets stays absolute.
    expect(plan.composeFiles).toEqual([stack()])
  })

  test('env files, and the files of secrets', async () => {
    const file = write('app/secret.yml', 'services: {web: {image: x}}\nsecrets: {key: {file: ./key.txt}}\n')
    const envFile = write('bad.env', 'A=1\n=2\n')
    const { findings } = await inspectStack({
      composeFiles: [file],
      envFiles: [envFile, path.join(stacks.path, 'none.env')],
      variables: {},
      shownFrom: stacks.path
    })
    const errors = findings.filter(({ severity }) => severity === 'error')
    expect(errors.map(each => [each.rule, each.file, each.line]).toSorted()).toEqual([
      ['bad-env-file', 'bad.env', 2],
      ['missing-file', 'none.env', 1],
      ['missing-secret', 'app/secret.yml', 2]
    ])
    expect(errors.find(({ rule }) => rule === 'missing-secret')).toMatchObject({
      text: 'secret key: there is no app/key.txt',
      hint: expect.stringMatching(/> app\/key\.txt\)$/)
    })
  })

  test.each([
    ['a: [', /^app\/bad\.yml:\d+:\d+: /],
    ['', /^app\/bad\.yml:1:1: the file is empty/]
  ])('a file that cannot be read as one: %j', async (text, said) => {
    const bad = write('app/bad.yml', text)
    const load = inspectStack({ composeFiles: [bad], variables: {}, shownFrom: stacks.path })
    await expect(load).rejects.toThrow(said)
  })

  test('a file that is not there', async () => {
    const composeFiles = [path.join(stacks.path, 'app/none.yml')]
    const load = inspectStack({ composeFiles, variables: {}, shownFrom: stacks.path })
    await expect(load).rejects.toThrow(/^app\/none\.yml: there is no such file/)
  })

  test('what is read later: contents, and the env files of services', async () => {
    const shown = showPathsFrom(stacks.path)
    const model = { secrets: { key: { file: './key.txt' } } }
    const request = { model, projectDir: path.dirname(stack()), variables: {}, shown }
    const said = await gatherContents(request).catch(explain)
    expect(said).toMatch(/^secret key: there is no app\/key\.txt — create it: .* > app\/key\.txt\)$/)
    const services = { web: { image: 'x', env_file: [path.join(stacks.path, 'none.env')] } }
    const resolved = await resolveEnvironments({ services }, {}, shown).catch(explain)
    expect(resolved).toMatch(/^service web: the env file none\.env cannot be read/)
  })
})
