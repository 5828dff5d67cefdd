import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { readRoles } from '../../../../src/grading/roles/read-roles.ts'

const read = (text: string) => {
  const found = readRoles('/roles.yml', 'roles.yml', text)
  return 'roles' in found ? found.roles : found.faults.map(({ line, text: words }) => `${line}: ${words}`)
}

test('the workshop’s roles are read, services before what refers to them', () => {
  const roles = read(readFileSync('workshop/roles.yml', 'utf8'))
  expect(roles.map(role => (typeof role === 'string' ? role : `${role.name} ${role.kind}`))).toEqual([
    'BACKEND service',
    'REDIS service',
    'CADVISOR service',
    'PROMETHEUS service',
    'UTILITY service',
    'PASSWORD secret',
    'BACKEND_IMAGE image'
  ])
  expect(roles[0]).toMatchObject({
    ways: expect.arrayContaining([
      { answers: { port: 80, path: '/', contains: 'I am the backend server', namesItself: true } }
    ])
  })
})

test.each([
  ['roles: {backend: {title: x, service: [{publishes: 80}]}}', '1: roles.backend: Invalid key in record'],
  ['roles: {B: {title: x, service: [{}]}}', '1: roles.B.service.0: says nothing'],
  ['roles: {S: {title: x, secret: {shared-by: [B]}}}', '1: B is not the role of a service before it'],
  ['roles: {I: {title: x, image: {of: B, named: y}}}', '1: B is not the role of a service before it'],
  ['[]', '1: a suite is a mapping']
])('%s is refused', (text, fault) => {
  expect(read(text)).toEqual([fault])
})
