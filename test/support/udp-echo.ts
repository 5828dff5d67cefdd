// A service of UDP that sends back what comes: no busybox has one, and every Debian has perl.
import { existsSync } from 'node:fs'
import type { ArchiveEntry } from '../../src/docker/archive.ts'
import { withLibraries } from './tiny-image.ts'

const PERL = '/usr/bin/perl'
/** Why there is no such service here; `undefined` when there is. */
export const whyNoEcho = existsSync(PERL) ? undefined : 'no perl: apt-get install perl-base'

/** What an image needs for it. */
export const echoFiles = (): ArchiveEntry[] => withLibraries([PERL])

/** Shell words that run it in the foreground. */
export const echoCommand = (port: number): string => listener(port, 'send(S, $what, 0, $who) if defined $who')

/** The same for one that takes what comes, and never answers. */
export const muteCommand = (port: number): string => listener(port, '')

/** No module: the numbers are Linux's, and an address is packed by hand. */
function listener(port: number, then: string): string {
  const open = `socket(S, 2, 2, 17) && bind(S, pack("S n N x8", 2, ${port}, 0)) or die $!`
  return `${PERL} -e '${open}; while (1) { $who = recv(S, $what, 2000, 0); ${then} }'`
}
