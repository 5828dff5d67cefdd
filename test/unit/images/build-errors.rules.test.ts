import { describe, expect, test } from '@jest/globals'
import { explainBuild, explainPush } from '../../../src/images/build-errors.rules.ts'

const build = (text: string) => explainBuild('app', text.split('\n'))

describe('a base image that cannot be had is named, with the reason', () => {
  test.each([
    [
      'BuildKit',
      `#3 [internal] load metadata for docker.io/library/nosuch:1
#3 ERROR: failed to do request: Head "https://registry-1.docker.io/v2/library/nosuch/manifests/1": dial tcp: lookup registry-1.docker.io: no such host
------
 > [internal] load metadata for docker.io/library/nosuch:1:
------
ERROR: failed to solve: rpc error`,
      'nosuch:1 is not available (no such host)'
    ],
    [
      'BuildKit, in a stage',
      ` > [backend internal] load metadata for 10.0.0.1:5000/a/b:latest:
ERROR: failed to solve: 10.0.0.1:5000/a/b:latest: not found`,
      '10.0.0.1:5000/a/b:latest is not available (not found)'
    ],
    [
      'the classic builder',
      `Sending build context to Docker daemon  2.048kB
Step 1/3 : FROM --platform=linux/amd64 php:8 AS base
Get "https://registry-1.docker.io/v2/": dial tcp 1.2.3.4:443: connect: connection refused`,
      'php:8 is not available (connection refused)'
    ],
    [
      'the classic builder, in a later stage',
      `Step 1/3 : FROM scratch
 --->
Step 2/3 : FROM me/private
pull access denied for me/private, repository does not exist or may require 'docker login'`,
      'me/private is not available (pull access denied)'
    ]
  ])('%s', (_, text, expected) => {
    expect(build(text)).toMatchObject({
      code: 'build-failed',
      message: `building app: the base image ${expected}`
    })
  })
})

test.each([
  [
    `Step 1/2 : FROM alpine
 ---> 1234
Step 2/2 : RUN false
The command '/bin/sh -c false' returned a non-zero code: 1`,
    "The command '/bin/sh -c false' returned a non-zero code: 1"
  ],
  [
    '#3 ERROR: executor failed\n------\n > [1/1] RUN x:\n------\nERROR: failed to solve: executor failed running [/bin/sh -c x]: exit code: 1',
    'ERROR: failed to solve: executor failed running [/bin/sh -c x]: exit code: 1'
  ],
  ['something\nelse', 'else'],
  ['', 'it failed without an error message']
])('else its own last telling line', (text, expected) => {
  expect(build(text)).toMatchObject({ code: 'build-failed', message: `building app: ${expected}` })
})

test('a full disk and an engine that is away are no fault of the build', () => {
  expect(build('write /x: no space left on device').code).toBe('disk-full')
  expect(build('ERROR: Cannot connect to the Docker daemon at unix:///x').code).toBe('engine-lost')
})

test.each([
  ['denied: requested access to the resource is denied', 'log in'],
  ['unauthorized: authentication required', 'log in'],
  ['Get "https://10.0.0.1:5000/v2/": http: server gave HTTP response to HTTPS client', 'insecure-registries'],
  ['dial tcp 10.0.0.1:5000: connect: connection refused', 'whether the registry runs'],
  ['unknown', 'by hand']
])('pushing: %s', (said, hint) => {
  const error = explainPush('r/a:1', `The push refers to repository [r/a]\n${said}\n`)
  expect(error).toMatchObject({
    code: 'push-failed',
    message: `pushing r/a:1: ${said}`,
    hint: expect.stringContaining(hint)
  })
})
