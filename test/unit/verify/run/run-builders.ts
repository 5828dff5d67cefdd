// Kinds and checks made of functions, and a run of them over a swarm of nothing.
import * as z from 'zod'
import { createRedactor } from '../../../../src/plain/redact.ts'
import { fail, pass } from '../../../../src/verify/judging/judgement.rules.ts'
import { type AnyKind, defineKind } from '../../../../src/verify/kind.ts'
import { type RunOptions, runSuite, type WorldBase } from '../../../../src/verify/run/run-suite.ts'
import type { SuiteCheck } from '../../../../src/verify/suite/suite.ts'
import type { World } from '../../../../src/verify/world.ts'
import { fakeEffects, fakeEngine } from '../../../support/fake-engine.ts'

export const EXPECTED = 'all is well'

export function kind(gather: (world: World) => Promise<unknown>, over: Partial<AnyKind> = {}): AnyKind {
  return defineKind({
    name: 'probe',
    explanation: '',
    example: '',
    isDisturbing: false,
    visits: 'none',
    params: z.strictObject({}),
    expected: () => EXPECTED,
    gather: (_params, world) => gather(world),
    judge: (_params, seen) =>
      seen === true ? pass(EXPECTED, 'yes') : fail(EXPECTED, `saw ${String(seen)}`, 'mend it'),
    ...over
  })
}
export const check = (id: string, of: AnyKind, over: Partial<SuiteCheck> = {}): SuiteCheck => ({
  id,
  kind: of,
  title: undefined,
  tags: [],
  deadlineMs: undefined,
  points: undefined,
  hints: undefined,
  params: {},
  place: { file: 'suite.yml', line: 3 },
  folder: '/suite',
  ...over
})

/** The evidence of every run, by the check's id. */
export const saved: Record<string, string> = {}
const recorder = () => ({
  redactor: createRedactor(),
  saveEvidence: async (id: string, json: string) => {
    saved[id] = json
    return `${id}.json`
  },
  placeOf: (keys: readonly string[]) => ({ file: 'stack.yml', line: keys.length })
})
export const run = (checks: SuiteCheck[], over: Partial<RunOptions> = {}, fx = fakeEffects()) => {
  const base: WorldBase = {
    stack: 'shop',
    manager: fakeEngine(() => []),
    nodes: [],
    hasMesh: true,
    endpointOf: async () => ({ host: '127.0.0.1', port: 1 }),
    readFileFrom: async (folder, path) => Buffer.from(`${folder}/${path}`),
    showAnswers: () => undefined,
    showIsolation: () => undefined,
    showLoad: () => undefined,
    clock: fx.clock,
    log: fx.log
  }
  return runSuite(checks, base, fx, {
    deadlineMs: 60_000,
    isDisruptionAllowed: false,
    recorder: recorder(),
    ...over
  })
}
