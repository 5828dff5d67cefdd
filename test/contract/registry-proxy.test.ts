// The way to a registry behind a proxy: registries with TLS and a proxy of the test's own, all on this machine.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import tls from 'node:tls'
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals'
import { configInRegistry, type RegistryQuestion } from '../../src/images/registry-config.ts'
import { makeAuthority } from '../support/certificates.ts'
import { type ConnectProxy, openConnectProxy } from '../support/connect-proxy.ts'
import { recordedEffects } from '../support/effects.ts'
import { type FakeRegistry, startFakeRegistry } from '../support/fake-registry.ts'

// Nobody waits for it but a machine that is busy.
jest.setTimeout(60_000)

const VARIABLES = ['http_proxy', 'https_proxy', 'no_proxy'].flatMap(name => [name, name.toUpperCase()])
const before = VARIABLES.map(name => [name, process.env[name]] as const)
const trusted = tls.getCACertificates('default')
const folder = mkdtempSync(path.join(tmpdir(), 'sl-proxy-'))
const config = { Healthcheck: { Test: ['CMD', 'true'] } }

/** The same address as 127.0.0.1, but not as the name of this machine that no proxy is asked for. */
const elsewhere = (registry: FakeRegistry): string => registry.address.replace('127.0.0.1', '0.0.0.0')
let registry: FakeRegistry
let store: FakeRegistry
let proxy: ConnectProxy
let digest: string

beforeAll(async () => {
  const authority = path.join(folder, 'ours')
  makeAuthority(authority, 'IP:127.0.0.1,IP:0.0.0.0,DNS:registry.test')
  const pem = (name: string): Buffer => readFileSync(path.join(authority, name))
  tls.setDefaultCACertificates([pem('ca.pem').toString()])
  const pair = { cert: pem('cert.pem'), key: pem('key.pem') }
  registry = await startFakeRegistry('u:p', pair)
  store = await startFakeRegistry(undefined, pair)
  for (const each of [registry, store])
    digest = each.keep({ config: { digest: each.keep({ config }) }, layers: [] })
})
afterAll(async () => {
  tls.setDefaultCACertificates(trusted)
  await registry?.close()
  await store?.close()
  rmSync(folder, { recursive: true })
})
beforeEach(async () => {
  for (const name of VARIABLES) delete process.env[name]
  registry.blobsAt = undefined
  proxy = await openConnectProxy(host => {
    const port = host === 'registry.test:443' ? registry.address.split(':')[1] : host.split(':')[1]
    return host.startsWith('refused') ? undefined : Number(port)
  })
})
afterEach(async () => {
  await proxy.close()
  for (const [name, value] of before)
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
})

async function ask(host: string, more: Partial<RegistryQuestion> = {}) {
  const { fx, lines } = recordedEffects()
  const reference = `${host}/team/web:1@${digest}`
  const login = { username: 'u', password: 'p' }
  const found = await configInRegistry(
    { reference, architecture: 'amd64', login, timeoutMs: 30_000, ...more },
    fx
  )
  const asked = [...new Set(proxy.asked.map(({ host: to }) => to))]
  return { found, said: lines.join('\n'), asked }
}

test('a host that only the proxy can reach', async () => {
  process.env.HTTPS_PROXY = `http://${proxy.address}`
  expect(await ask('registry.test')).toEqual({ found: config, said: '', asked: ['registry.test:443'] })
})

test('a proxy that is written without its scheme', async () => {
  process.env.https_proxy = proxy.address.replace('127.0.0.1', 'localhost')
  expect((await ask('registry.test')).found).toEqual(config)
})

test('the login of a proxy is shown to it', async () => {
  process.env.HTTPS_PROXY = `http://me:p%40ss%25@${proxy.address}`
  expect((await ask('registry.test')).found).toEqual(config)
  const authorization = `Basic ${Buffer.from('me:p@ss%').toString('base64')}`
  expect(proxy.asked[0]).toEqual({ host: 'registry.test:443', authorization })
})

test('hosts of NO_PROXY are asked without it, and those that they send us to by what is said of them', async () => {
  process.env.HTTPS_PROXY = `http://${proxy.address}`
  expect((await ask(elsewhere(registry))).asked).toEqual([elsewhere(registry)])
  proxy.asked.length = 0
  process.env.NO_PROXY = `example.org,${elsewhere(registry)}`
  expect(await ask(elsewhere(registry))).toEqual({ found: config, said: '', asked: [] })
  registry.blobsAt = `https://${elsewhere(store)}`
  expect(await ask(elsewhere(registry))).toEqual({ found: config, said: '', asked: [elsewhere(store)] })
})

test('a registry of this machine is asked without it', async () => {
  const plain = await startFakeRegistry()
  try {
    plain.keep({ config: { digest: plain.keep({ config }) }, layers: [] })
    for (const name of ['HTTP_PROXY', 'HTTPS_PROXY']) process.env[name] = `http://${proxy.address}`
    expect(await ask(plain.address)).toEqual({ found: config, said: '', asked: [] })
  } finally {
    await plain.close()
  }
})

test.each([
  ['refuses', () => `http://me:s3cret@${proxy.address}`],
  ['is not there', () => 'http://me:s3cret@127.0.0.1:1'],
  ['is none', () => 'ftp://me:s3cret@127.0.0.1']
])('a proxy that %s: nothing is known, and its login is in no log', async (_, value) => {
  process.env.HTTPS_PROXY = value()
  const { found, said } = await ask('refused.test')
  expect(found).toBeUndefined()
  expect(said).toContain('does not return the configuration of refused.test/team/web')
  expect(said).not.toContain('s3cret')
})
