/** The pure half of `report.ts`: what files that are pure themselves may import, too. */

export { afterwards, endInWords, wayOut } from './ended.rules.ts'
export { originOf } from './origin.rules.ts'
export { runStatus } from './run-status.rules.ts'
