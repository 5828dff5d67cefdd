import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { deployStackForm, lintRequest } from '../../../src/actions/deploy-stack.ts'
import { lintFiles } from '../../../src/actions/lint-files.ts'
import type { Annotation } from '../../../src/report/annotations.ts'
import { fakeEffects } from '../../support/fake-engine.ts'
import { faultOf, valuesOf } from './form-values.ts'

const workspace = mkdtempSync(path.join(tmpdir(), 'lint-only-'))
afterAll(() => rmSync(workspace, { recursive: true, force: true }))

/** What the action makes of a stack file. The effects run no program. */
async function linted(text: string, given: Record<string, string> = {}) {
  writeFileSync(path.join(workspace, 'shop.yml'), text)
  const values = valuesOf('deploy-stack', deployStackForm, {
    ...{ stack: 'shop', 'compose-files': 'shop.yml', 'lint-only': 'true' },
    ...given
  })
  const annotations: Annotation[] = []
  let outputs: Readonly<Record<string, string>> = {}
  const effects = fakeEffects()
  const error = await lintFiles(lintRequest(values, workspace), {
    effects,
    annotate: more => void annotations.push(...more),
    setOutputs: all => {
      outputs = all
    }
  }).then(
    () => undefined,
    thrown => thrown
  )
  return { annotations, outputs, error, lines: effects.lines }
}

describe('lint-only', () => {
  test('says each error at its line, with the way out, and fails', async () => {
    const text =
      'services:\n  web:\n    image: x:1\n    deploy: {resources: {limits: {memory: 512Mi}}}\n    ports: ["80:80", "80:80"]\n'
    const { annotations, outputs, error, lines } = await linted(text)
    expect(annotations).toContainEqual({
      path: 'shop.yml',
      line: 4,
      level: 'failure',
      title: 'wrong-type',
      message: expect.stringContaining('service web: deploy.resources.limits.memory must be a size')
    })
    expect(annotations.filter(({ level }) => level === 'failure').map(({ title }) => title)).toEqual([
      'wrong-type',
      'port-twice'
    ])
    expect(lines).toContainEqual(expect.stringMatching(/^shop\.yml:5: error: service web: port 80\/tcp/))
    expect(outputs.outcome).toBe('failed')
    expect(error).toMatchObject({ code: 'input', message: expect.stringContaining('2 errors') })
  })

  test('passes with warnings, which are at their lines, too', async () => {
    const { annotations, outputs, error } = await linted('services:\n  web:\n    image: x:1\n')
    expect(error).toBeUndefined()
    expect(outputs.outcome).toBe('linted')
    expect(JSON.parse(outputs.findings ?? '')).toContainEqual(
      expect.objectContaining({ rule: 'no-memory-limit', severity: 'warning', file: 'shop.yml', line: 2 })
    )
    expect(annotations).toContainEqual(
      expect.objectContaining({ level: 'warning', title: 'no-memory-limit' })
    )
  })

  test('shows no more annotations than GitHub, and all findings in the log', async () => {
    const services = Array.from({ length: 15 }, (_, i) => `  s${i}: {image: "x:1", deploy: {replicas: -1}}`)
    const { annotations, lines } = await linted(['services:', ...services].join('\n'))
    expect(annotations.filter(({ level }) => level === 'failure')).toHaveLength(10)
    expect(lines.filter(line => line.includes(': error: '))).toHaveLength(15)
  })

  test('reads nothing outside the workspace, and takes contents that the deploy will get', async () => {
    const outside = await linted('services: {web: {image: x}}\nconfigs: {c: {file: /etc/passwd}}')
    expect(outside.error).toMatchObject({ code: 'input', message: expect.stringMatching(/outside/) })
    const named = 'services: {web: {image: x, secrets: [key]}}\nsecrets: {key: {name: shop_key}}'
    expect((await linted(named)).error).toMatchObject({ code: 'input' })
    const given = await linted(named, { secrets: 'key=canary-Zx81' })
    expect(given.error).toBeUndefined()
    expect(JSON.stringify([given.annotations, given.outputs, given.lines])).not.toContain('canary')
  })

  test.each([
    [{ cluster: 'c' }, 'lint-only asks no swarm: leave cluster out'],
    [{ 'docker-host': 'ssh://a@b', plan: 'true' }, 'lint-only asks no swarm: leave docker-host and plan out'],
    [{ rollback: 'previous' }, 'lint-only asks no swarm: leave rollback out'],
    [{ 'lint-only': 'maybe' }, /^lint-only takes true or false/],
    [{ 'lint-only': 'false' }, 'give cluster or docker-host, to say which swarm']
  ])('with %j is refused', (given, fault) => {
    const said = faultOf('deploy-stack', deployStackForm, {
      stack: 's',
      'lint-only': 'true',
      ...given
    } as never)
    expect(said).toEqual(typeof fault === 'string' ? fault : expect.stringMatching(fault))
  })
})
