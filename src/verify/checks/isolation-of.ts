import { SwarmlineError } from '../../errors.ts'
import { patienceOf } from '../../plain/pace.ts'
import type { Check } from '../check.ts'
import type { NodeDoor, VerifyEffects } from '../plan.ts'
import { type IsolationEvidence, judgeIsolation } from './isolation.rules.ts'
import { gatherIsolation, type MeshSlice } from './isolation.ts'
import type { EdgeRules } from './isolation-edges.rules.ts'
import { type IsolationMatrix, matrixOf } from './isolation-matrix.rules.ts'

/** On a quick machine; a slow one has longer. */
const DEADLINE_MS = 180_000

/** Who reaches whom within a stack, by its networks and by rules. @param show takes the matrix for the report */
export function isolationOf(
  plan: { stack: string; hasMesh: boolean; nodes: MeshSlice['nodes']; rules: EdgeRules },
  { engine }: Pick<NodeDoor, 'engine'>,
  show: (matrix: IsolationMatrix) => void,
  fx: VerifyEffects
): Check<IsolationEvidence> {
  const { rules, ...seen } = plan
  return {
    kind: 'isolation',
    title: 'Services reach each other only as they may',
    expected: 'services reach each other where they share a network and no rule forbids it, and nowhere else',
    gather: async () => {
      const deadlineMs = DEADLINE_MS * patienceOf(fx)
      const late = AbortSignal.timeout(deadlineMs)
      const slice = { ...seen, ...fx, manager: engine, signal: AbortSignal.any([fx.signal, late]) }
      const evidence = await gatherIsolation(slice, { rules }).catch((error: unknown) => {
        if (!late.aborted || fx.signal.aborted) throw error
        throw new SwarmlineError('timed-out', `not measured within ${deadlineMs / 1000} s`, { cause: error })
      })
      show(matrixOf(evidence))
      return evidence
    },
    judge: judgeIsolation
  }
}
