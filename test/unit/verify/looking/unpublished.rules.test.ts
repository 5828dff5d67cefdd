import { expect, test } from '@jest/globals'
import type { ApiService } from '../../../../src/docker/types.ts'
import { isUnpublished } from '../../../../src/verify/looking/unpublished.rules.ts'

const service = (name: string, published: number[], aliases: string[] = []) =>
  ({
    ID: name,
    Spec: {
      Name: `shop_${name}`,
      TaskTemplate: { Networks: [{ Target: 'n', Aliases: aliases }] },
      EndpointSpec: { Ports: published.map(PublishedPort => ({ PublishedPort })) }
    }
  }) as unknown as ApiService
const SERVICES = [
  service('web', [80], ['www', 'both']),
  service('exporter', [], ['metrics', 'both']),
  { ID: 'x', Spec: { Name: 'shop_bare', TaskTemplate: {} } } as unknown as ApiService
]

test.each([
  ['exporter', true],
  ['shop_exporter', true],
  ['tasks.exporter', true],
  ['metrics', true],
  ['bare', true],
  ['web', false],
  ['tasks.web', false],
  ['www', false],
  ['both', false],
  ['10.0.0.5', false],
  ['elsewhere', false],
  ['', false]
])('%s can only mean what publishes nothing: %s', (host, is) => {
  expect(isUnpublished(host, 'shop', SERVICES)).toBe(is)
})
