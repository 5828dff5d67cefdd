// A registry of a test's own, in memory: as much of the distribution API as docker needs to push and to ask.
import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'

export type FakeRegistry = {
  /** `127.0.0.1:port`: engines speak plain HTTP to loopback. */
  address: string
  /** `name:tag` → digest */
  manifests: Map<string, string>
  /** Has this without a push. Gives its digest. */
  keep(content: object): string
  /** Blobs are to be fetched there: `https://host:port`. */
  blobsAt: string | undefined
  /** Looked at before each request: an answer instead of the registry's own, or a connection that breaks. */
  fault: ((method: string, path: string) => Fault | undefined) | undefined
  close(): Promise<void>
}

export type Fault = 'reset' | { status: number; headers?: Record<string, string>; body?: string }

/**
 * @param login `user:password`; without it everybody may push.
 * @param tls PEM; without it the registry speaks plain HTTP
 */
export async function startFakeRegistry(
  login?: string,
  tls?: { cert: Buffer; key: Buffer }
): Promise<FakeRegistry> {
  const blobs = new Map<string, { body: Buffer; type: string }>()
  const uploads = new Map<string, Buffer>()
  const manifests = new Map<string, string>()
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response).catch(error => response.writeHead(500).end(String(error)))
  }
  const server = tls ? createTlsServer(tls, listener) : createServer(listener)

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request)
    const url = new URL(request.url ?? '/', 'http://registry')
    const fault = registry.fault?.(request.method ?? '', url.pathname)
    if (fault === 'reset') return void request.socket.destroy()
    if (fault) return void response.writeHead(fault.status, fault.headers).end(fault.body)
    if (login && request.headers.authorization !== `Basic ${Buffer.from(login).toString('base64')}`) {
      const refusal = JSON.stringify({
        errors: [{ code: 'UNAUTHORIZED', message: 'authentication required' }]
      })
      response.writeHead(401, {
        'www-authenticate': 'Basic realm="test"',
        'content-type': 'application/json'
      })
      return void response.end(refusal)
    }
    const [, name = '', kind = '', rest = ''] =
      /^\/v2\/(.+?)\/(blobs|manifests)\/(.+)$/.exec(url.pathname) ?? []
    if (kind === 'blobs' && rest.startsWith('uploads'))
      return upload(request, response, url, name, rest, body)
    if (kind === 'manifests' && request.method === 'PUT') {
      const digest = keep(body, request.headers['content-type'] ?? '')
      if (!rest.startsWith('sha256:')) manifests.set(`${name}:${rest}`, digest)
      return void response.writeHead(201, { 'docker-content-digest': digest }).end()
    }
    if (kind === 'blobs' && registry.blobsAt)
      return void response.writeHead(307, { location: `${registry.blobsAt}${url.pathname}` }).end()
    if (kind) {
      const digest = rest.startsWith('sha256:') ? rest : (manifests.get(`${name}:${rest}`) ?? '')
      const found = blobs.get(digest)
      if (!found)
        return void response.writeHead(404).end('{"errors":[{"code":"NOT_FOUND","message":"not found"}]}')
      response.writeHead(200, {
        'docker-content-digest': digest,
        'content-type': found.type,
        'content-length': found.body.length
      })
      return void response.end(request.method === 'HEAD' ? undefined : found.body)
    }
    response.writeHead(200).end('{}')
  }

  function upload(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    name: string,
    rest: string,
    body: Buffer
  ): void {
    const id = rest.split('/')[1] || randomUUID()
    const all = Buffer.concat([uploads.get(id) ?? Buffer.alloc(0), body])
    if (request.method === 'PUT') {
      const digest = keep(all, 'application/octet-stream')
      const isWhole = digest === url.searchParams.get('digest')
      return void response.writeHead(isWhole ? 201 : 400, { 'docker-content-digest': digest }).end()
    }
    uploads.set(id, all)
    response.writeHead(202, {
      location: `/v2/${name}/blobs/uploads/${id}`,
      range: `0-${Math.max(0, all.length - 1)}`,
      'docker-upload-uuid': id
    })
    response.end()
  }

  function keep(body: Buffer, type: string): string {
    const digest = `sha256:${createHash('sha256').update(body).digest('hex')}`
    blobs.set(digest, { body, type })
    return digest
  }

  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = (): Promise<void> =>
    new Promise(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  const registry: FakeRegistry = {
    address: `127.0.0.1:${port}`,
    manifests,
    keep: content => keep(Buffer.from(JSON.stringify(content)), 'application/json'),
    blobsAt: undefined,
    fault: undefined,
    close
  }
  return registry
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
