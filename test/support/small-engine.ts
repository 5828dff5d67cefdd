// What answers like a manager with one node, and knows which one it is: for tests of the way to an engine.
import type { RequestListener } from 'node:http'

const LISTS = ['/services', '/tasks', '/configs', '/secrets', '/networks', '/volumes', '/images/json']

/** @param asked hears of every request: `GET /info` */
export function smallEngine(id: string, asked: (request: string) => void = () => {}): RequestListener {
  return (request, response) => {
    const url = new URL(request.url ?? '', 'http://docker')
    const path = url.pathname.replace(/^\/v[\d.]+/, '')
    asked(`${request.method} ${path}`)
    const answer = (status: number, body?: unknown) =>
      response.writeHead(status).end(body === undefined ? undefined : JSON.stringify(body))
    request.resume().on('end', () => {
      if (path === '/version')
        return answer(200, { Version: '28.5.2', ApiVersion: '1.51', Os: 'linux', KernelVersion: '6.12.1' })
      if (path === '/info')
        return answer(200, { ID: id, Name: id, KernelVersion: '6.12.1', Swarm: { ControlAvailable: true } })
      if (path === '/nodes') return answer(200, [nodeOf(id)])
      if (request.method === 'HEAD') return answer(404)
      if (path.endsWith('/start'))
        return answer(500, { message: 'exec: "/there-is-no-program": no such file' })
      if (/^\/(configs|secrets|services)\/./.test(path)) return answer(404, { message: 'no such thing' })
      return answer(200, LISTS.includes(path) ? [] : {})
    })
  }
}

const nodeOf = (id: string) => ({
  ID: id,
  Description: { Hostname: id },
  Spec: { Role: 'manager', Labels: {} },
  Status: { Addr: '10.0.0.1', State: 'ready' }
})
