import type { VerifyResult } from '../verify/verify.ts'
import type { RunReport } from './run-report.ts'

/** How a run ended: by its verification where there was one. What nobody could measure has not failed. */
export function runStatus(
  verify: Pick<VerifyResult, 'status'> | undefined,
  hasFault: boolean
): RunReport['status'] {
  if (verify && verify.status !== 'pass') return verify.status === 'inconclusive' ? 'inconclusive' : 'fail'
  return hasFault ? 'fail' : 'pass'
}
