// Docker's own client says in which folder it looked for the certificates: ours are looked for in the same one.
import { spawnSync } from 'node:child_process'
import { expect, jest, test } from '@jest/globals'
import { certDirOf } from '../../src/usecases/cert-dir.rules.ts'
import { describeIf } from '../support/requires.ts'

// Nobody waits for it but a machine that is busy.
jest.setTimeout(60_000)

const hasDocker = spawnSync('docker', ['--version']).status === 0

describeIf(hasDocker, 'no docker client', 'the folder of the certificates', () => {
  const HOME = '/nonexistent/home'
  test.each([
    { DOCKER_TLS_VERIFY: '1' },
    { DOCKER_TLS_VERIFY: '0' },
    { DOCKER_TLS_VERIFY: '1', DOCKER_CONFIG: '/nonexistent/config' },
    { DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: '/nonexistent/certs' },
    { DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: '/nonexistent/certs', DOCKER_CONFIG: '/nonexistent/config' }
  ])('%j: as docker has it', given => {
    const env = { PATH: process.env.PATH ?? '', HOME, DOCKER_HOST: 'tcp://127.0.0.1:1', ...given }
    const { stderr, status } = spawnSync('docker', ['version'], { env, encoding: 'utf8' })
    expect(status).not.toBe(0)
    expect(/open (\S+)\/ca\.pem/.exec(stderr)?.[1]).toBe(certDirOf(env, '/nonexistent/root'))
  })
})
