// The whole suite of the workload, as a user runs it: how long it takes beside its longest single check. On a private
// engine of this machine without a mesh, or on an emulated one with it.
import type { VerifyResult } from '../../src/verify/verdict.ts'
import { raiseWorkload } from '../../test/support/workload-stack.ts'

export type SuiteRun = {
  /** From the first check's begin to the last one's end. */
  ms: number
  longest: string
  longestMs: number
  overLongest: number
  statuses: Record<string, string>
  checks: Record<string, number>
}

/** @throws with what a command said, when the stack does not come up */
export async function measureWorkloadSuite(runs: number, isVm: boolean): Promise<SuiteRun[]> {
  const workload = await raiseWorkload(isVm ? 'mesh' : 'host')
  try {
    const order = isVm ? [] : ['--variable', 'ORDER=stop-first']
    const rows: SuiteRun[] = []
    for (let i = 0; i < runs; i++) rows.push(rowOf(await workload.verify('workload.yml', ...order)))
    return rows
  } finally {
    await workload.close()
  }
}

function rowOf({ verdicts, durationMs }: VerifyResult): SuiteRun {
  const [longest] = verdicts.toSorted((a, b) => b.durationMs - a.durationMs)
  const longestMs = longest?.durationMs ?? Number.NaN
  return {
    ms: Math.round(durationMs),
    longest: longest?.id ?? 'none',
    longestMs: Math.round(longestMs),
    overLongest: Math.round((durationMs / longestMs) * 100) / 100,
    statuses: Object.fromEntries(verdicts.map(({ id, status }) => [id, status])),
    checks: Object.fromEntries(verdicts.map(({ id, durationMs: ms }) => [id, Math.round(ms)]))
  }
}
