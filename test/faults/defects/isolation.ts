import { execFileSync } from 'node:child_process'
import { because, type Change, type Defect } from '../defect.ts'
import { STACK } from '../healthy-stack.ts'
import { ECHO_PORT } from '../programs.ts'
import type { Shop } from '../shop.ts'

const by = 'isolation'

type Container = {
  State: { Pid: number }
  NetworkSettings: { Networks: Record<string, { IPAddress: string }> }
}

const lookAt =
  ({ client }: Shop) =>
  (id: string): Promise<Container> =>
    client.json<Container>('GET', `/containers/${id}/json`)

/** Does something in the store's namespace for each address of a service on their common network. */
const inStore =
  (service: string, commandFor: (address: string) => string[]) =>
  async (shop: Shop): Promise<undefined> => {
    const [stores, others] = await Promise.all(
      ['store', service].map(async name => Promise.all((await shop.containersOf(name)).map(lookAt(shop))))
    )
    for (const { State } of stores ?? [])
      for (const { NetworkSettings } of others ?? []) {
        const address = NetworkSettings.Networks[`${STACK}_back`]?.IPAddress ?? ''
        execFileSync('nsenter', [`--net=/proc/${State.Pid}/ns/net`, ...commandFor(address)])
      }
  }

/** The addresses of all webs lead nowhere. */
const hideWebsFromStore = inStore('web', address => ['ip', 'route', 'add', 'blackhole', `${address}/32`])

/** What a service sends to the store by UDP, and the connections that it begins by TCP. */
const filter = (service: string, protocol: 'tcp' | 'udp', ...verdict: string[]) =>
  inStore(service, address => [
    ...['iptables', '-w', '-A', 'INPUT', '-s', address, '-p', protocol],
    ...(protocol === 'udp' ? ['--dport', String(ECHO_PORT)] : ['--syn']),
    ...['-j', ...verdict]
  ])

/** Its store is made anew for the next defect, which ends what was done to its namespace as well. */
const withNote =
  (note: string, change: Change = () => undefined): Change =>
  stack => {
    stack.services.store.labels = { 'shop.note': note }
    change(stack)
  }

export const isolation: readonly Defect[] = [
  {
    name: 'a watcher on the network of the store',
    by: 'engine',
    stack: ({ services: { watch } }) => {
      watch.networks.push('back')
    },
    caught: {
      by,
      says: /^watch -> store is open: /,
      hint: /take watch or store off the network shop_back/
    }
  },
  {
    name: 'a service for itself on the network in front',
    by: 'engine',
    stack: ({ services: { stray } }) => {
      stray.networks.push('front')
    },
    caught: { by, says: /stray -> watch is open: .*watch -> stray is open: /, hint: /shop_front/ }
  },
  {
    name: 'a web that is not on the network of the store',
    by: 'engine',
    stack: ({ services: { web } }) => {
      web.networks = ['front']
    },
    caught: {
      by,
      says: /^web -> store is blocked: /,
      hint: /put web and store on a network of their own/
    },
    also: because('web does not reach store, and is on one network less', ...['web-as-written', 'store-port'])
  },
  {
    name: 'a watcher that was left on another network',
    by: 'engine',
    stack: ({ services: { watch } }) => {
      watch.networks = ['other']
    },
    caught: { by, says: /watch -> web is blocked: .*/, hint: /./ },
    also: because('watch does not reach web', ...['page-from-inside', 'targets'])
  },
  {
    name: 'a route to nowhere on a common network',
    by: 'engine',
    after: hideWebsFromStore,
    stack: withNote('route'),
    caught: {
      by,
      says: /web -> store is blocked: task [\d.]+:6379 on shop_back \(silent\)/,
      hint: /attach both running services to the network shop_back/
    },
    also: { 'store-port': 'it is the same way' }
  },
  {
    name: 'a filter that swallows the datagrams of one service',
    by: 'engine',
    stack: withNote('swallows'),
    after: filter('web', 'udp', 'DROP'),
    caught: {
      by,
      says: /^web -> store:9\/udp is blocked: task [\d.]+:9 on shop_back \(silent\)$/,
      hint: /nothing on it turns 9\/udp away/
    }
  },
  {
    name: 'a filter that turns the datagrams of one service away',
    by: 'engine',
    stack: withNote('turns away'),
    after: filter('web', 'udp', 'REJECT'),
    caught: { by, says: /^web -> store:9\/udp is blocked: task [\d.]+:9 on shop_back \(refused\)$/ }
  },
  {
    name: 'a watcher on the network of the store, from which a filter keeps it by TCP alone',
    by: 'engine',
    stack: withNote('TCP alone', ({ services: { watch } }) => {
      watch.networks.push('back')
    }),
    after: filter('watch', 'tcp', 'DROP'),
    caught: {
      by,
      says: /^watch -> store is open: the name shop_store[^;]*; watch -> store:9\/udp is open: task [\d.]+:9 on shop_back$/
    }
  }
]
