/**
 * Images: what is built and pushed. It plans the names, builds, pushes, says digests, and makes stand-ins for base images where
 * no registry can be reached (`offline/`).
 * Others import from here and, what is pure, from `images.rules.ts` alone.
 */

export type { PlannedImage } from './bake.rules.ts'
export type { StoredImage } from './build.ts'
export type { ImageConfig } from './image-config.ts'
export type { LocalImage } from './local-image.ts'
export { imageArchive } from './offline/archive.ts'
export type { StackImages, StackNaming } from './stack-images.rules.ts'

// Loaded when they are called: who only asks what there is, reads none of them.
export const ensureStandIns: typeof import('./bases.ts').ensureStandIns = async (...args) =>
  (await import('./bases.ts')).ensureStandIns(...args)
export const buildImages: typeof import('./build.ts').buildImages = async (...args) =>
  (await import('./build.ts')).buildImages(...args)
export const configOnEngines: typeof import('./image-config.ts').configOnEngines = async (...args) =>
  (await import('./image-config.ts')).configOnEngines(...args)
export const fetchOfficial: typeof import('./official.ts').fetchOfficial = async (...args) =>
  (await import('./official.ts')).fetchOfficial(...args)
export const isUpstreamReachable: typeof import('./official.ts').isUpstreamReachable = async (...args) =>
  (await import('./official.ts')).isUpstreamReachable(...args)
export const obtainPackages: typeof import('./offline/obtain.ts').obtainPackages =
  cacheDir =>
  async (...args) =>
    (await import('./offline/obtain.ts')).obtainPackages(cacheDir)(...args)
export const pushArchive: typeof import('./offline/push.ts').pushImage = async (...args) =>
  (await import('./offline/push.ts')).pushImage(...args)
export const writeStock: typeof import('./offline/stock/stock.ts').writeStock = async (...args) =>
  (await import('./offline/stock/stock.ts')).writeStock(...args)
export const pushImage: typeof import('./push.ts').pushImage = async (...args) =>
  (await import('./push.ts')).pushImage(...args)
export const configInRegistry: typeof import('./registry-config.ts').configInRegistry = async (...args) =>
  (await import('./registry-config.ts')).configInRegistry(...args)
export const hasLoginFor: typeof import('./registry-login.ts').hasLoginFor = async (...args) =>
  (await import('./registry-login.ts')).hasLoginFor(...args)
export const registryAuth: typeof import('./registry-login.ts').registryAuth = async (...args) =>
  (await import('./registry-login.ts')).registryAuth(...args)
export const registryLogin: typeof import('./registry-login.ts').registryLogin = async (...args) =>
  (await import('./registry-login.ts')).registryLogin(...args)
export const askRegistry: typeof import('./served-digest.ts').askRegistry = async (...args) =>
  (await import('./served-digest.ts')).askRegistry(...args)
export const testImages: typeof import('./test-images.ts').testImages = async (...args) =>
  (await import('./test-images.ts')).testImages(...args)
export const dockerTools: typeof import('./tools.ts').dockerTools = async (...args) =>
  (await import('./tools.ts')).dockerTools(...args)
