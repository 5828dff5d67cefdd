import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { lintRequest } from '../../../src/cli/commands/lint.ts'
import { inputFaults } from '../../../src/cli/deploy-options.ts'
import { run } from '../../../src/cli/run.ts'
import { lint } from '../../../src/usecases/lint.ts'
import { fakeDoor } from './fake-door.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'lint-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function linted(text: string, ...args: string[]) {
  writeFileSync(path.join(folder, 'stack.yml'), text)
  const door = fakeDoor({ lint }, { cwd: folder, env: { NO_COLOR: '1' } })
  const code = await run(['lint', ...args], door)
  return { code, out: door.stdout.text(), err: door.stderr.text() }
}
const QUIET = 'services: {web: {image: "x:1", deploy: {resources: {limits: {memory: 64M}}}}}'

describe('swarmline lint', () => {
  test('says what is wrong with file and line, asks nobody, and ends with 1', async () => {
    const text = 'services:\n  web:\n    image: x:1\n    deploy: {mode: global, replicas: 2}'
    const { code, out } = await linted(text, 'stack.yml')
    expect(code).toBe(1)
    expect(out).toMatch(
      /^stack\.yml:4: error: service web: replicas cannot be used .* — .* \(refused-combination\)$/m
    )
    expect(out).toMatch(/1 error, \d+ warnings?, \d+ more/)
  })
  test('says what is wrong with a variable once, with its places', async () => {
    const services = ['a', 'b', 'c'].map(name => `  ${name}: {image: "x:$TAG"}`)
    const { out } = await linted(['services:', ...services].join('\n'), 'stack.yml')
    expect(out.match(/TAG is not set/g)).toHaveLength(1)
    expect(out).toMatch(
      /^stack\.yml:2: error: the variable TAG is not set \(also line 3, line 4\) — set it .* \(variable-unset\)$/m
    )
    expect(out).toMatch(/^3 errors, /m)
  })
  test('ends with 0 where nothing is an error', async () => {
    expect(await linted(QUIET, 'stack.yml')).toMatchObject({ code: 0, out: 'Nothing was found.\n' })
    expect((await linted('services: {web: {image: x}}', 'stack.yml')).code).toBe(0)
  })
  test('prints one JSON document', async () => {
    const { out } = await linted('services: {web: {image: x}}', 'stack.yml', '--json')
    expect(JSON.parse(out)).toMatchObject({
      files: [path.join(folder, 'stack.yml')],
      services: ['web'],
      counts: { error: 0, warning: 2 },
      findings: expect.arrayContaining([
        expect.objectContaining({ rule: 'no-memory-limit', file: 'stack.yml', line: 1 })
      ])
    })
  })
  test("takes the stack's name, strictness and variables", async () => {
    const long = `services: {${'n'.repeat(40)}: {image: "x:$TAG", privileged: true}}`
    expect((await linted(long, 'stack.yml', '--variable', 'TAG=1')).code).toBe(0)
    expect((await linted(long, 'stack.yml', '--variable', 'TAG=1', '--stack', 's'.repeat(30))).out).toMatch(
      /more than 63 characters/
    )
    expect((await linted(long, 'stack.yml', '--variable', 'TAG=1', '--strict')).out).toMatch(
      /error: .*privileged/
    )
    expect((await linted(long, 'stack.yml')).out).toMatch(/error: the variable TAG is not set/)
  })
  test('needs no file of a secret, but says that it is not there', async () => {
    const text = `${QUIET}\nsecrets: {s: {file: nowhere.txt}}`
    expect(await linted(text, 'stack.yml')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/info: secret s: /)
    })
  })
  test('ends with 1 for what is no YAML, and 2 for a wrong option', async () => {
    expect((await linted('services: [', 'stack.yml')).code).toBe(1)
    expect((await linted(QUIET, 'stack.yml', '--stack', 'a b')).code).toBe(2)
  })
})

describe('a stack file from standard input', () => {
  const text = 'services: {web: {image: "x:1", ports: ["80:x"], volumes: ["./data:/d"]}}'
  const request = lintRequest(['-'], {}, { cwd: folder, env: {} })
  test('is named so, and its paths begin in the working folder', async () => {
    const file = path.join(folder, '-')
    expect(request.composeFiles).toEqual([file])
    const { findings } = await lint({ ...request, texts: { [file]: text } })
    expect(findings.find(({ severity }) => severity === 'error')).toMatchObject({
      file: 'standard input',
      line: 1
    })
    expect(findings.find(({ rule }) => rule === 'relative-bind-mount')?.text).toContain('./data')
  })
  test('is the only thing that comes from there', () => {
    const given = { composeFiles: ['-'], configs: {} }
    expect(inputFaults({ ...given, secrets: { s: '-' } })).toEqual([
      'standard input can be only one stack file, secret or config'
    ])
    expect(inputFaults({ ...given, secrets: {} })).toEqual([])
  })
})
