import type { Assignment, GradedCheck } from '../../../src/grading/assignment.ts'
import type { Cast, ServiceFacts } from '../../../src/grading/roles/role.ts'
import type { Verdict, VerdictStatus } from '../../../src/verify/verdict.ts'

export function check(id: string, change: Partial<GradedCheck> = {}): GradedCheck {
  return {
    id,
    title: `the check ${id}`,
    points: 2,
    requires: [],
    roles: [],
    hints: [`look at ${id}`, `look closer at ${id}`, `look very close at ${id}`],
    place: { file: `${id}.yml`, line: 3 },
    ...change
  }
}

export function assignment(
  name: string,
  checks: readonly GradedCheck[],
  change: Partial<Assignment> = {}
): Assignment {
  return { name, title: `title of ${name}`, isBonus: false, needsSwarm: false, checks, ...change }
}

export function verdict(id: string, status: VerdictStatus = 'pass', change: Partial<Verdict> = {}): Verdict {
  return {
    id,
    kind: 'service',
    title: id,
    status,
    expected: `${id} is right`,
    observed: `${id} was seen`,
    hint: undefined,
    durationMs: 7,
    figures: {},
    ...change
  }
}

export const verdicts = (...all: readonly Verdict[]): Map<string, Verdict> =>
  new Map(all.map(each => [each.id, each]))

export function service(name: string, change: Partial<ServiceFacts> = {}): ServiceFacts {
  return {
    name,
    stack: 'workshop',
    image: `workshop/${name}:latest`,
    running: 1,
    nodes: ['manager1'],
    hostnames: [],
    ports: [],
    secrets: [],
    heard: [],
    ...change
  }
}

export const cast = (role: string, found: string | undefined, because = 'it is so'): Cast => ({
  role,
  title: `the ${role}`,
  found,
  because,
  others: []
})
