import type { Defect } from '../defect.ts'

const by = 'security'

export const security: readonly Defect[] = [
  {
    name: 'a service that has the whole node, and with it the engine’s socket',
    by: 'engine',
    stack: ({ services: { stray } }) => {
      stray.volumes = ['/:/host:ro']
    },
    caught: { by, says: /^stray mounts \/, with the engine’s socket$/, hint: /has the node/ }
  },
  {
    name: 'a service that has the folder of the engine’s socket',
    by: 'engine',
    stack: ({ services: { watch } }) => {
      watch.volumes = ['/run:/node/run:ro']
    },
    caught: { by, says: /^watch mounts \/run, with the engine’s socket$/ }
  },
  {
    name: 'a service with a capability too many',
    by: 'engine',
    stack: ({ services: { store } }) => {
      store.cap_add = ['NET_ADMIN']
    },
    caught: { by, says: /^store has the capabilities CAP_NET_ADMIN$/, hint: /cap_add/ }
  },
  {
    name: 'a published port that nobody outside needs',
    by: 'engine',
    stack: ({ services: { watch } }) => {
      watch.ports = [{ target: 9090, published: 9090, protocol: 'tcp', mode: 'host' }]
    },
    caught: { by, says: /^watch publishes 9090$/ }
  },
  {
    name: 'a password in an environment',
    by: 'engine',
    stack: ({ services: { web } }) => {
      web.environment.DB_PASSWORD = 'swordfish'
    },
    caught: { by, says: /^web has DB_PASSWORD in its environment$/, hint: /as a secret/ }
  },
  {
    name: 'certificates of nodes that hold for two years',
    by: 'engine',
    after: async shop => {
      await shop.docker('swarm', 'update', '--cert-expiry', '17520h')
      return async () => {
        await shop.docker('swarm', 'update', '--cert-expiry', '2160h')
      }
    },
    caught: { by: 'certificates', says: /^node certificates hold for 730 days$/, hint: /cert-expiry/ }
  }
]
