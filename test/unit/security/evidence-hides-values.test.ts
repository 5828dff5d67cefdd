import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { CANARIES, foundIn } from '../../support/canaries.ts'
import { frame, type Routes } from '../verify/builders.ts'
import { dbSpec, recordedRoutes, verdictOf, webSpec } from '../verify/kinds/recorded.ts'

const PORT = 8080

/** What a check says, and what it keeps. */
async function all(kind: string, said: object, routes: Routes, files: Record<string, string> = {}) {
  let kept = ''
  const verdict = await verdictOf(kind, said, { port: PORT, routes, files, keep: text => (kept += text) })
  return { verdict, text: kept + JSON.stringify(verdict), kept }
}

describe.each(CANARIES)('$shape', canary => {
  const { secret } = canary

  test.each([{ file: 'pw' }, { sha256: createHash('sha256').update(secret).digest('hex') }])(
    'as a secret’s content, compared by %j',
    async way => {
      const routes: Routes = { 'POST /exec/e-db/start': () => [frame(1, secret)] }
      const asked = { secret: 'db_password', services: ['db'], ...way }
      const { verdict, text, kept } = await all('secret', asked, routes, { pw: secret })
      expect(verdict.status).toBe('pass')
      expect(JSON.parse(kept)).toMatchObject({ evidence: { contents: [{ isRead: true, isWanted: true }] } })
      expect(foundIn(text, canary)).toEqual([])
    }
  )

  const web = () => {
    const spec = webSpec(PORT)
    const { ContainerSpec } = spec.TaskTemplate
    ContainerSpec.Env.push(`DB_PWD=${secret}`)
    ContainerSpec.Args.push(`-p${secret}`)
    ContainerSpec.Healthcheck.Test.push(secret)
    Object.assign(ContainerSpec, { Labels: { x: secret }, Command: [secret] })
    Object.assign(spec.Labels, { x: secret })
    Object.assign(spec.TaskTemplate, { LogDriver: { Name: 'x', Options: { token: secret } } })
    return spec
  }
  const routes: Routes = {
    'GET /services': () => [
      { ID: 's-web', Spec: web() },
      { ID: 's-db', Spec: dbSpec() }
    ],
    'GET /services/shop_web': () => ({ ID: 's-web', Spec: web() }),
    'GET /images/i1/json': () => ({
      ...(recordedRoutes(PORT)['GET /images/i1/json']?.({} as never) as object),
      Config: {
        Env: [`A=${secret}`],
        Labels: { x: secret },
        Cmd: [secret],
        Healthcheck: { Test: ['CMD', secret] }
      }
    })
  }

  test.each([
    'TaskTemplate',
    'TaskTemplate.ContainerSpec.Env',
    'TaskTemplate.ContainerSpec.Args[1]',
    'TaskTemplate.ContainerSpec.Healthcheck.Test[*]',
    'TaskTemplate.LogDriver',
    'Labels["x"]'
  ])('in a spec of which a suite asks for %s', async path => {
    for (const wanted of ['else', { exists: true }]) {
      const { text } = await all('service', { service: 'web', fields: { [path]: wanted } }, routes)
      expect(foundIn(text, canary)).toEqual([])
    }
  })

  test('in the configuration of an image', async () => {
    const config = { Env: 'x', 'Labels["x"]': 'y', Healthcheck: 'z' }
    const { text } = await all('image', { service: 'web', config }, routes)
    expect(foundIn(text, canary)).toEqual([])
  })

  test('in the history of an image, which a suite looks for', async () => {
    const history: Routes = { 'GET /images/i1/history': () => [{ CreatedBy: `RUN login ${secret}` }] }
    const { verdict, text } = await all(
      'image',
      { service: 'web', absent: ['RUN login'] },
      { ...routes, ...history }
    )
    expect(verdict.status).toBe('fail')
    expect(foundIn(text, canary)).toEqual([])
  })
})
