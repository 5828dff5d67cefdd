import { expect, test } from '@jest/globals'
import { containersOf, failuresOf, imageVariable } from '../../../src/images/test-verdict.rules.ts'

const line = (Service: string, State: string, ExitCode = 0, Health = '') =>
  JSON.stringify({ Service, State, ExitCode, Health })
const said = (...lines: string[]) => failuresOf(containersOf(lines.join('\n')))

test('the tester is named first, and not what was ended because of it', () => {
  expect(said(line('db', 'exited', 137), line('web', 'exited', 2), line('sut', 'exited', 1))).toEqual([
    { service: 'sut', what: 'exited with 1' },
    { service: 'web', what: 'exited with 2' }
  ])
})

test('without a tester everything counts that ended badly or is ill', () => {
  expect(
    said(line('db', 'exited', 137), line('web', 'running', 0, 'unhealthy'), line('job', 'exited'))
  ).toEqual([
    { service: 'db', what: 'exited with 137' },
    { service: 'web', what: 'is unhealthy' }
  ])
  expect(said(line('web', 'running', 0, 'healthy'))).toEqual([])
})

test('compose writes a list, or a line each, or nothing', () => {
  expect(containersOf(`[${line('a', 'running')}]`)).toEqual(containersOf(line('a', 'running')))
  expect(containersOf('')).toEqual([])
})

test('a variable for each image', () => {
  expect(['backend', 'my-shop.web'].map(imageVariable)).toEqual(['IMAGE_BACKEND', 'IMAGE_MY_SHOP_WEB'])
})
