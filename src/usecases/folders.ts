import path from 'node:path'
import { SwarmlineError } from '../errors.ts'
import type { Home } from './requests.ts'

/** The kernel's limit for a unix socket's path is 107 bytes; ssh adds a suffix of 17 while it makes one. */
const LONGEST_DIR = 60

/** Where everything of one cluster stands: state, sockets, the VM's run folder. */
export function clusterDir(home: Home, name: string): string {
  const dir = path.join(home.stateDir, name)
  if (Buffer.byteLength(dir) > LONGEST_DIR)
    throw new SwarmlineError('input', `the folder ${dir} is too long for unix sockets`, {
      hint: 'set SWARMLINE_STATE to a shorter one of your own, such as ~/.swarmline'
    })
  return dir
}
