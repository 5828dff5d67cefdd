import { because, type Defect } from '../defect.ts'
import { webProgram } from '../programs.ts'

const by = 'mesh'

export const routingMesh: readonly Defect[] = [
  {
    name: 'a node that refuses the port',
    by: 'answers',
    mesh: { worker2: 'refuses' },
    caught: { by, says: /^worker2: 12 of 12 failed \(12 refused,/, hint: /publish it in ingress mode/ }
  },
  {
    name: 'a node that ends connections',
    by: 'answers',
    mesh: { worker1: 'resets' },
    caught: { by, says: /^worker1: 12 of 12 failed \(12 reset,/, hint: /HEALTHCHECK/ }
  },
  {
    name: 'a node that has heard of one task only',
    by: 'answers',
    mesh: { worker1: 'knows-one' },
    caught: {
      by,
      says: /^worker1 used [0-9a-f]{12} only after 13 connections, not within 6;/,
      hint: /not in that node’s balancer/
    }
  },
  {
    name: 'a node that keeps a task that is gone',
    by: 'answers',
    mesh: { worker2: 'keeps-a-dead-task' },
    caught: { by, says: /^worker2: 4 of 12 failed \(4 reset,/ }
  },
  {
    name: 'a connection that waits',
    by: 'answers',
    mesh: { worker1: 'stalls' },
    caught: { by, says: /^an answer took \d+(?:\.\d+)? ms$/, hint: /conn_reuse_mode/ }
  },
  {
    name: 'one task that is asked nine times of ten',
    by: 'answers',
    mesh: { manager1: 'uneven', worker1: 'uneven', worker2: 'uneven' },
    caught: {
      by,
      says: /; [0-9a-f]{12} 91\.7 %, [0-9a-f]{12} 8\.3 %$|; [0-9a-f]{12} 8\.3 %, /,
      hint: /too few requests/
    }
  },
  {
    name: 'something else at the port of a node',
    by: 'answers',
    mesh: { worker2: 'stranger' },
    caught: {
      by,
      says: /and stranger, not a replica of this service, answered 12 requests$/,
      hint: /something else has/
    }
  },
  {
    name: 'no HTTP at the port of a node',
    by: 'answers',
    mesh: { worker1: 'no-http' },
    caught: { by, says: /^worker1: 12 of 12 failed \(12 body,/, hint: /something else than the service/ }
  },
  {
    name: 'answers that are cut in the middle',
    by: 'answers',
    mesh: { worker1: 'cuts' },
    caught: { by, says: /^worker1: 4 of 12 failed \(4 reset,/ }
  },
  {
    name: 'replicas that all have one name',
    by: 'engine',
    stack: ({ services: { web } }) => {
      web.command = webProgram({
        answer:
          'echo "I am the backend server"\necho "The responding server is: web"\necho "Number of visits: $n"'
      })
    },
    caught: {
      by,
      says: /; and web, not a replica of this service, answered 36 requests$/,
      hint: /own hostname/
    }
  },
  {
    name: 'a welcome page in place of the service',
    by: 'engine',
    stack: ({ services: { web } }) => {
      web.command = webProgram({ answer: 'echo "It works!"' })
    },
    caught: {
      by,
      says: /^manager1: 12 of 12 failed \(12 body, first: body: no line `I am the backend server`\)/
    },
    also: because('it reads the same page', 'counter')
  },
  {
    name: 'a service that answers every request with an error',
    by: 'engine',
    stack: ({ services: { web } }) => {
      web.command = webProgram({
        head: `printf 'Status: 503 Down\\r\\nContent-Type: text/plain\\r\\n\\r\\n'`
      })
    },
    caught: {
      by,
      says: /^manager1: 12 of 12 failed \(12 status, first: status: HTTP 503/,
      hint: /itself answers/
    },
    also: because('it reads the same page', 'counter')
  }
]
