/**
 * Verify: suites of checks of a swarm, read (`suite/`), derived (`derive/`) and run (`run/`). A kind of check is a folder in
 * `kinds/`; what several of them look with stands in `looking/`, `probes/`, `round/` and `networks/`, what they judge with in `judging/`.
 * Others import from here and, what is pure, from `verify.rules.ts` alone.
 */

export { deriveSuite } from './derive/derive.ts'
export type { Wanted } from './judging/compare.rules.ts'
export type { Judgement } from './judging/judgement.rules.ts'
export { type AnyKind, defineKind } from './kind.ts'
export { KINDS } from './kinds/all.ts'
export { exchangeInside } from './looking/http-inside.ts'
export { imageOfService } from './looking/image-evidence.ts'
export { runInTask, type TaskDoor, taskDoors } from './looking/in-task.ts'
export { checked } from './looking/reads.ts'
export type { Ask, Listener } from './probes/asks.rules.ts'
export { readProbe, removeProbe } from './probes/probe-container.ts'
export { provideProbeImage } from './probes/probe-image.ts'
export { type ProbeOutcome, type ProbeSource, runProbes } from './probes/probe-run.ts'
export { measureRound } from './round/round.ts'
export type { VisitsReading } from './round/visits.rules.ts'
export { runSuite, type WorldBase } from './run/run-suite.ts'
export { openVigil, type Vigil } from './run/vigil.ts'
export { duration } from './suite/duration.ts'
export { fileWithin, loadSuites, readSuiteText } from './suite/load.ts'
export { parametersOf, type ShownParameter } from './suite/parameters.ts'
export { readChecks, readFrame } from './suite/read-checks.ts'
export { CHECK_ID, suiteJsonSchema } from './suite/schema.ts'
export type { Suite, SuiteCheck } from './suite/suite.ts'
export { type Fault, parseSuite, type SuiteFile } from './suite/suite-file.ts'
export { amount, port, serviceName } from './suite/wanted.ts'
export type {
  IsolationMatrix,
  MatrixCell,
  MatrixPort,
  NodeAnswers,
  Place,
  ReportedLoad,
  Verdict,
  VerdictStatus,
  VerifyResult
} from './verdict.ts'
export type { Deployed, World, WorldNode } from './world.ts'
