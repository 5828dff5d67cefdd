import { loadSuites } from '../../src/verify/suite/load.ts'
import type { SuiteCheck } from '../../src/verify/suite/suite.ts'

/** The checks of suite.yml. */
export const loadSuite = async (): Promise<SuiteCheck[]> =>
  (await loadSuites({ files: ['suite.yml'], root: import.meta.dirname, variables: {} })).checks
