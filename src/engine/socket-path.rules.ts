import { SwarmlineError } from '../errors.ts'

/** The longest path that a unix socket's address holds on every system: macOS has 104 bytes with the final NUL. */
export const MAX_SOCKET_PATH_BYTES = 103

/** ssh binds its control socket under a longer name first: a dot and 16 letters. */
export const CONTROL_SUFFIX_BYTES = 17

/** The longest folder in which ssh's control socket has room. */
export const LONGEST_RUN_FOLDER = MAX_SOCKET_PATH_BYTES - CONTROL_SUFFIX_BYTES - '/engine.ctl'.length

/**
 * @param reserveBytes what the program that binds adds to the path for a moment (ssh's control socket: 17)
 * @returns the path
 * @throws `input` when the path does not fit
 */
export function checkSocketPath(path: string, reserveBytes = 0): string {
  const bytes = Buffer.byteLength(path)
  const limit = MAX_SOCKET_PATH_BYTES - reserveBytes
  if (bytes > limit)
    throw new SwarmlineError(
      'input',
      `the path of a socket is too long (${bytes} bytes, ${limit} fit): ${path}`,
      {
        hint: 'use a state folder with a shorter path'
      }
    )
  return path
}
