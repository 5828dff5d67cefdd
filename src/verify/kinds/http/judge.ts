import type { Wanted } from '../../judging/compare.rules.ts'
import { fieldAt } from '../../judging/field.rules.ts'
import { type FieldCheck, fieldsExpected, judgeFields } from '../../judging/field-checks.rules.ts'
import { fail, inconclusive, type Judgement, pass } from '../../judging/judgement.rules.ts'
import { neutralise } from '../../judging/untrusted-text.rules.ts'

export type HttpParams = {
  url?: string | undefined
  from?: string | undefined
  port: number
  path: string
  method: string
  status: Wanted
  headers: Record<string, Wanted>
  body?: Wanted | undefined
  json: Record<string, Wanted>
}
export type HttpEvidence = {
  publishers: string[]
  nodes: { node: string; seen: NodeAnswer }[]
}
export type NodeAnswer =
  | { kind: 'answer'; status: number; headers: Record<string, string>; body: string | undefined }
  | { kind: 'refused' | 'unreachable' | 'reset' | 'time-out' | 'body'; detail: string }
  /** Nobody could ask. */
  | { kind: 'unknown'; detail: string }

export function httpExpected(params: HttpParams): string {
  return fieldsExpected(
    params.url === undefined
      ? `${params.method} :${params.port}${params.path} through every node`
      : `GET ${params.url} from ${params.from}`,
    checksOf(params, undefined)
  )
}

export function judgeHttp(params: HttpParams, { publishers, nodes }: HttpEvidence): Judgement {
  const expected = httpExpected(params)
  const service = publishers[0]
  const isInside = params.url !== undefined
  const place = service === undefined ? [] : ['services', service, 'ports']
  const figures = { nodes: nodes.length, answered: nodes.filter(({ seen }) => seen.kind === 'answer').length }
  if (nodes.length === 0)
    return publishers.length > 0
      ? fail(
          expected,
          `no task of ${publishers.join(', ')} runs`,
          'see `docker service ps --no-trunc`',
          figures
        )
      : inconclusive(expected, 'there is no node to ask', undefined, figures)

  const judged = nodes.map(({ node, seen }) => ({ node, judgement: judgeNode(params, seen) }))
  const bad = judged.filter(({ judgement }) => judgement.status === 'fail')
  const unsure = judged.filter(({ judgement }) => judgement.status !== 'pass')
  const [first] = bad.length > 0 ? bad : unsure
  if (!first)
    return pass(
      expected,
      isInside
        ? `${judged[0]?.node}: ${judged[0]?.judgement.observed}`
        : `${nodes.length} of ${nodes.length} nodes: ${judged[0]?.judgement.observed}`,
      figures
    )
  const observed = (bad.length > 0 ? bad : unsure)
    .map(({ node, judgement }) => `${node}: ${judgement.observed}`)
    .join('; ')
  return { ...first.judgement, expected, observed, figures, ...(isInside ? {} : { place }) }
}

function judgeNode(params: HttpParams, seen: NodeAnswer): Judgement {
  if (seen.kind === 'unknown') return inconclusive('an answer', neutralise(seen.detail), undefined)
  if (seen.kind === 'answer' && seen.body === undefined && (params.body !== undefined || hasJson(params)))
    return inconclusive(
      'an answer',
      `status ${seen.status}, whose text the container’s wget does not show`,
      undefined
    )
  if (seen.kind !== 'answer')
    return fail('an answer', `${seen.kind}: ${neutralise(seen.detail)}`, HINTS[seen.kind])
  return judgeFields('the answer', checksOf(params, seen), 'see `docker service logs` of the service')
}

const hasJson = ({ json }: HttpParams): boolean => Object.keys(json).length > 0

const HINTS: Record<Exclude<NodeAnswer['kind'], 'answer' | 'unknown'>, string> = {
  refused: 'nothing listens on that port of the node: publish it, and see whether the service runs',
  unreachable: 'the node cannot be reached from this machine',
  reset: 'the service ends connections: see `docker service logs`',
  'time-out': 'nobody answers in time: see whether the service is healthy, and UDP 4789 between nodes',
  body: 'the answer is not HTTP, or is too long'
}

function checksOf(
  params: HttpParams,
  seen: Extract<NodeAnswer, { kind: 'answer' }> | undefined
): FieldCheck[] {
  const json = Object.entries(params.json)
  const parsed = json.length > 0 && seen ? parse(seen.body ?? '') : undefined
  return [
    { what: 'status', value: seen?.status, wanted: params.status },
    ...Object.entries(params.headers).map(([name, wanted]) => ({
      what: `header ${name.toLowerCase()}`,
      value:
        seen && Object.hasOwn(seen.headers, name.toLowerCase())
          ? seen.headers[name.toLowerCase()]
          : undefined,
      wanted
    })),
    ...(params.body === undefined ? [] : [{ what: 'body', value: seen?.body, wanted: params.body }]),
    ...json.map(([path, wanted]) => ({ what: `json ${path}`, value: fieldAt(parsed, path), wanted }))
  ]
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
