// An engine that keeps what it is given, on a unix socket: enough of a manager for a deploy to begin and to fail.
import { createServer, type IncomingHttpHeaders } from 'node:http'

/** What answers instead of it; `undefined`: it answers itself. Bytes are answered as they are. */
export type Instead = (request: {
  method: string
  /** Without the version: `/services/create`. */
  path: string
  body: string
  headers: IncomingHttpHeaders
}) => { status: number; value?: unknown } | undefined

type Stored = { ID: string; Version: { Index: number }; CreatedAt: string; UpdatedAt: string; Spec: unknown }

export type MemoryEngine = {
  socket: string
  /** All that it was ever given, as JSON. */
  given: string[]
  /** What it has of a kind that was given to it: `services`. */
  stored(kind: string): Stored[]
  /** As if it had been given it. */
  put(kind: string, spec: unknown): void
  close(): Promise<void>
}

/** @param lists what is there from the beginning: `{ services: [...] }` */
export async function memoryEngine(
  socket: string,
  lists: Record<string, unknown[]>,
  instead: Instead = () => undefined
): Promise<MemoryEngine> {
  const given: string[] = []
  const stored = new Map<string, Stored>()
  let made = 0
  const of = (kind: string): Stored[] => [...stored.values()].filter(each => each.ID.startsWith(`${kind}-`))
  const put = (kind: string, Spec: unknown): string => {
    const ID = `${kind}-${++made}`
    const now = new Date().toISOString()
    stored.set(ID, { ID, Version: { Index: made }, CreatedAt: now, UpdatedAt: now, Spec })
    return ID
  }
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const url = new URL(request.url ?? '', 'http://docker')
    const path = url.pathname.replace(/^\/v[\d.]+/, '')
    const [kind = '', name = '', verb] = path.split('/').filter(Boolean)
    const answer = (status: number, value?: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(value === undefined || Buffer.isBuffer(value) ? value : JSON.stringify(value))
    }
    const other = instead({ method: request.method ?? '', path, body, headers: request.headers })
    if (other) return answer(other.status, other.value)
    if (kind === '_ping') return answer(200, 'OK')
    if (kind === 'version')
      return answer(200, { Version: '28.5.2', ApiVersion: '1.51', Os: 'linux', Arch: 'amd64' })
    if (kind === 'info')
      return answer(200, { ID: 'e', Name: 'm1', Swarm: { ControlAvailable: true, NodeID: 'n1' } })
    if (kind === 'events') return void response.writeHead(200).write('')
    if (request.method === 'POST' && name === 'create') {
      given.push(body)
      return answer(201, { ID: put(kind, parsed(body)) })
    }
    const mine = of(kind)
    const one = mine.find(each => each.ID === name || (each.Spec as { Name?: string }).Name === name)
    if (request.method === 'DELETE')
      return answer(one && stored.delete(one.ID) ? 204 : 404, one ? undefined : {})
    if (verb === 'update' && one) {
      given.push(body)
      Object.assign(one, { Spec: parsed(body), Version: { Index: ++made } })
      return answer(200, {})
    }
    if (name) return one ? answer(200, one) : answer(404, { message: `no such ${kind}: ${name}` })
    return answer(200, [...(lists[kind] ?? []), ...withLabels(mine, url.searchParams.get('filters'))])
  })
  await new Promise<void>(resolve => server.listen(socket, resolve))
  return {
    socket,
    given,
    stored: of,
    put: (kind, spec) => void put(kind, spec),
    close: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    }
  }
}

/** An image's archive is no JSON. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return {}
  }
}

function withLabels(objects: Stored[], filters: string | null): Stored[] {
  const { label = [] } = JSON.parse(filters ?? '{}') as { label?: string[] }
  return objects.filter(({ Spec }) => {
    const labels = (Spec as { Labels?: Record<string, string> }).Labels ?? {}
    return label.every(wanted => {
      const [name = '', value] = wanted.split('=')
      return name in labels && (value === undefined || labels[name] === value)
    })
  })
}
