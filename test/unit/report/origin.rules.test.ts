import { describe, expect, test } from '@jest/globals'
import { originOf, webAddress } from '../../../src/report/origin.rules.ts'

const SHA = 'c0ffee'.repeat(7).slice(0, 40)
const ENV = {
  GITHUB_ACTIONS: 'true',
  GITHUB_SERVER_URL: 'https://github.example.com',
  GITHUB_REPOSITORY: 'octo/shop',
  GITHUB_SHA: SHA,
  GITHUB_REF_NAME: 'main',
  GITHUB_WORKFLOW: 'Deploy',
  GITHUB_RUN_NUMBER: '17',
  GITHUB_JOB: 'deploy',
  GITHUB_RUN_ID: '4242',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_ACTOR: 'octocat'
}

test('a workflow run: repository, commit, run with its attempt, and who began it', () => {
  expect(originOf(ENV)).toEqual({
    repository: { name: 'octo/shop', url: 'https://github.example.com/octo/shop' },
    commit: { sha: SHA, ref: 'main', url: `https://github.example.com/octo/shop/commit/${SHA}` },
    run: {
      title: 'Deploy #17, deploy',
      url: 'https://github.example.com/octo/shop/actions/runs/4242/attempts/2',
      attempt: 2
    },
    actor: 'octocat'
  })
})

test('of a pull request the head, not the merge that was checked out', () => {
  const head = { sha: 'a'.repeat(40), ref: 'topic' }
  expect(
    originOf({ ...ENV, GITHUB_REF_NAME: '5/merge' }, { pull_request: { number: 5, head } })
  ).toMatchObject({
    commit: { sha: head.sha, ref: 'topic' },
    pullRequest: { number: 5, url: 'https://github.example.com/octo/shop/pull/5' }
  })
})

test('on a terminal nothing but the environment that is named', () => {
  expect(originOf({})).toEqual({})
  const named = { SWARMLINE_ENVIRONMENT: 'staging', SWARMLINE_ENVIRONMENT_URL: 'https://staging.example.org' }
  expect(originOf(named)).toEqual({ environment: { name: 'staging', url: 'https://staging.example.org/' } })
})

describe('values of another form are left out', () => {
  test.each([
    ['GITHUB_SERVER_URL', 'javascript:alert(1)'],
    ['GITHUB_REPOSITORY', 'octo/shop/../../evil'],
    ['GITHUB_REPOSITORY', '"><script>']
  ])('%s=%s: all of it', (name, value) => expect(originOf({ ...ENV, [name]: value })).toEqual({}))
  test.each([
    ['commit', 'GITHUB_SHA', '../../x'],
    ['run', 'GITHUB_RUN_ID', '1/../2']
  ])('%s', (part, name, value) => expect(originOf({ ...ENV, [name]: value })).not.toHaveProperty(part))
  test('an address of an environment that is none', () =>
    expect(originOf({ SWARMLINE_ENVIRONMENT: 'x', SWARMLINE_ENVIRONMENT_URL: 'data:text/html,x' })).toEqual({
      environment: { name: 'x' }
    }))
})

test.each([
  ['https://a.example/x?y#z', 'https://a.example/x?y#z'],
  ['http://10.0.0.1:8080', 'http://10.0.0.1:8080/'],
  ['javascript:alert(1)', undefined],
  [' java\nscript:alert(1)', undefined],
  ['file:///etc/passwd', undefined],
  ['https://user:secret@a.example/', undefined],
  ['//a.example', undefined],
  [`https://a.example/${'x'.repeat(2000)}`, undefined]
])('%s may be linked to: %s', (text, expected) => expect(webAddress(text)).toBe(expected))
