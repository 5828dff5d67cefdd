import type { Change, Defect } from '../defect.ts'
import { storeProgram } from '../programs.ts'

const by = 'store-log'
const HINT = /docker service logs/
const writing =
  (...parts: Parameters<typeof storeProgram>): Change =>
  ({ services: { store } }) => {
    store.command = storeProgram(...parts)
  }

export const logs: readonly Defect[] = [
  {
    name: 'a store that never says it is ready',
    by: 'engine',
    stack: writing({ ready: 'echo "starting"' }),
    caught: { by, says: /^\/\^ready to accept connections\$\/ is not there$/, hint: HINT }
  },
  {
    name: 'a log that goes into a file',
    by: 'engine',
    stack: writing({ ready: 'echo "ready to accept connections" >/tmp/log' }),
    caught: { by, says: /^\/\^ready to accept connections\$\/ is not there$/ }
  },
  {
    name: 'an error in the log',
    by: 'engine',
    stack: writing({ before: 'echo "ERROR disk is full" >&2' }),
    caught: { by, says: /^\/ERROR\/ is there: ERROR disk is full$/, hint: HINT }
  },
  {
    name: 'a password in the log',
    by: 'engine',
    stack: writing({ before: 'echo "connecting with password hunter2"' }),
    caught: { by, says: /^\/password\/ is there: connecting with password hunter2$/ }
  }
]
