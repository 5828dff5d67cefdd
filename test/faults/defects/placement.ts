import { because, type Defect, STORE_DOWN } from '../defect.ts'
import { LABEL } from '../healthy-stack.ts'

const by = 'store-placed'
const also = { nodes: 'it counts the nodes with that label' }

export const placement: readonly Defect[] = [
  {
    name: 'no constraint, and a node without the label',
    by: 'engine',
    before: shop =>
      shop.changeNode(spec => {
        spec.Labels = {}
      }),
    stack: ({ services: { store } }) => {
      delete store.deploy.placement
    },
    caught: { by, says: /lacks the label data=persistent$/, hint: /placement\.constraints/ },
    also
  },
  {
    name: 'no constraint, and a node whose label has another value',
    by: 'engine',
    before: shop =>
      shop.changeNode(spec => {
        spec.Labels = { [LABEL.name]: 'scratch' }
      }),
    stack: ({ services: { store } }) => {
      delete store.deploy.placement
    },
    caught: { by, says: /lacks the label data=persistent$/ },
    also
  },
  {
    name: 'a constraint that no node meets',
    by: 'engine',
    stack: ({ services: { store } }) => {
      store.deploy.placement.constraints = ['node.labels.disk == ssd']
    },
    broken: ['store'],
    caught: { by, says: /^no task of store runs$/, hint: /docker service ps --no-trunc/ },
    also: STORE_DOWN
  },
  {
    name: 'two tasks where one may run',
    by: 'engine',
    stack: ({ services: { store } }) => {
      store.deploy.replicas = 2
    },
    caught: { by, says: /^2 tasks run on \S+$/ },
    also: because('it counts the tasks', 'store-as-written')
  }
]
