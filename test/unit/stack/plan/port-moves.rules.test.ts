import { describe, expect, test } from '@jest/globals'
import type { ApiService } from '../../../../src/docker/types.ts'
import { planChanges } from '../../../../src/stack/plan/plan-changes.rules.ts'
import { removedFirst, wavesOf } from '../../../../src/stack/plan/port-moves.rules.ts'
import { changesInWords } from '../../../../src/stack/plan/words.rules.ts'
import { aService } from '../../../support/swarm-builders.ts'

type Ports = Record<string, string>
const HOST = /^host:/

const live = (ports: Ports): ApiService[] =>
  Object.entries(ports).map(([name, port]) =>
    aService(`s_${name}`, {
      Spec: {
        EndpointSpec: {
          Ports: [
            {
              Protocol: 'tcp',
              TargetPort: 80,
              PublishedPort: Number(port.replace(HOST, '')),
              PublishMode: HOST.test(port) ? ('host' as const) : ('ingress' as const)
            }
          ]
        }
      }
    })
  )
const plan = (before: Ports, now: Ports, isPruning = true) =>
  planChanges(
    {
      services: Object.fromEntries(
        Object.entries(now).map(([name, port]) => [
          name,
          {
            image: 'app:v1',
            ...(port === ''
              ? {}
              : {
                  ports: [
                    {
                      target: 80,
                      published: Number(port.replace(HOST, '')),
                      protocol: 'tcp',
                      mode: HOST.test(port) ? 'host' : 'ingress'
                    }
                  ]
                })
          }
        ])
      )
    },
    's',
    { services: live(before), networks: [], secrets: [], configs: [], apiVersion: '1.44' },
    { isPruning }
  )
const refusals = (changes: ReturnType<typeof plan>) =>
  changes.services.flatMap(({ refusal }) => refusal ?? [])

describe('a port that moves within a stack', () => {
  test('from a service that was renamed: the old one goes first, and the plan says so', () => {
    const changes = plan({ web: '80' }, { frontend: '80' })
    expect(removedFirst(changes)).toEqual(['s_web'])
    expect(changesInWords(changes)).toContain('- service web: removed, before frontend takes its port 80/tcp')
    expect(refusals(changes)).toEqual([])
  })
  test('from one that stays, since nobody asked to prune: refused before anything is made', () => {
    const changes = plan({ web: '80' }, { frontend: '80' }, false)
    expect(removedFirst(changes)).toEqual([])
    expect(refusals(changes)).toEqual([
      expect.stringMatching(/port 80\/tcp is published by web, .*deploy with pruning/)
    ])
  })
  test('to another service of the files: the one that lets go is handed over first', () => {
    const changes = plan({ a: '80', b: '81' }, { b: '80', a: '' })
    expect(wavesOf(['b', 'a'], changes)).toEqual([['a'], ['b']])
    expect(changesInWords(changes)).toContain('~ service b: updated, after a, whose port it takes')
    const chain = plan({ a: '80', b: '81', c: '82' }, { c: '81', b: '80', a: '' })
    expect(wavesOf(['c', 'b', 'a'], chain)).toEqual([['a'], ['b'], ['c']])
  })
  test('both ways at once: refused, with the way out', () => {
    expect(refusals(plan({ a: '80', b: '81' }, { a: '81', b: '80' }))).toEqual([
      expect.stringMatching(/it and b exchange ports.*deploy once without the port/),
      expect.stringMatching(/it and a exchange ports/)
    ])
  })
  test('is none where both have it in host mode, or no port moves', () => {
    expect(removedFirst(plan({ web: 'host:80' }, { frontend: 'host:80' }))).toEqual([])
    expect(removedFirst(plan({ web: 'host:80' }, { frontend: '80' }))).toEqual(['s_web'])
    const none = plan({ web: '80' }, { web: '80', other: '81' })
    expect(wavesOf(['web', 'other'], none)).toEqual([['web', 'other']])
    expect(refusals(none)).toEqual([])
  })
})
