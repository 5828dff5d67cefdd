import { because, type Defect } from '../defect.ts'
import { storeProgram } from '../programs.ts'

const by = 'store-port'
const SILENT = because('store listens nowhere that web can reach', 'isolation')

export const tcp: readonly Defect[] = [
  {
    name: 'a store on loopback only',
    by: 'engine',
    stack: ({ services: { store } }) => {
      store.command = storeProgram({ serve: 'httpd -f -p 127.0.0.1:6379 -h /' })
    },
    caught: { by, says: /^store:6379 from web on manager1: refused$/, hint: /listens on all its addresses/ },
    also: SILENT
  },
  {
    name: 'a store on another port',
    by: 'engine',
    stack: ({ services: { store } }) => {
      store.command = storeProgram({ serve: 'nc -ll -p 6380 -e cat' })
    },
    caught: { by, says: /^store:6379 from web on manager1: refused$/ }
  },
  {
    name: 'a store that does not listen',
    by: 'engine',
    stack: ({ services: { store } }) => {
      store.command = storeProgram({ serve: 'sleep 3600' })
    },
    caught: { by, says: /^store:6379 from web on manager1: refused$/ },
    also: SILENT
  },
  {
    name: 'a store on a network without its client',
    by: 'engine',
    stack: ({ services: { store } }) => {
      store.networks = ['other']
    },
    caught: {
      by,
      says: /^store:6379 from web on manager1: no-(?:such-name|name-answer)$/,
      hint: /put it and web on a common network$/
    },
    also: {
      'store-as-written': 'it compares the networks',
      isolation: 'rules say that web reaches store, and that nobody reaches stray'
    }
  },
  {
    name: 'a store whose port is published',
    by: 'engine',
    stack: ({ services: { store } }) => {
      store.ports = [{ target: 6379, published: 6379, protocol: 'tcp', mode: 'ingress' }]
      store.deploy.endpoint_mode = 'vip'
    },
    caught: {
      by: 'store-hidden',
      says: /^manager1:6379 from this machine: open$/,
      hint: /take the published port away/
    },
    also: {
      security: 'it allows one published port',
      'store-port': 'a published service has a virtual address, which a kernel without IPVS does not answer'
    }
  }
]
