import { type DownloadedPackage, openPackages, type PackageEffects } from './packages.ts'

/** As `PackageSource.obtain`, for whoever needs packages of a suite that only he knows. */
export const obtainPackages =
  (cacheDir: string) =>
  async (
    suite: string,
    names: readonly string[],
    onProgress: (detail: string) => void,
    fx: PackageEffects
  ): Promise<DownloadedPackage[]> =>
    (await openPackages({ cacheDir, suite }, fx)).obtain(names, onProgress)
