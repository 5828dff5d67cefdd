import type { Defect } from '../defect.ts'
import type { Loose } from '../healthy-stack.ts'

const by = 'nodes'
const HINT = /docker node ls/
/** Another node beside the one that there is. */
const joinedBy = (change: (node: Loose) => void) => ({
  'GET /nodes': (own: unknown) => {
    const [first] = own as Loose[]
    const node = structuredClone(first)
    node.ID = 'another'
    node.Description.Hostname = 'another'
    node.Spec.Labels = {}
    change(node)
    return [first, node]
  }
})

export const nodes: readonly Defect[] = [
  {
    name: 'a node that takes no tasks',
    by: 'engine',
    after: shop =>
      shop.changeNode(spec => {
        spec.Availability = 'pause'
      }),
    caught: { by, says: /^\S+ is ready and pause$/, hint: HINT }
  },
  {
    name: 'a node that has lost its label',
    by: 'engine',
    before: shop =>
      shop.changeNode(spec => {
        spec.Labels = { rack: '3' }
      }),
    stack: ({ services: { store } }) => {
      delete store.deploy.placement
    },
    caught: { by, says: /^0 nodes with the label data=persistent$/ },
    also: { 'store-placed': 'store runs on the node without that label' }
  },
  {
    name: 'a node that is down',
    by: 'answers',
    answers: {
      'GET /nodes': own =>
        (own as Loose[]).map(node => ({ ...node, Status: { ...node.Status, State: 'down' } }))
    },
    caught: { by, says: /^\S+ is down and active$/, hint: HINT }
  },
  {
    name: 'a worker that nobody asked for',
    by: 'answers',
    answers: joinedBy(node => {
      node.Spec.Role = 'worker'
      delete node.ManagerStatus
    }),
    caught: { by, says: /^2 nodes; 1 workers$/ }
  },
  {
    name: 'a second manager that cannot be reached',
    by: 'answers',
    answers: joinedBy(node => {
      node.ManagerStatus = { ...node.ManagerStatus, Reachability: 'unreachable', Leader: false }
    }),
    caught: { by, says: /^2 nodes; 2 managers; 1 of 2 managers are reachable: 0 may be lost$/ }
  }
]
