/** For which nodes an image is; what is left out may be anything. */
export type Platform = { OS?: string; Architecture?: string }

/** `linux/amd64, linux/arm64`. */
export const platformsInWords = (platforms: readonly Platform[]): string =>
  platforms.map(({ OS = '', Architecture = '' }) => `${OS}/${Architecture}`).join(', ')

/**
 * Image reference with its digest → for which nodes it is, of each whose registry answers. Docker's client will be told
 * the same, and makes it the service's `Placement.Platforms`.
 */
export type KnownPlatforms = ReadonlyMap<string, readonly Platform[]>
