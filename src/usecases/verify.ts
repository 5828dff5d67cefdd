import type { EngineClient } from '../docker/client.ts'
import type { Effects } from '../effects/effects.ts'
import { createRedactor } from '../plain/redact.ts'
import { select, worst } from '../verify/verify.rules.ts'
import {
  type Deployed,
  deriveSuite,
  type IsolationMatrix,
  loadSuites,
  type NodeAnswers,
  openVigil,
  type ReportedLoad,
  readSuiteText,
  runSuite,
  type Suite,
  type VerifyResult,
  type Vigil
} from '../verify/verify.ts'
import { lastDeploy } from './last-deploy.ts'
import type { Home, SwarmTarget, VerifyRequest } from './requests.ts'
import { openSwarm } from './swarm.ts'
import { keepEvidence, readWithin, registerSecrets } from './verify-files.ts'
import { placesIn } from './verify-places.ts'
import { openWorld } from './verify-world.ts'

const DEADLINE_MS = 15 * 60_000
/** Where verdicts of a suite that nobody has written stand. */
const DERIVED = 'derived.yml'

/**
 * Measures what a stack really does and judges it: by suites or, where none is named, by the one that is derived from the
 * stack. A verdict that is not a pass is a result, not an error.
 *
 * @throws `input` that names every fault of the suites, before anything is asked; `not-found` when there is no such stack
 *   to derive from; what `openSwarm` throws; `cancelled`
 */
export async function verify(request: VerifyRequest, home: Home, fx: Effects): Promise<VerifyResult> {
  const { stack, suite: asked } = request
  const written = asked.files.length > 0 ? await loadSuites(asked) : undefined
  if (written) select(written.checks, asked)
  const redactor = createRedactor()
  await registerSecrets(redactor, written?.secretFiles ?? [], asked.root)
  const placeOf = await placesIn(asked.composeFiles, asked.root, fx.log)
  const swarm = await openSwarm(request.target, home, fx)
  let vigil: Vigil | undefined
  try {
    const start = fx.clock.now()
    const deployed = await lastDeploy(stack, swarm.manager, fx)
    const suite = written ?? (await derived(stack, swarm.manager, deployed, fx))
    const checks = select(suite.checks, asked)
    // What was measured once more counts once.
    const answers = new Map<string, readonly NodeAnswers[]>()
    const isolation = new Map<string, IsolationMatrix>()
    const loads: ReportedLoad[] = []
    const base = { ...(await openWorld(swarm, stack, fx)), deployed }
    vigil = await openVigil(base, fx)
    const { atOnce, patience } = vigil.pace()
    if (atOnce < checks.length) fx.log.info(`checks run ${atOnce} at a time, to match the pace of this swarm`)
    const verdicts = await runSuite(
      checks,
      {
        ...base,
        readFileFrom: (folder, path) => readWithin(asked.root, folder, path),
        showAnswers: (round, seen) => void answers.set(round, seen),
        showIsolation: (look, matrix) => void isolation.set(look, matrix),
        showLoad: load => void loads.push(load)
      },
      fx,
      {
        vigil,
        deadlineMs: suite.deadlineMs ?? DEADLINE_MS * patience,
        isDisruptionAllowed: asked.isDisruptionAllowed,
        recorder: {
          redactor,
          placeOf,
          saveEvidence: asked.evidenceDir === undefined ? undefined : await keepEvidence(asked.evidenceDir)
        }
      }
    )
    return {
      verdicts,
      nodes: redactor.redact([...answers.values()].flat()),
      ...(isolation.size > 0 ? { isolation: redactor.redact([...isolation.values()]) } : {}),
      ...(loads.length > 0 ? { loads: redactor.redact(loads) } : {}),
      status: worst(verdicts.map(verdict => verdict.status)),
      durationMs: fx.clock.now() - start
    }
  } finally {
    vigil?.close()
    await swarm.close()
  }
}

/** What cannot be checked is told before the rest is. */
async function derived(
  stack: string,
  manager: EngineClient,
  deployed: Deployed | undefined,
  { log, signal }: Pick<Effects, 'log' | 'signal'>
): Promise<Suite> {
  const { text, unasked } = await deriveSuite(stack, manager, deployed, signal)
  for (const each of unasked) log.info(`Not checked: ${each}`)
  return readSuiteText(text, DERIVED)
}

/**
 * The suite that is derived from a stack, as text: for people to go on with.
 *
 * @throws as `verify`
 */
export async function derivedSuite(
  { target, stack }: { target: SwarmTarget; stack: string },
  home: Home,
  fx: Effects
): Promise<string> {
  const swarm = await openSwarm(target, home, fx)
  try {
    const { text } = await deriveSuite(
      stack,
      swarm.manager,
      await lastDeploy(stack, swarm.manager, fx),
      fx.signal
    )
    return text
  } finally {
    await swarm.close()
  }
}
