/**
 * Report: one report of a run, in the forms that people and programs read.
 * Others import from here and, what is pure, from `report.rules.ts` alone.
 */

export type { Annotation } from './annotations.ts'
export type { History } from './history.rules.ts'
export type { WorkflowEvent } from './origin.rules.ts'
export { makeTarget, replaceFile } from './replace-file.ts'
export type { Attachment, BuiltImage, EngineLog, ReportedDeploy, RunOrigin, RunReport } from './run-report.ts'

// Each is loaded when somebody asks for it.
export const annotationsOf = async (...args: Parameters<typeof import('./annotations.ts').annotationsOf>) =>
  (await import('./annotations.ts')).annotationsOf(...args)
export const renderCtrf = async (...args: Parameters<typeof import('./ctrf.ts').renderCtrf>) =>
  (await import('./ctrf.ts')).renderCtrf(...args)
export const renderHtml = async (...args: Parameters<typeof import('./html.ts').renderHtml>) =>
  (await import('./html.ts')).renderHtml(...args)
export const renderJson = async (...args: Parameters<typeof import('./json.ts').renderJson>) =>
  (await import('./json.ts')).renderJson(...args)
export const renderJunit = async (...args: Parameters<typeof import('./junit.ts').renderJunit>) =>
  (await import('./junit.ts')).renderJunit(...args)
export const renderImages = async (...args: Parameters<typeof import('./images-summary.ts').renderImages>) =>
  (await import('./images-summary.ts')).renderImages(...args)
export const renderPlan = async (...args: Parameters<typeof import('./plan-summary.ts').renderPlan>) =>
  (await import('./plan-summary.ts')).renderPlan(...args)
export const renderSummary = async (...args: Parameters<typeof import('./summary.ts').renderSummary>) =>
  (await import('./summary.ts')).renderSummary(...args)
export const renderTerminal = async (...args: Parameters<typeof import('./terminal.ts').renderTerminal>) =>
  (await import('./terminal.ts')).renderTerminal(...args)
export const answersTable = async (
  ...args: Parameters<typeof import('./terminal/answers.ts').answersTable>
) => (await import('./terminal/answers.ts')).answersTable(...args)
export const historyText = async (...args: Parameters<typeof import('./terminal/history.ts').historyText>) =>
  (await import('./terminal/history.ts')).historyText(...args)
export const verdictsTable = async (
  ...args: Parameters<typeof import('./terminal/verdicts.ts').verdictsTable>
) => (await import('./terminal/verdicts.ts')).verdictsTable(...args)
export const readReport: typeof import('./read.ts').readReport = async (...args) =>
  (await import('./read.ts')).readReport(...args)
export const writeReport: typeof import('./write.ts').writeReport = async (...args) =>
  (await import('./write.ts')).writeReport(...args)
export const historyOf = async (...args: Parameters<typeof import('./history.rules.ts').historyOf>) =>
  (await import('./history.rules.ts')).historyOf(...args)
export const testRunOf = async (...args: Parameters<typeof import('./test-cases.rules.ts').testRunOf>) =>
  (await import('./test-cases.rules.ts')).testRunOf(...args)
