import { execFileSync } from 'node:child_process'
import { expect, test } from '@jest/globals'
import { clientEndpoint, envLines, shellOf, unsetLines } from '../../../src/cluster/env.rules.ts'

/** Runs lines as `eval $(…)` would, unquoted and quoted, and says what DOCKER_HOST is then. */
const evaluated = (lines: string[], isQuoted: boolean) =>
  execFileSync(
    'bash',
    [
      '-c',
      `DOCKER_TLS_VERIFY=1; out=$(printf '%s\\n' "$@"); eval ${isQuoted ? '"$out"' : '$out'}; printf '%s|%s' "$DOCKER_HOST" "$DOCKER_TLS_VERIFY"`,
      'bash',
      ...lines
    ],
    { encoding: 'utf8', env: { ...process.env, DOCKER_HOST: 'before' } }
  )

test('one readable line for a plain path', () => {
  expect(envLines('bash', clientEndpoint({ socketPath: '/run/swarmline/a/worker1/docker.sock' }))[0]).toBe(
    'export DOCKER_HOST=unix:///run/swarmline/a/worker1/docker.sock;'
  )
  expect(envLines('fish', clientEndpoint({ socketPath: '/run/x.sock' }))[0]).toBe(
    'set -gx DOCKER_HOST unix:///run/x.sock;'
  )
})

test.each(['/tmp/a b/x.sock', "/tmp/it's/x.sock", '/tmp/$(touch evil)`id`;"/x.sock'])(
  'bash reads %j back exactly',
  path => {
    expect(evaluated(envLines('bash', clientEndpoint({ socketPath: path })), true)).toBe(`unix://${path}|`)
  }
)

test('eval without quotes works for a plain path', () => {
  expect(evaluated(envLines('zsh', clientEndpoint({ socketPath: '/run/x.sock' })), false)).toBe(
    'unix:///run/x.sock|'
  )
  expect(evaluated(unsetLines('bash'), false)).toBe('|')
})

test('fish gets its own quotes and its own words', () => {
  expect(envLines('fish', clientEndpoint({ socketPath: "/tmp/it's \\ x" }))[0]).toBe(
    "set -gx DOCKER_HOST 'unix:///tmp/it\\'s \\\\ x';"
  )
  expect(unsetLines('fish')).toEqual([
    'set -e DOCKER_HOST;',
    'set -e DOCKER_TLS_VERIFY;',
    'set -e DOCKER_CERT_PATH;'
  ])
})

test('an engine behind TLS is named with its certificates', () => {
  const machine = { dockerHost: 'tcp://10.0.0.5:2376', certDir: '/home/a b/machines/m1' }
  expect(envLines('bash', clientEndpoint(machine))).toEqual([
    'export DOCKER_HOST=tcp://10.0.0.5:2376;',
    'export DOCKER_TLS_VERIFY=1;',
    "export DOCKER_CERT_PATH='/home/a b/machines/m1';"
  ])
})

test('the shell is known by the last part of $SHELL', () => {
  expect(['/usr/bin/fish', '/bin/zsh', '/bin/bash', '/bin/dash', '', undefined].map(shellOf)).toEqual([
    'fish',
    'zsh',
    'bash',
    'bash',
    'bash',
    'bash'
  ])
})
