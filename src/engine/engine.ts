/**
 * Engine: where an engine comes from. This machine's or a remote one's (`host.ts`, over `ssh` or TLS), or that of a QEMU VM made
 * from Debian packages (`vm/`); which of them it is, the rest of the house does not know.
 * Others import from here alone.
 */

export type { Diagnosis } from './doctor.rules.ts'
export type { Endpoint, Engine, EngineChoice, EngineState, NodeSource } from './engine-state.ts'
export type { ChosenEngine, OpenedEngine } from './open.ts'
export { runFolder } from './vm/run-folder.ts'

// Loaded when they are called: who only asks what there is, reads none of them.
export const openConnectionFolder: typeof import('./connection-folder.ts').openConnectionFolder = async (
  ...args
) => (await import('./connection-folder.ts')).openConnectionFolder(...args)
export const sweepLeftovers: typeof import('./connection-folder.ts').sweepLeftovers = async (...args) =>
  (await import('./connection-folder.ts')).sweepLeftovers(...args)
export const examine: typeof import('./examine.ts').examine = async (...args) =>
  (await import('./examine.ts')).examine(...args)
export const installMissing: typeof import('./install-packages.ts').installMissing = async (...args) =>
  (await import('./install-packages.ts')).installMissing(...args)
export const attachEngine: typeof import('./open.ts').attachEngine = async (...args) =>
  (await import('./open.ts')).attachEngine(...args)
export const chooseEngine: typeof import('./open.ts').chooseEngine = async (...args) =>
  (await import('./open.ts')).chooseEngine(...args)
export const endEngine: typeof import('./open.ts').endEngine = async (...args) =>
  (await import('./open.ts')).endEngine(...args)
export const keepEngine: typeof import('./open.ts').keepEngine = async (...args) =>
  (await import('./open.ts')).keepEngine(...args)
export const openEngine: typeof import('./open.ts').openEngine = async (...args) =>
  (await import('./open.ts')).openEngine(...args)
export const isRunning: typeof import('./process.ts').isRunning = async (...args) =>
  (await import('./process.ts')).isRunning(...args)
export const openTlsEngine: typeof import('./tls-engine.ts').openTlsEngine = async (...args) =>
  (await import('./tls-engine.ts')).openTlsEngine(...args)
export const visitEngine: typeof import('./host.ts').visitEngine = async (...args) =>
  (await import('./host.ts')).visitEngine(...args)
