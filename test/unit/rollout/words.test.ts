import { describe, expect, test } from '@jest/globals'
import { explainOutcome } from '../../../src/rollout/advice.rules.ts'
import { cleanLine, presentable } from '../../../src/rollout/log-lines.rules.ts'
import type { DeployResult } from '../../../src/rollout/outcome.ts'
import { progressLine } from '../../../src/rollout/progress.rules.ts'

describe("a container's lines", () => {
  test('lose what could forge a terminal', () => {
    expect(cleanLine('\u001b[31mred\u001b[0m \u001b]0;title\u0007 \r\u202e x')).toBe(
      'red \u{fffd}]0;title\u{fffd} \u{fffd} x'
    )
    expect(cleanLine('a\tb')).toBe('a b')
    expect(cleanLine('::error::forged')).toBe('::error::forged')
  })
  test('are bounded in number and length', () => {
    expect(presentable(Array.from({ length: 99 }, (_, i) => `line ${i}`).join('\n'))).toHaveLength(20)
    expect(presentable('x\n\n \ny\r\n')).toEqual(['x', 'y'])
    expect([...cleanLine('é'.repeat(5000))]).toHaveLength(300)
  })
})

test('the services in one line', () => {
  const judgement = (name: string, running: number, wanted: number, kind: string, outcome?: string) =>
    ({ state: { name, running, wanted, phase: { kind } }, outcome }) as never
  expect(
    progressLine(
      [
        judgement('w_backend', 2, 3, 'progressing'),
        judgement('w_redis', 1, 1, 'settled', 'converged'),
        judgement('other', 0, 3, 'stuck')
      ],
      'w'
    )
  ).toBe('backend 2/3 · redis 1/1 ✓ · other 0/3 waiting')
})

describe('the line and the way out', () => {
  const service = (name: string, outcome: DeployResult['outcome']) => ({
    name,
    running: 0,
    wanted: 1,
    outcome,
    image: ''
  })
  const result = (outcome: DeployResult['outcome'], more: Partial<DeployResult> = {}): DeployResult => ({
    stack: 's',
    outcome,
    services: [service('s_fine', 'converged'), service('s_web', outcome)],
    failures: [
      {
        service: 's_web',
        task: 't',
        node: 'worker1',
        category: 'exit',
        error: 'task: non-zero exit (1)',
        logLines: []
      }
    ],
    startedAt: '',
    durationMs: 0,
    ...more
  })
  test('name the service, the counts, the error and the node', () => {
    expect(explainOutcome(result('failed'))).toEqual({
      message: 's_web failed (0/1): task: non-zero exit (1) on worker1',
      hint: 'the last lines of its log say why; see more with docker service logs'
    })
  })
  test('a full disk is to be emptied, on the node that has it', () => {
    const error = 'write /var/lib/docker/overlay2/x: no space left on device'
    const failures = result('failed').failures.map(one => ({ ...one, category: 'resources' as const, error }))
    expect(explainOutcome(result('failed', { failures })).hint).toBe(
      'free some space on worker1: docker system prune'
    )
  })
  test('a pause has two ways out', () => {
    expect(explainOutcome(result('paused')).hint).toBe(
      'fix the cause and deploy again, or go back: docker service rollback s_web'
    )
  })
  test('more than one', () => {
    const services = [service('s_a', 'cancelled'), service('s_web', 'failed')]
    expect(explainOutcome(result('failed', { services })).message).toMatch(/^s_web failed .*\(and 1 more\)$/)
  })
  test('without evidence', () => {
    expect(explainOutcome(result('timed-out', { failures: [] })).message).toBe(
      's_web did not converge in time (0/1): no task'
    )
  })
})
