import type { Defect } from '../defect.ts'
import { storeProgram } from '../programs.ts'
import type { Shop } from '../shop.ts'

const by = 'data-there'

/** What a store wrote stays on its volume: the next one writes anew. */
const withoutItsData = async (shop: Shop) => async (): Promise<void> => shop.run('store', 'rm -f /data/id')

export const exec: readonly Defect[] = [
  {
    name: 'data that is not there',
    by: 'engine',
    stack: ({ services: { store } }) => {
      store.command = storeProgram({ before: 'rm /data/id' })
    },
    caught: { by, says: /^on manager1: exit status is 1; output is “”$/, hint: /docker exec/ }
  },
  {
    name: 'data of another form',
    by: 'engine',
    stack: ({ services: { store } }) => {
      store.command = storeProgram({ before: 'echo none >/data/id' })
    },
    after: withoutItsData,
    caught: { by, says: /^on manager1: output is “none”$/ }
  },
  {
    name: 'an image without the program that is asked for',
    by: 'engine',
    stack: ({ services: { store } }) => {
      store.command = storeProgram({ before: 'rm /bin/cat' })
    },
    caught: { by, says: /^on manager1: did not start: .*cat/, hint: /the image lacks the program/ },
    also: { key: 'a secret is read by the same program' }
  },
  {
    name: 'a program that writes without end',
    by: 'engine',
    stack: ({ services: { store } }) => {
      store.command = storeProgram({ before: 'dd if=/dev/zero of=/data/id bs=1024 count=100 2>/dev/null' })
    },
    after: withoutItsData,
    caught: { by, says: /^on manager1: wrote more than it may$/, hint: /output:/ }
  },
  {
    name: 'one replica of two that has lost a file',
    by: 'engine',
    after: async shop => {
      await shop.run('web', 'mv /etc/httpd.conf /etc/lost')
      return () => shop.run('web', 'mv /etc/lost /etc/httpd.conf')
    },
    caught: { by: 'web-files', says: /^on manager1: exit status is 1$/ }
  }
]
