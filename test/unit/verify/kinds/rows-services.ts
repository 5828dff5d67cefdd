import { EngineAnswerError } from '../../../../src/docker/client.ts'
import { apiNode, frame, type Routes } from '../builders.ts'
import { PASSWORD } from './recorded.ts'
import { LOST, type Row, row, withWeb } from './rows.ts'

const INSIDE = { url: 'http://db:80/x', from: 'web' }
/** One of three nodes takes no tasks. */
const drained = (state: 'ready' | 'down'): Routes => {
  const { Spec, Status, ...node } = apiNode('worker2')
  const away = { ...node, Spec: { ...Spec, Availability: 'drain' }, Status: { ...Status, State: state } }
  return { 'GET /nodes': () => [apiNode('manager1'), apiNode('worker1'), away] }
}
const says = (text: string): Routes => ({ 'POST /exec/e-web1/start': () => [frame(1, text)] })

export const SERVICE_ROWS: Row[] = [
  row('three nodes', 'nodes', { count: 3, managers: 1 }, 'pass', /3 nodes/),
  row('four nodes', 'nodes', { count: 4 }, 'fail', /^3 nodes/),
  row('a drained node', 'nodes', {}, 'fail', /^worker2 is ready and drain$/, drained('ready')),
  row(
    'a node that may be drained',
    'nodes',
    { idle: ['worker2'] },
    'pass',
    /2 ready|3 ready/,
    drained('ready')
  ),
  row(
    'such a node that is down',
    'nodes',
    { idle: ['worker2'] },
    'fail',
    /^worker2 is down/,
    drained('down')
  ),
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
    'a network of another stack',
    'service',
    { service: 'web', networks: ['default', 'shared'] },
    'pass',
    /networks is “default, shared”/,
    {
      ...withWeb(spec => void spec.TaskTemplate.Networks.push({ Target: 'net2' })),
      'GET /networks': ({ query }) => [
        { Id: 'net1', Name: 'shop_default', Driver: 'overlay' },
        ...(query?.filters ? [] : [{ Id: 'net2', Name: 'shared', Driver: 'overlay' }])
      ]
    }
  ),
  row(
    'the node’s own network, which no list has',
    'service',
    { service: 'web', networks: ['default', 'host'] },
    'pass',
    /networks is “default, host”/,
    {
      ...withWeb(spec => void spec.TaskTemplate.Networks.push({ Target: 'net9' })),
      'GET /networks/net9': () => ({ Id: 'net9', Name: 'host', Driver: 'host' })
    }
  ),
  row('configs', 'service', { service: 'web', configs: [] }, 'pass', /configs is “none”/),
  row(
    'a spec of which no deploy is on record',
    'service',
    { service: 'web', deployed: true },
    'inconclusive',
    /^no deploy of web with Swarmline is on record$/
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
    /worker2 lacks the label/
  ),
  row(
    'tasks where constraints are met',
    'placement',
    { service: 'web', constraints: ['node.role != manager', 'node.platform.os == linux'] },
    'pass',
    /on worker1.*on worker2/
  ),
  row(
    'tasks where a constraint is not met',
    'placement',
    { service: 'web', constraints: ['node.hostname == worker1'] },
    'fail',
    /^worker2 does not meet node.hostname == worker1$/
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
