import { expect, test } from '@jest/globals'
import {
  childEnvironment,
  SEEN_BY_ALL,
  SEEN_BY_LOGIN_PROGRAMS,
  SEEN_BY_SSH
} from '../../../src/effects/child-environment.rules.ts'

const ours = {
  ...{ PATH: '/bin', HOME: '/home/me', LC_TIME: 'C', https_proxy: 'p', XDG_RUNTIME_DIR: '/run/user/1' },
  ...{ INPUT_PASSWORD: 's3cret', GITHUB_TOKEN: 's3cret', DB_PASSWORD: 's3cret', NODE_OPTIONS: '--require=x' },
  ...{
    DOCKER_HOST: 'tcp://elsewhere',
    LD_PRELOAD: '/x.so',
    AWS_SECRET_ACCESS_KEY: 's3cret',
    SSH_AUTH_SOCK: '/a'
  }
}

test('a program sees where it is and how to speak, and nothing that nobody let through', () => {
  const { PATH, HOME, LC_TIME, https_proxy, XDG_RUNTIME_DIR } = ours
  expect(childEnvironment(ours)).toEqual({ PATH, HOME, LC_TIME, https_proxy, XDG_RUNTIME_DIR })
})

test('what is added wins, and what is added as undefined is taken away', () => {
  expect(
    childEnvironment({ PATH: '/bin', HOME: '/h' }, [], { PATH: '/own', HOME: undefined, A: '1' })
  ).toEqual({
    PATH: '/own',
    A: '1'
  })
})

test('ssh finds its agent; only programs that keep logins see the rights of a cloud', () => {
  expect(childEnvironment(ours, SEEN_BY_SSH)).toMatchObject({ SSH_AUTH_SOCK: '/a' })
  expect(JSON.stringify(childEnvironment(ours, SEEN_BY_SSH))).not.toContain('s3cret')
  expect(childEnvironment(ours, SEEN_BY_LOGIN_PROGRAMS)).toMatchObject({ AWS_SECRET_ACCESS_KEY: 's3cret' })
})

test('nothing that makes a program load or run another is let through', () => {
  for (const pattern of [...SEEN_BY_ALL, ...SEEN_BY_SSH, ...SEEN_BY_LOGIN_PROGRAMS])
    expect(pattern).not.toMatch(/^(\*|LD_|DYLD_|NODE_|BASH_|GIT_|PERL|PYTHON|DOCKER_HOST|INPUT_|GITHUB_)/)
})
