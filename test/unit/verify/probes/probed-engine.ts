import { Readable } from 'node:stream'
import type { EngineClient, RequestOptions } from '../../../../src/docker/client.ts'
import { frame } from '../builders.ts'

type Fault = (call: string) => Error | undefined

/** An engine whose probes say `said` once they have their asks; `calls` are method and path without ids. */
export function probedEngine(said: string, fault: Fault = () => undefined) {
  const made = new Set<string>()
  const calls: string[] = []
  let isAsked = false
  const answer = (method: string, path: string, { query, body }: RequestOptions = {}): unknown => {
    const call = `${method} ${path.replace(/swarmline-probe-[0-9a-f]+/, 'RUN')}`
    calls.push(call)
    const error = fault(call)
    if (error) throw error
    if (path === '/version') return { Arch: 'none of this machine' }
    if (path === '/images/json') return [{ RepoTags: ['busybox:latest'] }]
    if (path === '/containers/create') {
      made.add(String(query?.name))
      return { Id: query?.name, asked: body }
    }
    if (path === '/containers/json') return []
    if (method === 'PUT') isAsked = true
    if (method === 'DELETE' && path.startsWith('/containers/')) made.delete(path.split('/')[2] ?? '')
    if (path.endsWith('/logs'))
      return [frame(1, `listen 0: 00000000:0050 00000000:0000 0A\nready\n${isAsked ? said : ''}`)]
    return undefined
  }
  const engine: EngineClient = {
    socketPath: '/fake.sock',
    json: async (...args) => answer(...args) as never,
    stream: async (...args) => Readable.from(answer(...args) as Buffer[]) as never,
    close: () => undefined
  }
  return { engine, made, calls }
}
