/**
 * Grading: what a solution of the workshop has earned, and why. It reads the assignments’ suites (`suite/`), finds out
 * which service plays which role (`roles/`), says what a stack may not ask for (`allowed/`), turns verdicts into points
 * (`points/`) with the hint that was earned (`hints/`), and writes results in the forms that others read (`results/`).
 * Others import from here alone.
 */

export { boundedModel } from './allowed/bounded-model.rules.ts'
export { BOUNDS } from './allowed/bounds.ts'
export { dockerfileRefusals } from './allowed/dockerfile.rules.ts'
export { type FolderEntry, folderRefusals } from './allowed/folder.rules.ts'
export { fileReferences, staysInside } from './allowed/references.rules.ts'
export type { Refusal } from './allowed/refusal.ts'
export { stackRefusals } from './allowed/stack.rules.ts'
export type { Assignment, GradedCheck, RunnableCheck } from './assignment.ts'
export { planBuilds } from './folder/builds.rules.ts'
export { missingSecretFiles } from './folder/secrets.rules.ts'
export type { ScriptRun, Solution } from './folder/solution.ts'
export { stackFilesOf } from './folder/stack-files.rules.ts'
export { failuresBefore, type HintPolicy } from './hints/hints.rules.ts'
export { gradingKinds } from './kinds/all.ts'
export { type BonusPolicy, grade } from './points/grade.rules.ts'
export type { Grade, Obstacle } from './points/grade.ts'
export { worthRunning } from './points/outcomes.rules.ts'
export { type ClassSettings, readSettings } from './points/read-settings.ts'
export { applySettings, type Settings } from './points/settings.rules.ts'
export { classroom50Result, type Submission } from './results/classroom50.rules.ts'
export { exercismResults } from './results/exercism.rules.ts'
export { gradeFile, steadyPart } from './results/grade-file.rules.ts'
export { GRADE, type GradeFile, gradeJsonSchema } from './results/grade-schema.ts'
export { type TestRow, testRows } from './results/rows.rules.ts'
export { findRoles, namesOf } from './roles/find-roles.rules.ts'
export type { Cast, Role, ServiceFacts, SwarmFacts } from './roles/role.ts'
export { asksOf } from './roles/ways.rules.ts'
export { type Facts, loadAssignments, loadRoles } from './suite/load-workshop.ts'
export { assignmentJsonSchema } from './suite/schema.ts'
