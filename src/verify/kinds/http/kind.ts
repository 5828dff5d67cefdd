import * as z from 'zod'
import { parsePath } from '../../judging/field.rules.ts'
import { defineKind } from '../../kind.ts'
import { exchange } from '../../looking/http.ts'
import { exchangeInside } from '../../looking/http-inside.ts'
import { taskDoors } from '../../looking/in-task.ts'
import { publishingNodes } from '../../looking/publishing-nodes.ts'
import { duration } from '../../suite/duration.ts'
import { amount, port, serviceName, wanted } from '../../suite/wanted.ts'
import type { World, WorldNode } from '../../world.ts'
import { type HttpEvidence, httpExpected, judgeHttp, type NodeAnswer } from './judge.ts'

const headerName = z.string().regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/, 'takes a header’s name')

const params = z.strictObject({
  port: port().default(80).describe('Published port.'),
  url: z
    .string()
    .regex(/^http:\/\/[a-zA-Z0-9._-]+(?::\d{1,5})?\/[\x21-\x7e]{0,500}$/, 'takes http://HOST:PORT/PATH')
    .optional()
    .describe('Instead of port and path: an address within the stack’s networks, asked by GET.'),
  from: serviceName().optional().describe('For url: the service in whose container curl, php or wget asks.'),
  path: z
    .string()
    .regex(/^\/[\x21-\x7e]{0,2000}$/, 'takes a path that begins with /')
    .default('/')
    .describe('Path and query of the request.'),
  method: z
    .enum(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'])
    .default('GET')
    .describe('Method of the request.'),
  send: z
    .record(headerName, z.string().regex(/^[\x20-\x7e]{0,2000}$/, 'takes printable ASCII'))
    .default({})
    .describe('Headers of the request.'),
  status: amount().default(200).describe('Status of the answer.'),
  headers: z.record(headerName, wanted()).default({}).describe('Headers of the answer.'),
  body: wanted().optional().describe('The answer’s text.'),
  json: z
    .record(
      z.string().refine(path => parsePath(path) !== undefined, 'takes a path such as items[0].name'),
      wanted()
    )
    .default({})
    .describe('Values in the answer’s JSON, by their paths.'),
  timeout: duration().prefault('15s').describe('For each request.')
})

export const http = defineKind({
  name: 'http',
  explanation:
    'Sends one request to a published port of every node (of a host-mode port, and without a routing mesh: of every ' +
    'node with a task) and compares status, headers, text and JSON of each answer. Fails when a node does not answer ' +
    'or answers something else. With `url:` and `from:` a service’s container asks instead. Redirects are not followed and nothing is tried twice.',
  example: `- kind: http
  port: 80
  path: /healthz
  status: 200
  headers: { content-type: { contains: text/plain } }
  body: { contains: ok }`,
  isDisturbing: false,
  visits: 'makes',
  params,
  faultOf: ({ url, from, method, send }) => {
    if ((url === undefined) !== (from === undefined)) return 'http takes url and from together'
    const isPlain = method === 'GET' && Object.keys(send).length === 0
    return url === undefined || isPlain ? undefined : 'http with url takes neither method nor send'
  },
  expected: httpExpected,
  gather: (asked, world) => gather(asked, world),
  judge: judgeHttp
})

async function gather(asked: z.output<typeof params>, world: World): Promise<HttpEvidence> {
  const { url, from } = asked
  if (url !== undefined && from !== undefined) {
    const doors = await taskDoors(from, world)
    const [door] = doors.toSorted((a, b) => Number(!a.at?.engine) - Number(!b.at?.engine))
    const nobody = { kind: 'unknown', detail: `no task of ${from} runs that could ask` } as const
    const seen = door ? await world.turns.visit(() => exchangeInside(door, url, world)) : nobody
    return { publishers: [], nodes: [{ node: `${url} from ${from}`, seen }] }
  }
  const { publishers, nodes } = await publishingNodes(world, asked.port)
  const { path, method, send, timeout } = asked
  const ask = async (node: WorldNode) => {
    const target = await world.endpointOf(node, asked.port)
    const options = { path, method, headers: send, timeoutMs: timeout, signal: world.signal }
    const seen = await exchange(target, options)
    return { node: node.name, seen: seen.kind === 'answer' ? plainAnswer(seen) : seen }
  }
  const answers = await world.turns.visit(() => Promise.all(nodes.map(ask)))
  return { publishers, nodes: answers }
}

function plainAnswer(seen: Extract<Awaited<ReturnType<typeof exchange>>, { kind: 'answer' }>): NodeAnswer {
  const headers = Object.entries(seen.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? '')
  ])
  return { kind: 'answer', status: seen.status, headers: Object.fromEntries(headers), body: seen.body }
}
