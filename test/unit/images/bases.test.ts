import { expect, test } from '@jest/globals'
import { ensureStandIns, planBases } from '../../../src/images/bases.ts'
import { STAND_INS, standInFor } from '../../../src/images/offline/stand-ins/catalogue.ts'

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`

test.each([
  ['php:8.4-cli-alpine', 'php'],
  ['php:8.3-cli', 'php'],
  ['docker.io/library/php', 'php'],
  ['redis:alpine', 'redis'],
  ['redis:7-alpine', 'redis'],
  ['alpine', 'alpine'],
  ['alpine:3.20', 'alpine'],
  ['google/cadvisor', 'cadvisor'],
  ['prom/prometheus:v2.53.0', 'prometheus'],
  ['docker:dind', 'docker'],
  ['registry:2', 'registry'],
  ['node:24-alpine', 'javascript'],
  ['python:3.13-slim', 'python'],
  ['debian:trixie-slim', 'debian']
])('%s is made as %s', (reference, name) => {
  expect(standInFor(reference)?.name).toBe(name)
})

test.each(['nginx', 'me/redis', '10.0.0.1:5000/library/redis', 'ghcr.example/redis', `redis@${DIGEST}`])(
  'nothing stands in for %s',
  reference => {
    expect(standInFor(reference)).toBeUndefined()
  }
)

test('no two definitions claim one name', () => {
  const names = STAND_INS.flatMap(({ repositories }) => repositories)
  expect(new Set(names).size).toBe(names.length)
})

test('a plan sorts the references and names each once', () => {
  expect(planBases(['redis', 'nginx', 'redis', 'alpine'])).toEqual({
    standIns: ['redis', 'alpine'],
    unavailable: ['nginx']
  })
})

test('an image that cannot be had is named before anything is made', async () => {
  const never = () => {
    throw new Error('no effect may happen')
  }
  const fx = {
    exec: never,
    clock: { now: never, sleep: never },
    log: { info: never, debug: never, warn: never, step: never }
  }
  await expect(
    ensureStandIns({ references: ['redis', 'nginx:1'], suite: 'trixie', cacheDir: '/nonexistent' }, fx)
  ).rejects.toMatchObject({ code: 'not-found', message: 'no stand-in for nginx:1' })
})
