import { expect, test } from '@jest/globals'
import { certDirOf } from '../../../src/usecases/cert-dir.rules.ts'

const HOME = '/home/somebody'

test.each([
  [{}, undefined],
  [{ DOCKER_TLS_VERIFY: '', DOCKER_CERT_PATH: '', HOME }, undefined],
  [{ DOCKER_TLS_VERIFY: '1', HOME }, '/home/somebody/.docker'],
  // Any text sets it, as it does for docker itself.
  [{ DOCKER_TLS_VERIFY: '0', HOME }, '/home/somebody/.docker'],
  [{ DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: '', HOME }, '/home/somebody/.docker'],
  [{ DOCKER_TLS_VERIFY: '1', DOCKER_CONFIG: '/conf', HOME }, '/conf'],
  [{ DOCKER_TLS_VERIFY: '1' }, '/root/.docker'],
  [{ DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: '/certs', DOCKER_CONFIG: '/conf', HOME }, '/certs'],
  [{ DOCKER_CERT_PATH: '/certs', HOME }, '/certs'],
  [{ DOCKER_CONFIG: '/conf', HOME }, undefined]
])('%j: %s', (env, folder) => {
  expect(certDirOf(env, '/root')).toBe(folder)
})
