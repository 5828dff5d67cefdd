import { because, type Change, type Defect } from '../defect.ts'
import { webProgram } from '../programs.ts'

const by = 'counter'
const counting =
  (count: string): Change =>
  ({ services: { web } }) => {
    web.command = webProgram({ count })
  }

export const counter: readonly Defect[] = [
  {
    name: 'a counter for each replica',
    by: 'engine',
    stack: counting('n=$(( $(cat /tmp/n 2>/dev/null || echo 0) + 1 ))\necho $n >/tmp/n'),
    caught: { by, says: /^rose by .+, but \d+ answers? repeated a number$/, hint: /not one for all replicas/ }
  },
  {
    name: 'a counter that reads and writes in two steps',
    by: 'engine',
    stack: counting('n=$(cat /visits/n)\nn=$((n + 1))\nusleep 60000\necho $n >/visits/n'),
    caught: { by, says: /^rose by .+, but \d+ answers? repeated a number$/, hint: /INCR/ }
  },
  {
    name: 'a health check that visits the page',
    by: 'engine',
    stack: ({ services: { web } }) => {
      web.healthcheck.test = ['CMD', 'wget', '-q', '-O', '/dev/null', 'http://127.0.0.1:8080/']
    },
    caught: {
      by,
      says: /^rose by \d+ \(\d+ → \d+\) over 30 requests(?:; by [1-9]\d* in 2 s without requests)?$/,
      hint: /a health check must not ask `\/`/
    }
  },
  {
    name: 'visits that count twice',
    by: 'engine',
    stack: ({ services: { web } }) => {
      const once = 'n=$((n + 1))\nuntil mkdir /visits/$n.visit 2>/dev/null; do n=$((n + 1)); done'
      web.command = webProgram({ count: `n=$(cat /visits/n)\n${once}\n${once}\necho $n >/visits/n` })
    },
    caught: { by, says: /^rose by \d+ \(\d+ → \d+\) over 30 requests$/, hint: /something else counts/ }
  },
  {
    name: 'a page that does not show its counter',
    by: 'engine',
    stack: ({ services: { web } }) => {
      web.command = webProgram({
        answer: 'echo "I am the backend server"\necho "The responding server is: $(hostname)"'
      })
    },
    caught: { by, says: /^30 of 30 answers name no number of visits$/, hint: /Number of visits/ }
  },
  {
    name: 'a counter that is no number',
    by: 'engine',
    stack: counting('n=many'),
    caught: { by, says: /^no request was answered$/ },
    also: because('it reads the same page', 'mesh')
  }
]
