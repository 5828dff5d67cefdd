// Runs checks of a suite against a swarm on paper.

import { createRedactor } from '../../../src/plain/redact.ts'
import type { Mapping } from '../../../src/stack/read/plain.rules.ts'
import { runSuite } from '../../../src/verify/run/run-suite.ts'
import type { SuiteCheck } from '../../../src/verify/suite/suite.ts'
import type { Verdict } from '../../../src/verify/verdict.ts'
import { fakeEngine } from '../../unit/verify/builders.ts'
import { fakeEffects } from '../fake-engine.ts'
import { NODES, paperRoutes, STACK } from './paper-swarm.ts'

export function runOnPaper(checks: SuiteCheck[], model: Mapping): Promise<Verdict[]> {
  const engine = fakeEngine(paperRoutes(model))
  const fx = fakeEffects()
  const base = {
    stack: STACK,
    manager: engine,
    nodes: NODES.map(name => ({
      ...{ id: `id-${name}`, name, labels: {}, address: '127.0.0.1', engine, power: undefined },
      role: name.startsWith('manager') ? ('manager' as const) : ('worker' as const)
    })),
    hasMesh: true,
    endpointOf: async () => {
      throw new Error('nothing listens on paper')
    },
    showAnswers: () => undefined,
    showIsolation: () => undefined,
    showLoad: () => undefined,
    readFileFrom: async () => Buffer.alloc(0),
    clock: fx.clock,
    log: fx.log
  }
  const recorder = { redactor: createRedactor(), saveEvidence: undefined, placeOf: undefined }
  return runSuite(checks, base, fx, { deadlineMs: 60_000, isDisruptionAllowed: false, recorder })
}
