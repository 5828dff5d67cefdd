import { describe, expect, test } from '@jest/globals'
import { boundedModel } from '../../../../src/grading/allowed/bounded-model.rules.ts'

describe('limits', () => {
  const bounded = (service: Record<string, unknown>) => {
    const made = boundedModel({ services: { a: service } }) as {
      services: { a: { deploy: { resources: { limits: unknown } } } }
    }
    return made.services.a.deploy.resources.limits
  }
  test.each([
    [undefined, 268_435_456],
    ['128M', 134_217_728],
    ['64kb', 65_536],
    ['0.5g', 536_870_912],
    ['4G', 536_870_912],
    ['1048576', 1_048_576],
    ['0', 268_435_456],
    ['-1', 268_435_456],
    ['lots', 268_435_456]
  ])('memory %s becomes %d bytes', (memory, bytes) => {
    expect(bounded({ deploy: { resources: { limits: { memory } } } })).toMatchObject({
      memory: String(bytes)
    })
  })

  test.each([
    [undefined, 256],
    [10, 10],
    [100_000, 256],
    [0, 256],
    [-1, 256]
  ])('%s processes become %d', (pids, most) => {
    expect(bounded({ deploy: { resources: { limits: { pids } } } })).toMatchObject({ pids: most })
  })

  test('logs are cut off, whatever the file says, and all else stays', () => {
    const service = {
      image: 'x/a',
      logging: { driver: 'none' },
      deploy: { replicas: 3, resources: { limits: { cpus: '0.5' }, reservations: { memory: '1M' } } }
    }
    const model = { version: '3.8', services: { a: service }, networks: { n: {} } }
    const before = structuredClone(model)
    expect(boundedModel(model)).toEqual({
      ...model,
      services: {
        a: {
          ...service,
          logging: { driver: 'json-file', options: { 'max-size': '1m', 'max-file': '2' } },
          deploy: {
            ...service.deploy,
            resources: {
              limits: { cpus: '0.5', memory: '268435456', pids: 256 },
              reservations: { memory: '1M' }
            }
          }
        }
      }
    })
    expect(model).toEqual(before)
  })
})
