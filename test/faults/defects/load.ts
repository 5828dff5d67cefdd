import type { Change, Defect } from '../defect.ts'
import { PLAIN, webProgram } from '../programs.ts'

const by = 'load'
const working =
  (work: string): Change =>
  ({ services: { web } }) => {
    web.command = webProgram({ work })
  }
const FAILED = `printf 'Status: 503 Busy\\r\\nContent-Type: text/plain\\r\\n\\r\\n'\necho busy`

export const load: readonly Defect[] = [
  {
    name: 'work that takes nine seconds',
    by: 'engine',
    stack: working(`sleep 9\n${PLAIN}\necho done`),
    caught: { by, says: /^p99 is \d+(?:\.\d+)? ms; 0 of 50 requests failed/, hint: /more replicas/ }
  },
  {
    name: 'work that every replica does one at a time',
    by: 'engine',
    stack: working(
      `until mkdir /tmp/busy 2>/dev/null; do usleep 20000; done\nusleep 700000\nrmdir /tmp/busy\n${PLAIN}\necho done`
    ),
    caught: {
      by,
      says: /^p99 is \d+(?:\.\d+)? ms; 0 of 50 requests failed|^\d+ of 50 requests failed; first on manager1: time-out/
    }
  },
  {
    name: 'work that fails one time of four',
    by: 'engine',
    stack: working(
      `n=$(cat /tmp/work 2>/dev/null)\nn=$((n + 1))\necho $n >/tmp/work\nif [ $((n % 4)) = 0 ]; then\n${FAILED}\nelse\n${PLAIN}\necho done\nfi`
    ),
    caught: {
      by,
      says: /^\d+ of 50 requests failed; first on manager1: status: /,
      hint: /docker service logs/
    }
  },
  {
    name: 'work that never ends',
    by: 'engine',
    stack: working('sleep 30'),
    caught: { by, says: /^50 of 50 requests failed; first on manager1: time-out: / }
  },
  {
    name: 'work that is not there',
    by: 'engine',
    stack: ({ services: { web } }) => {
      web.command = webProgram({ before: 'rm /www/cgi-bin/work' })
    },
    caught: { by, says: /^50 of 50 requests failed; first on manager1: status: / }
  }
]
