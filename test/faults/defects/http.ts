import { because, type Defect, THROUGH_PORT } from '../defect.ts'
import type { Loose } from '../healthy-stack.ts'
import { webProgram } from '../programs.ts'

/** Healthy whatever the page says, so that its tasks run. */
const serving = (web: Loose, ...parts: Parameters<typeof webProgram>): void => {
  web.command = webProgram(...parts)
  web.healthcheck.test = ['CMD', 'true']
}
const INSIDE = because('it asks for the same page from inside', 'page-from-inside')

export const http: readonly Defect[] = [
  {
    name: 'a page that is not there',
    by: 'engine',
    stack: ({ services: { web } }) => serving(web, { before: 'rm /www/healthz' }),
    caught: { by: 'front-page', says: /^manager1: status is 404;/ },
    also: INSIDE
  },
  {
    name: 'a page with another text',
    by: 'engine',
    stack: ({ services: { web } }) => serving(web, { health: 'starting' }),
    caught: { by: 'front-page', says: /^manager1: body is “starting”$/ },
    also: INSIDE
  },
  {
    name: 'a page behind a login',
    by: 'engine',
    stack: ({ services: { web } }) => serving(web, { before: 'echo "/healthz:user:word" >>/etc/httpd.conf' }),
    caught: { by: 'front-page', says: /^manager1: status is 401;/ },
    also: INSIDE
  },
  {
    name: 'JSON that is called text',
    by: 'engine',
    stack: ({ services: { web } }) => serving(web, { before: 'echo ".json:text/plain" >/etc/httpd.conf' }),
    caught: { by: 'front-json', says: /^manager1: header content-type is “text\/plain”$/ }
  },
  {
    name: 'JSON of another version',
    by: 'engine',
    stack: ({ services: { web } }) => serving(web, { json: '{"version":2,"ready":true}' }),
    caught: { by: 'front-json', says: /^manager1: json version is 2$/ }
  },
  {
    name: 'JSON that is none',
    by: 'engine',
    stack: ({ services: { web } }) => serving(web, { json: 'version: 3' }),
    caught: { by: 'front-json', says: /^manager1: json version is nothing; json ready is nothing$/ }
  },
  {
    name: 'a web server on loopback only',
    by: 'engine',
    stack: ({ services: { web } }) => serving(web, { serve: 'httpd -f -p 127.0.0.1:8080 -h /www' }),
    caught: { by: 'page-from-inside', says: /refused/i },
    also: {
      ...because('nothing answers at the port', ...THROUGH_PORT),
      ...because('watch cannot reach web', 'isolation', 'targets')
    }
  }
]
