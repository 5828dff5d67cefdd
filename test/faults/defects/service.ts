import { because, type Defect, STORE_DOWN, THROUGH_PORT } from '../defect.ts'

const by = 'web-as-written'

export const service: readonly Defect[] = [
  {
    name: 'one replica too few',
    by: 'engine',
    stack: ({ services: { web } }) => {
      web.deploy.replicas = 1
    },
    caught: { by, says: /^replicas is 1; running tasks is 1$/ }
  },
  {
    name: 'an image of another version',
    by: 'engine',
    before: async shop => {
      await shop.tag('shop/app:v2')
      return undefined
    },
    stack: ({ services: { web } }) => {
      web.image = 'shop/app:v2'
    },
    caught: { by, says: /^image is “shop\/app:v2”$/ }
  },
  {
    name: 'a task that ends at once',
    by: 'engine',
    stack: ({ services: { store } }) => {
      store.command = ['/bin/false']
    },
    broken: ['store'],
    caught: { by: 'store-as-written', says: /^running tasks is 0$/, hint: /docker service ps/ },
    also: STORE_DOWN
  },
  {
    name: 'updates that stop a task before the next one starts',
    by: 'engine',
    stack: ({ services: { web } }) => {
      web.deploy.update_config.order = 'stop-first'
    },
    caught: { by, says: /^UpdateConfig\.Order is “stop-first”$/ }
  },
  {
    name: 'no memory limit',
    by: 'engine',
    stack: ({ services: { web } }) => {
      delete web.deploy.resources
    },
    caught: { by, says: /^TaskTemplate\.Resources\.Limits\.MemoryBytes is nothing$/ }
  },
  {
    name: 'a service on a network too many',
    by: 'engine',
    stack: ({ services: { store } }) => {
      store.networks.push('front')
    },
    caught: { by: 'store-as-written', says: /^networks is “back, front”$/ },
    also: { isolation: 'on one network with watch, the edges between them are open, and a rule blocks one' }
  },
  {
    name: 'a port that nobody publishes',
    by: 'engine',
    stack: ({ services: { web } }) => {
      delete web.ports
    },
    caught: { by, says: /^published ports is “none”$/ },
    also: because('they ask at the port', ...THROUGH_PORT)
  },
  {
    name: 'one task on every node',
    by: 'engine',
    stack: ({ services: { web } }) => {
      web.deploy.mode = 'global'
      delete web.deploy.replicas
    },
    caught: { by, says: /^mode is “global”; replicas is nothing; running tasks is 1$/ }
  },
  {
    name: 'a service by another name',
    by: 'engine',
    stack: ({ services }) => {
      services.storage = services.store
      delete services.store
    },
    caught: {
      by: 'store-as-written',
      says: /^the stack has no service store$/,
      hint: /docker stack services/
    },
    also: because('they look at store', ...Object.keys(STORE_DOWN))
  }
]
