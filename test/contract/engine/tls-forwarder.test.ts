// The way to an engine behind TLS, against a TLS server with certificates of its own made by openssl.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { connectEngine } from '../../../src/docker/client.ts'
import { openHostEngine, reattachHostEngine } from '../../../src/engine/host.ts'
import { chooseEngine } from '../../../src/engine/open.ts'
import { checkTls, openTlsForwarder, type TlsForwarder } from '../../../src/engine/tls-forwarder.ts'
import { makeAuthority } from '../../support/certificates.ts'
import { realEffects } from '../../support/real-effects.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'sl-tls-'))
const at = (...names: string[]): string => path.join(folder, ...names)

let server: https.Server
let port: number
let requests = 0
/** The server passes for an engine. */
let isWhole = false
let forwarder: TlsForwarder | undefined

beforeAll(async () => {
  makeAuthority(at('ours'))
  makeAuthority(at('theirs'))
  const pem = (name: string): Buffer => readFileSync(at('ours', name))
  server = https.createServer(
    {
      ca: pem('ca.pem'),
      cert: pem('cert.pem'),
      key: pem('key.pem'),
      requestCert: true,
      rejectUnauthorized: true
    },
    (request, response) => {
      requests++
      if (isWhole)
        return response.end(
          JSON.stringify({ Version: '28.5.2', ApiVersion: '1.51', Os: 'linux', KernelVersion: '6' })
        )
      const chunks: Buffer[] = []
      request.on('data', chunk => chunks.push(chunk as Buffer))
      request.on('end', () =>
        response.end(JSON.stringify({ path: request.url, got: Buffer.concat(chunks).length }))
      )
    }
  )
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterEach(async () => {
  await forwarder?.close()
  forwarder = undefined
  isWhole = false
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
  rmSync(folder, { recursive: true, force: true })
})

const socketPath = at('run', 'docker.sock')
const open = async (certDir: string) => {
  forwarder = await openTlsForwarder({ host: '127.0.0.1', port, certDir: at(certDir) }, socketPath)
  return connectEngine(socketPath)
}

test('the engine answers at a socket that only we may open', async () => {
  const client = await open('ours')
  expect(statSync(path.dirname(socketPath)).mode & 0o777).toBe(0o700)
  expect(statSync(socketPath).mode & 0o777).toBe(0o600)
  expect(await client.json('GET', '/version')).toEqual({ path: '/version', got: 0 })
  const body = Buffer.alloc(3_000_000, 1)
  const loaded = client.json('POST', '/load', { body, contentType: 'application/x-tar' })
  expect(await loaded).toEqual({ path: '/load', got: body.length })
  await Promise.all(Array.from({ length: 20 }, () => client.json('GET', '/tasks')))
  client.close()
})

test('closing it ends what goes through it and leaves no socket', async () => {
  const client = await open('ours')
  await client.json('GET', '/version')
  await forwarder?.close()
  await expect(client.json('GET', '/version')).rejects.toMatchObject({ code: 'engine-lost' })
  expect(() => statSync(socketPath)).toThrow('ENOENT')
})

test('an engine that another authority vouches for is refused, and not one byte is sent', async () => {
  execFileSync('cp', ['-r', at('ours'), at('stranger')])
  execFileSync('cp', [at('theirs', 'ca.pem'), at('stranger', 'ca.pem')])
  requests = 0
  const client = await open('stranger')
  await expect(client.json('POST', '/secrets/create', { body: { a: 1 } })).rejects.toMatchObject({
    code: 'engine-lost'
  })
  await expect(checkTls({ host: '127.0.0.1', port, certDir: at('stranger') })).rejects.toMatchObject({
    code: 'no-engine',
    hint: expect.stringContaining('ca.pem')
  })
  expect(requests).toBe(0)
})

test('so is one whose certificate names another host', async () => {
  await expect(checkTls({ host: 'localhost', port, certDir: at('ours') })).rejects.toMatchObject({
    code: 'no-engine'
  })
})

test('what is missing, or does not belong together, is named', async () => {
  await expect(open('nowhere')).rejects.toMatchObject({
    code: 'input',
    message: expect.stringMatching(
      /nowhere: there is no ca\.pem, there is no cert\.pem, there is no key\.pem$/
    ),
    hint: expect.stringMatching(/DOCKER_CERT_PATH.*~\/\.docker/)
  })
  execFileSync('cp', ['-r', at('ours'), at('odd')])
  rmSync(at('odd', 'cert.pem'))
  rmSync(at('odd', 'key.pem'))
  mkdirSync(at('odd', 'key.pem'))
  await expect(checkTls({ host: '127.0.0.1', port, certDir: at('odd') })).rejects.toMatchObject({
    code: 'input',
    message: expect.stringMatching(/odd: there is no cert\.pem, key\.pem cannot be read$/)
  })
  execFileSync('cp', ['-r', at('ours'), at('mixed')])
  execFileSync('cp', [at('theirs', 'key.pem'), at('mixed', 'key.pem')])
  await expect(open('mixed')).rejects.toMatchObject({
    code: 'input',
    message: expect.stringContaining('cannot be used')
  })
})

test('one that does not know our certificate refuses us', async () => {
  execFileSync('cp', ['-r', at('theirs'), at('unknown')])
  execFileSync('cp', [at('ours', 'ca.pem'), at('unknown', 'ca.pem')])
  const client = await open('unknown')
  await expect(client.json('GET', '/version')).rejects.toMatchObject({ code: 'engine-lost' })
})

test('a later command opens it anew from what is remembered, which is no secret', async () => {
  isWhole = true
  const fx = realEffects()
  const dockerHost = `tcp://127.0.0.1:${port}`
  const runDir = at('run')
  const options = { dockerHost, runDir, nodeImage: 'docker:dind', certDir: at('ours') }
  const first = await openHostEngine(options, fx)
  await first.close()
  const remembered = JSON.stringify(first.state)
  expect(remembered).not.toContain('BEGIN')
  const again = await reattachHostEngine(JSON.parse(remembered), { runDir }, fx)
  const client = connectEngine(again.socketPath)
  expect(await client.json('GET', '/version')).toMatchObject({ Version: '28.5.2' })
  client.close()
  await again.close()
  const request = {
    ...options,
    choice: 'host',
    cacheDir: folder,
    suite: 'trixie',
    isMeshOptional: true
  } as const
  await expect(chooseEngine(request, fx)).rejects.toMatchObject({
    code: 'input',
    message: expect.stringContaining('cannot be raised over TLS')
  })
})
