import type { Defect } from '../defect.ts'
import { storeProgram } from '../programs.ts'

const by = 'persistence'
const ID = '[0-9a-f-]{36}'
const ANOTHER = new RegExp(`^(${ID}) before, (?!\\1)${ID} after$`)

export const persistence: readonly Defect[] = [
  {
    name: 'a store without a volume',
    by: 'engine',
    stack: ({ services: { store } }) => {
      delete store.volumes
    },
    caught: { by, says: ANOTHER, hint: /mount a volume where the data is/ }
  },
  {
    name: 'a store whose volume is mounted elsewhere',
    by: 'engine',
    stack: ({ services: { store } }) => {
      store.volumes = ['data:/var/data']
    },
    caught: { by, says: ANOTHER }
  },
  {
    name: 'a store that keeps its data in memory',
    by: 'engine',
    stack: ({ services: { store } }) => {
      store.volumes = [{ type: 'tmpfs', target: '/data' }]
    },
    caught: { by, says: ANOTHER }
  },
  {
    name: 'a volume for each task',
    by: 'engine',
    stack: ({ services: { store }, volumes }) => {
      volumes.own = { name: 'own-{{.Task.ID}}' }
      store.volumes = ['own:/data']
    },
    caught: { by, says: ANOTHER }
  },
  {
    name: 'a store that begins anew on every start',
    by: 'engine',
    stack: ({ services: { store } }) => {
      store.command = storeProgram({ before: 'cat /proc/sys/kernel/random/uuid >/data/id' })
    },
    caught: { by, says: ANOTHER }
  },
  {
    name: 'a store that does not come back',
    by: 'engine',
    stack: ({ services: { store } }) => {
      store.deploy.restart_policy = { condition: 'none' }
    },
    caught: { by, says: /^not every task was replaced within 45 s$/, hint: /docker service ps/ }
  }
]
