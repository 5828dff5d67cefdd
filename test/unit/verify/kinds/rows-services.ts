import { EngineAnswerError } from '../../../../src/docker/client.ts'
import { frame, type Routes } from '../builders.ts'
import { PASSWORD } from './recorded.ts'
import { LOST, type Row, row } from './rows.ts'

const INSIDE = { url: 'http://db:80/x', from: 'web' }
const says = (text: string): Routes => ({ 'POST /exec/e-web1/start': () => [frame(1, text)] })

export const SERVICE_ROWS: Row[] = [
  row('three nodes', 'nodes', { count: 3, managers: 1 }, 'pass', /3 nodes/),
  row('four nodes', 'nodes', { count: 4 }, 'fail', /^3 nodes/),
  row(
    'a label on one node',
    'nodes',
    { labels: [{ label: 'data', value: 'persistent', count: 1 }] },
    'pass',
    /3 nodes/
  ),
  row('a label on none', 'nodes', { labels: [{ label: 'gpu' }] }, 'fail', /0 nodes with the label gpu/),
  row('a manager to spare', 'nodes', { survives: 1 }, 'fail', /0 may be lost/),
  row(
    'fields of the spec',
    'service',
    {
      service: 'web',
      replicas: 2,
      running: 2,
      mode: 'replicated',
      networks: ['default'],
      fields: { 'UpdateConfig.Order': 'start-first', 'TaskTemplate.ContainerSpec.Args[0]': { matches: '^s' } }
    },
    'pass',
    /replicas is 2/
  ),
  row(
    'another field',
    'service',
    { service: 'web', fields: { 'UpdateConfig.Parallelism': { lte: 0 } } },
    'fail',
    /UpdateConfig.Parallelism is 1/
  ),
  row(
    'a secret by its stack name',
    'service',
    { service: 'db', secrets: ['db_password'], published: [] },
    'pass',
    /db_password/
  ),
  row(
    'a service that is not there',
    'service',
    { service: 'absent', replicas: 1 },
    'fail',
    /no service absent/
  ),
  row('a service compared with nothing', 'service', { service: 'web' }, 'inconclusive', /compares nothing/),
  row('a lost engine', 'service', { service: 'web', replicas: 2 }, 'inconclusive', /does not answer/, LOST),
  row(
    'tasks on workers',
    'placement',
    { service: 'web', role: 'worker', spread: 2, most: 1 },
    'pass',
    /on worker1.*on worker2/
  ),
  row(
    'tasks elsewhere',
    'placement',
    { service: 'web', labels: { data: 'persistent' } },
    'fail',
    /worker2 has not the label/
  ),
  row('no task', 'placement', { service: 'web' }, 'fail', /no task of web runs/, { 'GET /tasks': () => [] }),
  row('a page', 'http', { body: { contains: 'backend server' } }, 'pass', /3 of 3 nodes/),
  row('another status', 'http', { status: 404 }, 'fail', /manager1: status is 200/),
  row('a header', 'http', { headers: { 'X-None': { exists: true } } }, 'fail', /header x-none is nothing/),
  row('JSON that is none', 'http', { json: { a: 1 } }, 'fail', /json a is nothing/),
  row(
    'a page from inside',
    'http',
    { ...INSIDE, status: 404, headers: { 'X-A': 'b' } },
    'pass',
    /^http:\/\/db:80\/x from web: status is 404/,
    says('HTTP/1.1 404 Not Found\r\nX-A: b\r\n\r\nnothing here')
  ),
  row(
    'another text from inside',
    'http',
    { ...INSIDE, body: 'no' },
    'fail',
    /body is “yes”/,
    says('HTTP/1.1 200 OK\n\nyes')
  ),
  row('nobody inside', 'http', INSIDE, 'fail', /unreachable: .*ended with 0/, says('')),
  row(
    'nobody who could ask',
    'http',
    { ...INSIDE, from: 'absent' },
    'inconclusive',
    /no task of absent runs/
  ),
  row('a closed port', 'http', { port: 1 }, 'fail', /refused/),
  row(
    'the mesh',
    'routing-mesh',
    { service: 'web', requests: 10 },
    'pass',
    /30 requests to 3 nodes.*manager1 without a task/
  ),
  row(
    'the counter',
    'counter',
    { service: 'web', requests: 10, idle: '2s' },
    'pass',
    /rose by 30.*by 0 in 2 s/
  ),
  row('a load', 'load', { rate: 200, duration: '100ms' }, 'pass', /^0 of 20 requests failed/),
  row('a load on a closed port', 'load', { port: 1, rate: 200, duration: '100ms' }, 'fail', /^20 of 20/),
  row('a load on nobody', 'load', {}, 'inconclusive', /does not answer/, LOST),
  row(
    'a program',
    'exec',
    { service: 'web', command: ['cat', 'x'], tasks: 'every', stdout: PASSWORD },
    'pass',
    /worker1, worker2/
  ),
  row(
    'a program’s other output',
    'exec',
    { service: 'web', command: ['cat', 'x'], stdout: 'no' },
    'fail',
    /on worker1: output is/
  ),
  row('an exit status', 'exec', { service: 'web', command: ['x'] }, 'fail', /exit status is 3/, {
    'GET /exec/e-web1/json': () => ({ Running: false, ExitCode: 3 })
  }),
  row('a program that is not there', 'exec', { service: 'web', command: ['x'] }, 'fail', /did not start/, {
    'POST /exec/e-web1/start': () => {
      throw new EngineAnswerError(400, 'executable file not found')
    }
  })
]
