import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { hostname } from 'node:os'
import { createClient } from './redis.mjs'

const redis = createClient({
  host: process.env.REDIS_HOST ?? 'redis',
  port: Number(process.env.REDIS_PORT ?? 6379),
  password: readFileSync(process.env.PASSWORD_FILE ?? '/run/secrets/db_password', 'utf8').trimEnd()
})

const pages = {
  '/': async () =>
    `I am the backend server\nThe responding server is: ${hostname()}\nNumber of visits: ${await redis('INCR', 'visitors')}\n`,
  '/healthcheck': async () => 'ok\n',
  '/metrics': async () =>
    `# TYPE visits_total counter\nvisits_total ${(await redis('GET', 'visitors')) ?? 0}\n`
}

const server = createServer(async (request, response) => {
  const page = pages[new URL(request.url, 'http://here').pathname]
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  try {
    response.statusCode = page ? 200 : 404
    response.end(page ? await page() : 'not found\n')
  } catch (error) {
    console.error(error.message)
    response.statusCode = 503
    response.end('the counter is not available\n')
  }
})

server.listen(Number(process.env.PORT ?? 80))
// As process 1 there is no other way to end: signals without a handler are ignored.
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => server.close(() => process.exit(0)))
