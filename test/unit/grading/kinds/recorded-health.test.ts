import { beforeEach, describe, expect, test } from '@jest/globals'
import type { RequestOptions } from '../../../../src/docker/client.ts'
import { SwarmlineError } from '../../../../src/errors.ts'
import type { Routes } from '../../verify/builders.ts'
import { withWeb } from '../../verify/kinds/rows.ts'
import { judged, lost, refuse } from './judged.ts'

describe('healthcheck', () => {
  const made: RequestOptions[] = []
  const gone: string[] = []
  const routes = (beside: number, alone: number, more: Routes = {}): Routes => ({
    'POST /containers/create': options => {
      made.push(options)
      return { Id: 'h1' }
    },
    'POST /containers/h1/start': () => undefined,
    'POST /containers/h1/wait': () => ({ StatusCode: alone }),
    'DELETE /containers/h1': () => void gone.push('h1'),
    'GET /exec/e-web1/json': () => ({ Running: false, ExitCode: beside }),
    ...more
  })
  beforeEach(() => {
    made.length = 0
    gone.length = 0
  })
  const look = (more: Routes, tested = true) => judged('healthcheck', { service: 'web', tested }, more)

  test('is tried beside the server, and alone in a container that can do nothing and is taken away', async () => {
    expect(await look(routes(0, 7))).toMatchObject({
      status: 'pass',
      observed: 'CMD true: 0 beside the server, 7 without'
    })
    expect(made).toEqual([
      expect.objectContaining({
        body: expect.objectContaining({
          Image: 'i1',
          Entrypoint: ['true'],
          Cmd: [],
          HostConfig: expect.objectContaining({
            ...{ NetworkMode: 'none', PidsLimit: 64, CapDrop: ['ALL'], SecurityOpt: ['no-new-privileges'] }
          })
        })
      })
    ])
    expect(gone).toEqual(['h1'])
  })

  test.each([
    ['that always succeeds', routes(0, 0), 'fail', /it succeeds also where no server runs/],
    ['that fails beside its server', routes(1, 1), 'fail', /beside the server it ends with 1/],
    [
      'whose program the image lacks',
      routes(0, 1, { [`POST /containers/${'a'.repeat(64)}/exec`]: refuse(400) }),
      'fail',
      /it cannot run: status 400/
    ],
    [
      'that cannot be started alone',
      routes(0, 1, { 'POST /containers/h1/start': refuse(400) }),
      'pass',
      /not started without/
    ],
    [
      'while the engine is lost',
      routes(0, 1, { 'POST /containers/create': lost }),
      'inconclusive',
      /does not answer/
    ]
  ])('one %s', async (_what, more, status, words) => {
    expect(await look(more as Routes)).toMatchObject({ status, observed: expect.stringMatching(words) })
  })

  test.each([
    ['an engine that fails', refuse(500), 'inconclusive'],
    ['a program that is not there', refuse(404), 'pass']
  ])('alone, with %s', async (_what, start, status) => {
    expect(await look(routes(0, 1, { 'POST /containers/h1/start': start }))).toMatchObject({ status })
  })

  test('has the environment of the service, also alone', async () => {
    await look(routes(0, 1))
    expect(made[0]).toMatchObject({
      body: { Env: ['MODE=production', 'DB_PASSWORD_FILE=/run/secrets/db_password'] }
    })
  })

  test('that does not end beside its server says nothing', async () => {
    const slow = {
      'POST /exec/e-web1/start': () => {
        throw new SwarmlineError('timed-out', 'it did not finish')
      }
    }
    expect(await look(routes(0, 1, slow))).toMatchObject({ status: 'inconclusive' })
  })

  test('is taken away also when the engine fails on the way', async () => {
    await look(routes(0, 0, { 'POST /containers/h1/wait': lost }))
    expect(gone).toEqual(['h1'])
  })

  const withTest = (Test: string[]) =>
    withWeb(spec => {
      spec.TaskTemplate.ContainerSpec.Healthcheck = { Test, Interval: 5e9 }
    })
  test('of the service counts more than that of the image', async () => {
    expect(await look({ ...routes(0, 1), ...withTest(['CMD-SHELL', 'wget x']) })).toMatchObject({
      observed: expect.stringMatching(/^CMD-SHELL wget x/)
    })
    expect(made[0]).toMatchObject({ body: { Entrypoint: ['/bin/sh'], Cmd: ['-c', 'wget x'] } })
  })
  test('can be switched off by the service', async () => {
    expect(await look({ ...routes(0, 1), ...withTest(['NONE']) })).toMatchObject({
      status: 'fail',
      observed: 'it has none'
    })
  })
  test('can be looked for without being tried', async () => {
    expect(await look(withTest(['CMD', 'x']), false)).toMatchObject({ status: 'pass', observed: 'CMD x' })
    expect(made).toEqual([])
  })
  test('of a service that is not there', async () => {
    expect(await judged('healthcheck', { service: 'absent' })).toMatchObject({
      status: 'fail',
      observed: 'there is no service absent'
    })
  })
})
