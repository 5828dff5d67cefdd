import { describe, expect, test } from '@jest/globals'
import { knownImage } from '../../../../src/stack/lint/known-image.rules.ts'
import { lintAgain } from '../../../../src/stack/lint/lint-again.rules.ts'
import { inspectStack } from '../../../../src/stack/lint/load.ts'
import { stackFolder } from '../../../support/stack-folder.ts'

describe('what an image says of itself', () => {
  test.each([
    [{ Test: ['CMD', 'true'] }, true],
    [{ Test: ['CMD-SHELL', 'curl -f localhost'] }, true],
    [{ Test: ['NONE'] }, false],
    [{ Test: [] }, false],
    [{}, false],
    [null, false],
    [undefined, false],
    ['CMD true', false]
  ])('HEALTHCHECK %j: %s', (Healthcheck, isThere) => {
    expect(knownImage({ Healthcheck }).hasHealthcheck).toBe(isThere)
  })

  test('the words of process 1, its stop signal and its user; without them what an engine makes of nothing', () => {
    expect(
      knownImage({ Entrypoint: ['/entry'], Cmd: ['php', '-a'], StopSignal: 'SIGINT', User: 'www' })
    ).toMatchObject({
      entrypoint: ['/entry'],
      command: ['/entry', 'php', '-a'],
      stopSignal: 'SIGINT',
      user: 'www'
    })
    const nothing = { entrypoint: [], command: [], stopSignal: 'SIGTERM', user: '' }
    expect(knownImage({ Entrypoint: null, Cmd: null, StopSignal: '' })).toMatchObject(nothing)
    expect(knownImage({ Entrypoint: 'x', Cmd: [1, null], StopSignal: 9, User: {} })).toMatchObject(nothing)
  })
})

describe('linting again', () => {
  const text = `services:
  web: # swarmline: ignore no-memory-limit
    image: web:1
    ports: ["80:80"]
    container_name: x
  api:
    image: api:1
    command: [php, server.php]
`
  const rules = async (images: Parameters<typeof lintAgain>[1]) => {
    const folder = stackFolder()
    try {
      const plan = await folder.load(text)
      return lintAgain(plan, images).map(({ rule, line }) => `${rule}:${line}`)
    } finally {
      folder.remove()
    }
  }

  test('with nothing known finds what was found', async () => {
    expect(await rules({})).toEqual([
      'published-without-healthcheck:4',
      'ignored-key:5',
      'no-memory-limit:6',
      'no-stop-signal:8'
    ])
  })

  test('with an image that is healthy by itself finds the rest, in its order, silenced as before', async () => {
    expect(await rules({ 'web:1': knownImage({ Healthcheck: { Test: ['CMD', 'true'] } }) })).toEqual([
      'ignored-key:5',
      'no-memory-limit:6',
      'no-stop-signal:8'
    ])
  })

  test('with an image whose process 1 does not heed SIGTERM finds more', async () => {
    const deaf = knownImage({ Healthcheck: { Test: ['CMD', 'true'] }, Cmd: ['sleep', '1000'] })
    expect(await rules({ 'web:1': deaf })).toContain('no-stop-signal:2')
  })

  test('with an entrypoint of the image’s before the command finds no php as process 1', async () => {
    expect(await rules({ 'api:1': knownImage({ Entrypoint: ['/usr/bin/tini', '--'] }) })).not.toContain(
      'no-stop-signal:8'
    )
    expect(await rules({ 'api:1': knownImage({ StopSignal: 'SIGINT' }) })).not.toContain('no-stop-signal:8')
    expect(await rules({ 'api:1': knownImage({}) })).toContain('no-stop-signal:8')
  })

  test('a plan that came from no files stays as it is', async () => {
    const findings = (await inspectOne()).findings
    expect(lintAgain({ model: {}, findings }, { 'x:1': {} })).toBe(findings)
  })

  async function inspectOne() {
    const folder = stackFolder()
    try {
      await folder.load('services: {web: {image: "x:1"}}')
      return await inspectStack({ composeFiles: [`${folder.path}/stack0.yml`], variables: {} })
    } finally {
      folder.remove()
    }
  }
})

test('what is said of several services alike is said once, with their names', async () => {
  const folder = stackFolder()
  try {
    const { findings } = await folder.load(`services:
  web: {image: "x:1", container_name: a}
  api: {image: "x:1", container_name: b}
  db: # swarmline: ignore no-memory-limit
    image: x:1
`)
    expect(
      findings.map(({ rule, service, text }) => [rule, service, /the same goes for (.*)/.exec(text)?.[1]])
    ).toEqual([
      ['ignored-key', 'web', 'api'],
      ['no-memory-limit', 'web', 'api']
    ])
    const again = lintAgain(
      { ...(await folder.load('services: {a: {image: "x:1"}, b: {image: "x:1"}}')) },
      { 'x:1': knownImage({}) }
    )
    expect(again.map(({ rule }) => rule)).toEqual(['no-memory-limit'])
  } finally {
    folder.remove()
  }
})
