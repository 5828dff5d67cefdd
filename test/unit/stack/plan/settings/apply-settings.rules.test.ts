import { describe, expect, test } from '@jest/globals'
import { applySettings } from '../../../../../src/stack/plan/settings/apply-settings.rules.ts'
import { parseSettings } from '../../../../../src/stack/plan/settings/parse-settings.rules.ts'

const model = (services: Record<string, object>) => ({ version: '3.8', services })
const apply = (services: Record<string, object>, ...lines: string[]) =>
  applySettings(model(services), parseSettings(lines))
const deployOf = (services: Record<string, object>, ...lines: string[]) =>
  (apply(services, ...lines).model.services as Record<string, { deploy?: object }>).web?.deploy

test('settings are laid over what the stack file says, those of the service over those for all', () => {
  const web = { deploy: { replicas: 3, update_config: { order: 'start-first', delay: '1s' } } }
  const lines = ['delay=2s', 'web.delay=3s', 'monitor=10s', 'rollback-parallelism=0', 'max-failure-ratio=0.5']
  expect(deployOf({ web, db: {} }, ...lines)).toEqual({
    replicas: 3,
    update_config: { order: 'start-first', delay: '3s', monitor: '10s', max_failure_ratio: 0.5 },
    rollback_config: { parallelism: 0 }
  })
})

test('no settings, no change', () => {
  const given = model({ web: { image: 'x', deploy: { replicas: 2 } }, db: { image: 'y' } })
  expect(applySettings(given, parseSettings([]))).toEqual({ model: given, notes: [] })
})

test('every service that is not there is named, with the nearest one', () => {
  expect(() => apply({ backend: {}, redis: {} }, 'bakend.delay=1s', 'qqqqqqqqq.delay=1s')).toThrow(
    'the stack has no service bakend: is it backend?; the stack has no service qqqqqqqqq'
  )
})

test('a job takes no update settings, since docker refuses them', () => {
  const job = { deploy: { mode: 'replicated-job' } }
  const told = [{ service: 'job', hasEffect: false, text: 'a job is not updated in steps' }]
  expect(apply({ job }, 'delay=1s')).toEqual({ model: model({ job }), notes: told })
  expect(apply({ job }, 'job.rollback-delay=1s').notes).toEqual(told)
  expect(apply({ job, web: {} }, 'web.order=start-first').notes).toEqual([])
})

describe('what does not do what it seems to say', () => {
  const hostPort = { ports: [{ target: 80, published: 80, mode: 'host' }] }
  const three = { deploy: { replicas: 3 } }
  test.each<[string, object, string[], RegExp, boolean]>([
    ['start-first with a host port', hostPort, ['order=start-first'], /never completes/, true],
    ['a rollback as well', hostPort, ['rollback-order=start-first'], /^rollback_config\.order/, true],
    ['no monitor', three, ['monitor=0s'], /default, 5s/, false],
    [
      'a delay longer than the monitor that was asked for',
      three,
      ['delay=7s', 'monitor=5s'],
      /monitor: 5s is shorter than delay \(7s\): the swarm watches each task for 8s/,
      true
    ],
    [
      'a ratio of ignored failures',
      three,
      ['failure-action=continue', 'max-failure-ratio=0.1'],
      /no effect/,
      false
    ],
    [
      'a delay after the last step',
      three,
      ['delay=1s', 'parallelism=3'],
      /delay has no effect: 3 tasks/,
      false
    ],
    ['a delay of one step', three, ['delay=1s', 'parallelism=0'], /delay has no effect: all tasks/, false]
  ])('%s', (_, web, lines, said, hasEffect) => {
    expect(apply({ web }, ...lines).notes).toContainEqual({
      service: 'web',
      hasEffect,
      text: expect.stringMatching(said)
    })
  })
  test('settings that are as they should be need no word', () => {
    const lines = ['order=start-first', 'delay=4s', 'monitor=15s', 'failure-action=rollback', 'parallelism=1']
    expect(apply({ web: { ...three, ports: ['80:80'] } }, ...lines).notes).toEqual([])
  })
  test.each([
    ['a delay, and docker’s own monitor', ['delay=10s']],
    ['a monitor as long as the delay', ['delay=15s', 'monitor=15s']]
  ])('%s needs no word', (_, lines) => {
    expect(apply({ web: three }, ...lines).notes).toEqual([])
  })
})
