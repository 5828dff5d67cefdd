import { describe, expect, test } from '@jest/globals'
import { endInWords } from '../../../src/report/ended.rules.ts'
import { planObjects } from '../../../src/stack/plan/plan-objects.rules.ts'
import type { ObjectChange, StackChanges } from '../../../src/stack/plan/stack-changes.ts'
import { driftsOf, requireAcceptable } from '../../../src/usecases/deploy/acceptable.rules.ts'
import { aService } from '../../support/swarm-builders.ts'

const volumes = (options: object) => ({ data: { driver_opts: options } })
const model = (network: object, options: object = {}) => ({
  services: {
    web: {
      image: 'app:v1',
      networks: ['back'],
      volumes: [{ type: 'volume', source: 'data', target: '/data' }]
    }
  },
  networks: { back: network },
  volumes: volumes(options)
})
const there = (internal: boolean, options: Record<string, string> = {}) => ({
  services: [
    aService('s_web', {
      Spec: {
        TaskTemplate: {
          ContainerSpec: {
            Image: 'app:v1',
            Mounts: [
              {
                Type: 'volume',
                Source: 's_data',
                Target: '/data',
                VolumeOptions: { DriverConfig: { Options: options } }
              }
            ]
          }
        }
      }
    })
  ],
  networks: [
    {
      Id: 'n',
      Name: 's_back',
      Driver: 'overlay',
      Scope: 'swarm',
      Internal: internal,
      Labels: { 'com.docker.stack.namespace': 's' }
    }
  ],
  secrets: [],
  configs: [],
  apiVersion: '1.44'
})
const changes = (objects: ObjectChange[]): StackChanges => ({
  stack: 's',
  services: [],
  objects,
  isUnchanged: true
})
const plan = (network: object, isInternal: boolean, options = {}, wereOptions = {}) =>
  changes(planObjects(model(network, options), 's', there(isInternal, wereOptions)))
const verdict = (found: StackChanges, isStrict = false): string => {
  try {
    requireAcceptable(found, isStrict)
    return 'accepted'
  } catch (error) {
    return (error as Error).message
  }
}

describe('what docker cannot change on an object that exists', () => {
  test('a network that is to be internal, and is not: refused in any case', () =>
    expect(verdict(plan({ internal: true }, false))).toMatch(
      /network s_back: it exists with another internal.*give it a new name .*docker stack rm/
    ))
  test('another attribute of a network: refused when strict, and said in any case', () => {
    const found = plan({ attachable: true }, false)
    expect(verdict(found)).toBe('accepted')
    expect(verdict(found, true)).toMatch(/network s_back: it exists with another attachable/)
    expect(driftsOf(found)).toEqual([expect.stringMatching(/another attachable/)])
  })
  test('options of a volume', () => {
    const nfs = { type: 'nfs', o: 'addr=10.0.0.5,rw', device: ':/a' }
    const found = plan({}, false, { ...nfs, device: ':/b' }, nfs)
    expect(driftsOf(found)).toEqual([
      expect.stringMatching(
        /volume s_data: nodes that have it keep it with another driver_opts\.device: .*docker volume rm s_data/
      )
    ])
    expect(verdict(found, true)).toMatch(/volume s_data/)
    expect(driftsOf(plan({}, false, nfs, nfs))).toEqual([])
  })
  test('is never reported as what the file says', () => {
    const ended = (found: StackChanges) =>
      endInWords({ outcome: 'converged', undone: undefined, changes: found })
    expect(ended(plan({ attachable: true }, false))).toMatch(/runs, but not as its file says: network s_back/)
    expect(ended(plan({}, false))).toBe('runs as its file says')
  })
})
