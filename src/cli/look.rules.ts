import type { Environment, Screen } from './door.ts'

/** How text may look on a screen. */
export type Look = {
  hasColor: boolean
  /** Signs outside ASCII: ticks, spinners, ellipses. */
  hasUnicode: boolean
  /** Columns; `Infinity` where nobody looks (a pipe, a file). */
  width: number
}

/**
 * Colours follow, in this order: `--no-color`, NO_COLOR (https://no-color.org: any non-empty value),
 * FORCE_COLOR (`0` or `false` means no), then whether the screen is a terminal that can show them.
 */
export function lookOf(env: Environment, screen: Screen, isColorWanted: boolean): Look {
  return {
    hasColor: isColorWanted && hasColor(env, screen),
    hasUnicode: env.TERM !== 'linux',
    width: screen.isTTY ? (screen.columns ?? 80) : Number.POSITIVE_INFINITY
  }
}

function hasColor(env: Environment, screen: Screen): boolean {
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  return screen.isTTY === true && env.TERM !== 'dumb'
}

/** The live display moves the cursor: only where a person looks at a terminal that can do it. */
export function isLive(env: Environment, screen: Screen): boolean {
  return screen.isTTY === true && !env.CI && env.TERM !== 'dumb'
}
