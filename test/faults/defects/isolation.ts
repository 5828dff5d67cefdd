import { execFileSync } from 'node:child_process'
import { because, type Defect } from '../defect.ts'
import { STACK } from '../healthy-stack.ts'
import type { Shop } from '../shop.ts'

const by = 'isolation'

type Container = {
  State: { Pid: number }
  NetworkSettings: { Networks: Record<string, { IPAddress: string }> }
}

/** In the store's namespace the addresses of all webs on their common network lead nowhere. */
async function hideWebsFromStore({ client, containersOf }: Shop): Promise<undefined> {
  const look = (id: string) => client.json<Container>('GET', `/containers/${id}/json`)
  const [stores, webs] = await Promise.all(
    ['store', 'web'].map(async name => Promise.all((await containersOf(name)).map(look)))
  )
  for (const { State } of stores ?? [])
    for (const { NetworkSettings } of webs ?? []) {
      const address = NetworkSettings.Networks[`${STACK}_back`]?.IPAddress ?? ''
      const route = ['ip', 'route', 'add', 'blackhole', `${address}/32`]
      execFileSync('nsenter', [`--net=/proc/${State.Pid}/ns/net`, ...route])
    }
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
    // Its store is made anew for the next defect, which ends the route as well.
    stack: ({ services: { store } }) => {
      store.labels = { 'shop.note': 'route' }
    },
    caught: {
      by,
      says: /web -> store is blocked: task [\d.]+:6379 on shop_back \(silent\)/,
      hint: /attach both running services to the network shop_back/
    },
    also: { 'store-port': 'it is the same way' }
  }
]
