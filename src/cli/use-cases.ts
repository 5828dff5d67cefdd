import type { Cluster } from '../cluster/cluster.ts'
import type { Effects } from '../effects/effects.ts'
import type { Diagnosis } from '../engine/engine.ts'
import type { GradeFile } from '../grading/grading.ts'
import type { BuiltImage, History, RunReport } from '../report/report.ts'
import type { DemoRequest } from '../usecases/demo.ts'
import type { DeployPlan, DeployReport } from '../usecases/deploy/report.ts'
import type { DeployHistory } from '../usecases/deploy-history.ts'
import type { DoctorRequest } from '../usecases/doctor.ts'
import type { LintRequest, LintResult } from '../usecases/lint.ts'
import type { ClusterLine } from '../usecases/list.ts'
import type { HistoryRequest } from '../usecases/read-reports.ts'
import type { StepToReport } from '../usecases/report-step.ts'
import type {
  BuildRequest,
  DeployRequest,
  DownRequest,
  HistoryOfDeploysRequest,
  Home,
  RollbackRequest,
  StackSource,
  StatusRequest,
  SuiteRequest,
  SwarmTarget,
  UpMachinesRequest,
  UpRequest,
  VerifyRequest
} from '../usecases/requests.ts'
import type { RollbackResult } from '../usecases/rollback.ts'
import type { ReportForm } from '../usecases/show-report.ts'
import type { StackStatus } from '../usecases/status.ts'
import type { NodeUrl, UrlRequest } from '../usecases/url.ts'
import type { ExplainedKind, ListedCheck, ListedKind } from '../usecases/verify-catalogue.ts'
import type { GradeRequest } from '../usecases/workshop/grade-swarm.ts'
import type { NextAssignment, NextRequest } from '../usecases/workshop/next.ts'
import type { Started, StartRequest } from '../usecases/workshop/start.ts'
import type { VerifyResult } from '../verify/verify.ts'

export type { ClusterLine, DemoRequest, DoctorRequest, ExplainedKind, ListedCheck, ListedKind }

/** Everything that the command line asks of the core. */
export type UseCases = {
  up(request: UpRequest, home: Home, fx: Effects): Promise<Cluster>
  upMachines(request: UpMachinesRequest, home: Home, fx: Effects): Promise<Cluster>
  build(request: BuildRequest, home: Home, fx: Effects): Promise<(BuiltImage & { tags: readonly string[] })[]>
  deploy(request: DeployRequest, home: Home, fx: Effects): Promise<DeployReport>
  /** Writes report.json, index.html, junit.xml, ctrf.json and timeline.json into the folder. */
  reportDeploy(
    report: DeployReport,
    where: Omit<StepToReport, 'found'>,
    home: Home,
    fx: Effects
  ): Promise<unknown>
  /** The same for what was verified. */
  reportStep(step: StepToReport, home: Home, fx: Effects): Promise<unknown>
  /** A report of an earlier run, and the text of a form that does not depend on the screen. */
  showReport(place: string, form: ReportForm): Promise<{ report: RunReport; text: string | undefined }>
  history(request: HistoryRequest, fx: Effects): Promise<History>
  lint(request: LintRequest): Promise<LintResult>
  planDeploy(request: StackSource, home: Home, fx: Effects): Promise<DeployPlan>
  rollback(request: RollbackRequest, home: Home, fx: Effects): Promise<RollbackResult>
  status(request: StatusRequest, home: Home, fx: Effects): Promise<StackStatus>
  deployHistory(request: HistoryOfDeploysRequest, home: Home, fx: Effects): Promise<DeployHistory>
  /** The text of the suite that follows from a stack. */
  derivedSuite(request: { target: SwarmTarget; stack: string }, home: Home, fx: Effects): Promise<string>
  verify(request: VerifyRequest, home: Home, fx: Effects): Promise<VerifyResult>
  listChecks(request: SuiteRequest): Promise<ListedCheck[]>
  listKinds(): Promise<ListedKind[]>
  explainKind(name: string): Promise<ExplainedKind>
  down(request: DownRequest, home: Home, fx: Effects): Promise<{ removed: string[] }>
  list(home: Home, fx: Effects): Promise<ClusterLine[]>
  readCluster(name: string, home: Home): Promise<Cluster>
  nodeUrl(request: UrlRequest, home: Home, fx: Effects): Promise<NodeUrl>
  startWorkshop(request: StartRequest): Promise<Started>
  nextAssignment(request: NextRequest, home: Home): Promise<NextAssignment>
  /** What runs on a swarm, and the folder it was made from. */
  gradeSwarm(request: GradeRequest, home: Home, fx: Effects): Promise<GradeFile>
  demo(request: DemoRequest, home: Home, fx: Effects): Promise<RunReport>
  doctor(request: DoctorRequest, home: Home, fx: Effects): Promise<Diagnosis>
  /** Installs the packages that the diagnosis misses. Throws `missing-tool` when nobody here may do that. */
  installMissing(diagnosis: Diagnosis, fx: Effects): Promise<void>
}

