import type { ApiService, ApiTask } from '../../../src/docker/types.ts'
import { waitFor } from '../../../src/effects/wait-for.ts'
import { because, type Defect, type Undo } from '../defect.ts'
import { IMAGE, STACK } from '../healthy-stack.ts'
import type { Shop } from '../shop.ts'

const by = 'dns'
const DEADLINE_MS = 60_000

/** A service of nobody's stack that goes by another's name on a network of the stack. */
const intruder =
  (network: string, alias: string, mode: 'vip' | 'dnsrr') =>
  async (shop: Shop): Promise<Undo> => {
    const at = ['--network', `name=${STACK}_${network},alias=${alias}`, '--endpoint-mode', mode]
    await shop.docker('service', 'create', '--detach', '--name', 'intruder', ...at, IMAGE)
    const filters = JSON.stringify({ service: ['intruder'] })
    await waitFor(
      'the intruder to run',
      async () => {
        const tasks = await shop.client.json<ApiTask[]>('GET', '/tasks', { query: { filters } })
        return tasks.some(task => task.Status.State === 'running') || undefined
      },
      { clock: shop.fx.clock, deadlineMs: DEADLINE_MS, everyMs: 200, signal: shop.fx.signal }
    )
    return async () => {
      await shop.docker('service', 'rm', 'intruder')
    }
  }

type Task = ApiTask & { NetworksAttachments?: { Network: { ID: string }; Addresses?: string[] }[] }
/** Whose tasks they are shows in what they run. */
const isOf = (task: Task, port: string): boolean => JSON.stringify(task.Spec).includes(port)
const changesTasks = (change: (tasks: Task[]) => Task[]) => ({
  'GET /tasks': (own: unknown) => change(structuredClone(own as Task[]))
})
const changesServices = (change: (service: ApiService) => void) => ({
  'GET /services': (own: unknown) => {
    const services = structuredClone(own as ApiService[])
    services.forEach(change)
    return services
  }
})
/** Another host of the same network. */
const elsewhere = (address: string): string => address.replace(/\.\d+\//, '.199/')
const OFF_THE_BOOKS = 'it looks where the books say that the task is'

export const dns: readonly Defect[] = [
  {
    name: 'a stranger that goes by the name of the store',
    by: 'engine',
    after: intruder('back', 'store', 'dnsrr'),
    caught: {
      by,
      says: /store from \w+ on manager1 gives [\d., ]+, which nothing of that name has/,
      hint: /another service goes by that name/
    },
    also: { 'store-port': 'every other answer leads to the stranger' }
  },
  {
    name: 'a stranger that goes by the name of the web',
    by: 'engine',
    after: intruder('front', 'web', 'vip'),
    caught: { by, says: /^web from \w+ on manager1 gives [\d., ]+, which nothing of that name has/ },
    also: because('answers of that name lead to the stranger, too', 'page-from-inside', 'targets')
  },
  {
    name: 'a stranger among the tasks of the web',
    by: 'engine',
    after: intruder('front', 'tasks.shop_web', 'dnsrr'),
    caught: {
      by,
      says: /tasks\.shop_web from watch on manager1 gives [\d.]+, which nothing of that name has/
    }
  },
  {
    name: 'a resolver that has not heard of a task',
    by: 'answers',
    answers: changesTasks(tasks => {
      const web = tasks.find(task => isOf(task, 'listening on 8080') && task.Status.State === 'running')
      if (!web) return tasks
      const attachments = (web.NetworksAttachments ?? []).map(at => ({
        ...at,
        Addresses: (at.Addresses ?? []).map(elsewhere)
      }))
      return [...tasks, { ...web, ID: `${web.ID.slice(0, -1)}0`, NetworksAttachments: attachments }]
    }),
    caught: {
      by,
      says: /tasks\.shop_web from \w+ on manager1 leaves out [\d.]+\.199/,
      hint: /TCP and UDP 7946/
    },
    also: { isolation: OFF_THE_BOOKS, 'web-as-written': 'the books have a task more' }
  },
  {
    name: 'a resolver that keeps the address of a task which is gone',
    by: 'answers',
    answers: changesTasks(tasks =>
      tasks.map(task =>
        isOf(task, '-p 6379')
          ? {
              ...task,
              NetworksAttachments: (task.NetworksAttachments ?? []).map(at => ({
                ...at,
                Addresses: (at.Addresses ?? []).map(elsewhere)
              }))
            }
          : task
      )
    ),
    caught: {
      by,
      says: /shop_store from \w+ on manager1 gives [\d.]+, which nothing of that name has/,
      hint: /kept an address that is gone/
    },
    also: { isolation: OFF_THE_BOOKS }
  },
  {
    name: 'a name that the resolver does not know',
    by: 'answers',
    answers: changesServices(({ Spec }) => {
      const networks = (Spec.TaskTemplate.Networks ?? []) as { Aliases?: string[] }[]
      if (Spec.Name === `${STACK}_store`) for (const network of networks) network.Aliases = ['database']
    }),
    caught: { by, says: /^database from \w+ on manager1 does not resolve/, hint: /TCP and UDP 7946/ }
  }
]
