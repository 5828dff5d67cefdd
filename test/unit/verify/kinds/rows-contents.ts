import { EngineAnswerError } from '../../../../src/docker/client.ts'
import { frame, type Routes } from '../builders.ts'
import { dbSpec, PASSWORD } from './recorded.ts'
import { type Row, row, withWeb } from './rows.ts'

const SHA = '0'.repeat(64)

/** A Prometheus that is asked for its metrics, and then for its targets. */
const metricsThen = (target: object): Routes => {
  let asked = 0
  const list = JSON.stringify({ data: { activeTargets: [target] } })
  return { 'POST /exec/e-web1/start': () => [frame(1, asked++ === 0 ? 'up 1\n' : list)] }
}

export const CONTENT_ROWS: Row[] = [
  row(
    'the secret',
    'secret',
    { secret: 'db_password', services: ['db'], mode: '0444', file: 'pw' },
    'pass',
    /shown nowhere/
  ),
  row(
    'another content',
    'secret',
    { secret: 'db_password', services: ['db'], sha256: SHA },
    'fail',
    /another content/
  ),
  row(
    'a content that is not that of the file',
    'secret',
    { secret: 'db_password', services: ['db'], file: 'other' },
    'fail',
    /another content/
  ),
  row(
    'a secret that a service without replicas mounts, too',
    'secret',
    { secret: 'db_password', services: ['db', 'web'] },
    'pass',
    /db:db_password, web:db_password|web:db_password, db:db_password/,
    withWeb(spec => {
      const { Secrets } = dbSpec().TaskTemplate.ContainerSpec
      Object.assign(spec.TaskTemplate.ContainerSpec, { Secrets })
      spec.Mode.Replicated.Replicas = 0
    })
  ),
  row(
    'a secret that is not mounted',
    'secret',
    { secret: 'db_password', services: ['db', 'web'] },
    'fail',
    /web does not mount it/
  ),
  row(
    'a secret that another has',
    'secret',
    { secret: 'db_password', services: ['web'] },
    'fail',
    /web does not mount it/
  ),
  row(
    'another mode',
    'secret',
    { secret: 'db_password', services: ['db'], mode: '0400' },
    'fail',
    /mode is 0444, not 0400/
  ),
  row(
    'a secret in the environment',
    'secret',
    { secret: 'db_password', services: ['db'] },
    'fail',
    /the environment of web/,
    withWeb(s => s.TaskTemplate.ContainerSpec.Env.push(`P=${PASSWORD}`))
  ),
  row(
    'a secret in the command',
    'secret',
    { secret: 'db_password', services: ['db'] },
    'fail',
    /the command of web/,
    withWeb(s => s.TaskTemplate.ContainerSpec.Args.push(PASSWORD))
  ),
  row(
    'a secret in a label',
    'secret',
    { secret: 'db_password', services: ['db'] },
    'fail',
    /the labels of web/,
    withWeb(s => Object.assign(s.Labels, { pw: Buffer.from(PASSWORD).toString('base64') }))
  ),
  row('a secret in a log', 'secret', { secret: 'db_password', services: ['db'] }, 'fail', /the log of web/, {
    'GET /services/s-web/logs': () => [frame(1, `password ${PASSWORD}\n`)]
  }),
  row(
    'a secret in an image',
    'secret',
    { secret: 'db_password', services: ['db'] },
    'fail',
    /the image of (db|web)/,
    { 'GET /images/i1/history': () => [{ CreatedBy: `RUN echo ${PASSWORD}` }] }
  ),
  row(
    'a secret that cannot be read',
    'secret',
    { secret: 'db_password', services: ['db'] },
    'inconclusive',
    /ended with 1/,
    { 'GET /exec/e-db/json': () => ({ Running: false, ExitCode: 1 }) }
  ),
  row(
    'lines of a log',
    'logs',
    { service: 'web', present: ['^listening'], absent: ['ERROR'] },
    'pass',
    /2 lines/
  ),
  row(
    'a line that is missing',
    'logs',
    { service: 'web', present: ['started'], within: '3s' },
    'fail',
    /\/started\/ is not there/
  ),
  row('a line too many', 'logs', { service: 'web', absent: ['rea.y'] }, 'fail', /is there: ready/),
  row('an empty log', 'logs', { service: 'web', absent: ['x'] }, 'inconclusive', /no lines/, {
    'GET /services/s-web/logs': () => []
  }),
  row(
    'an expression without an end',
    'logs',
    { service: 'web', absent: ['^(a+)+$'] },
    'inconclusive',
    /takes too long/,
    { 'GET /services/s-web/logs': () => [frame(1, `${'a'.repeat(50)}!\n`)] }
  ),
  row(
    'the image',
    'image',
    {
      service: 'web',
      pinned: true,
      registry: true,
      healthcheck: true,
      layers: { lte: 2 },
      config: { 'Labels["x.y"]': 'z' },
      absent: ['password']
    },
    'pass',
    /layers is 2/
  ),
  row(
    'an image without a digest',
    'image',
    { service: 'db', pinned: true },
    'fail',
    /pinned by digest is false/
  ),
  row(
    'a history',
    'image',
    { service: 'web', absent: ['COPY'] },
    'fail',
    /its history has what .COPY. matches/
  ),
  row('nothing asked of an image', 'image', { service: 'web' }, 'inconclusive', /nothing was compared/),
  row(
    'a registry that lacks it',
    'image',
    { service: 'web', registry: true },
    'fail',
    /in its registry is false/,
    {
      'GET /distribution/shop/web:1/json': () => {
        throw new EngineAnswerError(404, 'no')
      }
    }
  ),
  row(
    'a registry that does not say',
    'image',
    { service: 'web', registry: true },
    'inconclusive',
    /did not say/,
    {
      'GET /distribution/shop/web:1/json': () => {
        throw new EngineAnswerError(401, 'no')
      }
    }
  ),
  row('metrics that are none', 'metrics', { port: 1 }, 'fail', /refused/),
  row(
    'a target that is down',
    'metrics',
    { url: 'http://x:1/m', from: 'web', targets: [{ job: 'cadvisor' }] },
    'fail',
    /target c:1 of job cadvisor is down: refused/,
    metricsThen({ labels: { job: 'cadvisor', instance: 'c:1' }, health: 'down', lastError: 'refused' })
  ),
  row(
    'a target that is up',
    'metrics',
    { url: 'http://x:1/m', from: 'web', targets: [{ job: 'cadvisor' }] },
    'pass',
    /1 target, all up/,
    metricsThen({ labels: { job: 'cadvisor' }, health: 'up' })
  ),
  row('a text without metrics', 'metrics', { url: 'http://x:1/m', from: 'web' }, 'fail', /no metric in it/),
  row(
    'metrics',
    'metrics',
    { url: 'http://x:1/m', from: 'web', metrics: [{ name: 'up', value: 1 }] },
    'pass',
    /1 sample/,
    { 'POST /exec/e-web1/start': () => [frame(1, '# HELP up x\nup{job="a"} 1\n')] }
  ),
  row(
    'a metric that stays',
    'metrics',
    { url: 'http://x:1/m', from: 'web', metrics: [{ name: 'up', moves: true }] },
    'fail',
    /up stays at 1/,
    { 'POST /exec/e-web1/start': () => [frame(1, 'up 1\n')] }
  ),
  row(
    'all rules of security',
    'security',
    {
      rules: [
        'engine-port',
        'engine-socket',
        'capabilities',
        'published-ports',
        'passwords-in-environment',
        'memory-limits',
        'autolock',
        'certificates',
        'encrypted-networks'
      ]
    },
    'pass',
    /9 rules over 2 services/
  ),
  row(
    'a password in the environment',
    'security',
    { rules: ['passwords-in-environment'] },
    'fail',
    /web has DB_PASSWORD in its environment/,
    withWeb(s => s.TaskTemplate.ContainerSpec.Env.push('DB_PASSWORD=x'))
  ),
  row(
    'a socket',
    'security',
    { rules: ['engine-socket'] },
    'fail',
    /mounts \/var\/run\/docker.sock/,
    withWeb(s =>
      Object.assign(s.TaskTemplate.ContainerSpec, { Mounts: [{ Source: '/var/run/docker.sock' }] })
    )
  ),
  row(
    'an excepted socket',
    'security',
    { rules: ['engine-socket'], except: [{ rule: 'engine-socket', services: ['web'] }] },
    'pass',
    /1 rules/,
    withWeb(s => Object.assign(s.TaskTemplate.ContainerSpec, { Mounts: [{ Source: '/' }] }))
  ),
  row(
    'images by tag',
    'security',
    { rules: ['pinned-images'] },
    'fail',
    /db runs shop\/db:1, without a digest/
  )
]