/** The real ones. Each is loaded when it is called: `swarmline --help` reads none of them. */
export const useCases: UseCases = {
  up: async (...args) => (await import('../usecases/up.ts')).up(...args),
  upMachines: async (...args) => (await import('../usecases/up-machines.ts')).upMachines(...args),
  build: async (...args) => (await import('../usecases/build.ts')).build(...args),
  deploy: async (...args) => (await import('../usecases/deploy/deploy.ts')).deploy(...args),
  reportDeploy: async (...args) => (await import('../usecases/report-step.ts')).reportDeploy(...args),
  reportStep: async (...args) => (await import('../usecases/report-step.ts')).reportStep(...args),
  showReport: async (...args) => (await import('../usecases/show-report.ts')).showReport(...args),
  history: async (...args) => (await import('../usecases/read-reports.ts')).history(...args),
  lint: async (...args) => (await import('../usecases/lint.ts')).lint(...args),
  planDeploy: async (...args) => (await import('../usecases/deploy/deploy.ts')).planDeploy(...args),
  rollback: async (...args) => (await import('../usecases/rollback.ts')).rollback(...args),
  status: async (...args) => (await import('../usecases/status.ts')).status(...args),
  deployHistory: async (...args) => (await import('../usecases/deploy-history.ts')).deployHistory(...args),
  derivedSuite: async (...args) => (await import('../usecases/verify.ts')).derivedSuite(...args),
  verify: async (...args) => (await import('../usecases/verify.ts')).verify(...args),
  listChecks: async (...args) => (await import('../usecases/verify-catalogue.ts')).listChecks(...args),
  listKinds: async () => (await import('../usecases/verify-catalogue.ts')).listKinds(),
  explainKind: async (...args) => (await import('../usecases/verify-catalogue.ts')).explainKind(...args),
  down: async (...args) => (await import('../usecases/down.ts')).down(...args),
  list: async (...args) => (await import('../usecases/list.ts')).list(...args),
  readCluster: async (...args) => (await import('../usecases/list.ts')).readCluster(...args),
  nodeUrl: async (...args) => (await import('../usecases/url.ts')).nodeUrl(...args),
  startWorkshop: async (...args) => (await import('../usecases/workshop/start.ts')).startWorkshop(...args),
  nextAssignment: async (...args) => (await import('../usecases/workshop/next.ts')).nextAssignment(...args),
  gradeSwarm: async (...args) => (await import('../usecases/workshop/grade-swarm.ts')).gradeSwarm(...args),
  demo: async (...args) => (await import('../usecases/demo.ts')).demo(...args),
  doctor: async (...args) => (await import('../usecases/doctor.ts')).doctor(...args),
  installMissing: async (...args) => (await import('../usecases/doctor.ts')).installMissing(...args)
}
