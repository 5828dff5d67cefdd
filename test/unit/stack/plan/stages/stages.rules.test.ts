import { describe, expect, test } from '@jest/globals'
import { partOfModel } from '../../../../../src/stack/plan/stages/part-of-model.rules.ts'
import { withOneTry } from '../../../../../src/stack/plan/stages/run-jobs.rules.ts'
import { stagesOf } from '../../../../../src/stack/plan/stages/stages.rules.ts'

const at = (stage: string) => ({ deploy: { labels: { 'io.swarmline.stage': stage } } })
const shown = (services: Record<string, object>, named?: Record<string, string>) =>
  stagesOf({ services }, named).map(stage => `${stage.name}: ${stage.services.join(' ')}`)

const job = { deploy: { mode: 'replicated-job' } }
const oneShot = { deploy: { restart_policy: { condition: 'none' } } }

describe('stages', () => {
  test('nobody names one: all at once, jobs included', () => {
    expect(shown({ web: {}, job })).toEqual(['all: web job'])
  })
  test('one is named: jobs and one-shots come first, the rest comes last', () => {
    expect(shown({ web: {}, redis: at('1'), oneShot, job, api: {} })).toEqual([
      'jobs: oneShot job',
      '1: redis',
      'rest: web api'
    ])
  })
  test('a job may name its stage', () => {
    const named = { deploy: { ...job.deploy, labels: ['io.swarmline.stage=2'] } }
    expect(shown({ redis: at('1'), named, web: at('3') })).toEqual(['1: redis', '2: named', '3: web'])
  })
  test('numbers in names count as numbers', () => {
    expect(shown({ a: at('10'), b: at('2-app'), c: at('2'), d: at('1-data'), e: at('2') })).toEqual([
      '1-data: d',
      '2: c e',
      '2-app: b',
      '10: a'
    ])
  })
  test('the input counts more than the label, the label of the service more than that of its containers', () => {
    const both = { ...at('2'), labels: { 'io.swarmline.stage': '9' } }
    expect(shown({ both, a: at('1'), b: { labels: ['io.swarmline.stage=3'] } }, { a: '4' })).toEqual([
      '2: both',
      '3: b',
      '4: a'
    ])
  })
  test('faults are told at once', () => {
    expect(() => stagesOf({ services: { a: at(''), b: at('x y'), c: at('rest') } })).toThrow(
      'service a: "" is no name of a stage; service b: "x y" is no name of a stage; service c: rest is the stage'
    )
    expect(() => stagesOf({ services: { redis: {} } }, { reddis: '1', zzzzzz: '2' })).toThrow(
      'stages name reddis, which the stack does not have: is it redis?; stages name zzzzzz'
    )
  })
})

describe('jobs before and after', () => {
  const run = (when: string, stage?: string, more: object = job.deploy) => ({
    deploy: {
      ...more,
      labels: { 'io.swarmline.job': when, ...(stage === undefined ? {} : { 'io.swarmline.stage': stage }) }
    }
  })
  test('the deploy are stages of their own, and the rest is as without them', () => {
    expect(stagesOf({ services: { web: {}, clean: run('after'), job, migrate: run('before') } })).toEqual([
      { name: 'before the deploy', services: ['migrate'], run: 'before' },
      { name: 'all', services: ['web', 'job'] },
      { name: 'after the deploy', services: ['clean'], run: 'after' }
    ])
  })
  test('a stage run right before and after it', () => {
    const services = {
      db: at('1'),
      migrate: run('before', '2'),
      seed: run('after', '1'),
      app: at('2'),
      web: {}
    }
    expect(shown(services)).toEqual(['1: db', 'after 1: seed', 'before 2: migrate', '2: app', 'rest: web'])
    expect(shown({ ...services, early: run('before') }, { early: '2' })).toContain('before 2: migrate early')
  })
  test('what cannot run so is said with the way out, all at once', () => {
    const services = { a: run('first'), b: run('before', undefined, {}), c: run('after', '9'), d: at('1') }
    expect(() => stagesOf({ services })).toThrow(
      'service a: io.swarmline.job is "first"; service b runs before the deploy and never ends; ' +
        'service c: no service is in stage "9"'
    )
  })
  test('have one try, unless their own policy gives them more', () => {
    const own = run('before', undefined, { ...job.deploy, restart_policy: { condition: 'on-failure' } })
    const { services } = withOneTry({ services: { web: {}, migrate: run('before'), own, job } })
    expect(services).toMatchObject({
      migrate: { deploy: { ...job.deploy, restart_policy: { condition: 'none' } } },
      own,
      job
    })
    expect(services).toMatchObject({ web: {} })
  })
})

describe('the model of a stage', () => {
  const model = {
    version: '3.8',
    services: {
      web: {
        image: 'web',
        networks: { front: {}, back: null },
        volumes: ['cache:/c', '/etc/x:/x:ro', '/anonymous', { type: 'volume', source: 'data', target: '/d' }],
        secrets: ['a', { source: 'b', target: 'x' }],
        configs: [{ source: 'c' }]
      },
      db: { image: 'db', networks: ['back'], volumes: ['db:/db'] },
      lone: { image: 'x', credential_spec: { config: 'cred' } }
    },
    networks: { front: {}, back: { internal: true }, default: { attachable: true }, other: {} },
    volumes: { cache: null, data: {}, db: {} },
    secrets: { a: {}, b: {}, z: {} },
    configs: { c: {}, cred: {}, z: {} }
  }
  test('has the services of the stage and what they use', () => {
    expect(partOfModel(model, ['web'])).toEqual({
      version: '3.8',
      services: { web: model.services.web },
      networks: { front: {}, back: { internal: true } },
      volumes: { cache: null, data: {} },
      secrets: { a: {}, b: {} },
      configs: { c: {} }
    })
    expect(partOfModel(model, ['lone'])).toEqual({
      version: '3.8',
      services: { lone: model.services.lone },
      networks: { default: { attachable: true } },
      configs: { cred: {} }
    })
  })
  test('all stages together are the whole model', () => {
    const parts = ['web', 'db', 'lone'].map(name => partOfModel(model, [name]).services)
    expect(Object.assign({}, ...parts)).toEqual(model.services)
  })
})
