import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Defect } from '../defect.ts'
import { SECRET } from '../healthy-stack.ts'
import { HEALTHY, importShopImage } from '../images.ts'
import { storeProgram } from '../programs.ts'

const by = 'key'

export const secret: readonly Defect[] = [
  {
    name: 'a secret that its service does not mount',
    by: 'engine',
    stack: ({ services: { store } }) => {
      delete store.secrets
    },
    caught: { by, says: /^store does not mount it$/, hint: /services\.store\.secrets/ },
    also: { 'store-as-written': 'it looks at the names of the secrets as well' }
  },
  {
    name: 'a secret that another service mounts too',
    by: 'engine',
    stack: ({ services: { watch } }) => {
      watch.secrets = ['api_key']
    },
    caught: { by, says: /^watch mounts it too$/, hint: /take it from watch/ }
  },
  {
    name: 'a secret with a mode of its own',
    by: 'engine',
    stack: ({ services: { store } }) => {
      store.secrets = [{ source: 'api_key', mode: 0o400 }]
    },
    caught: { by, says: /^in store: mode is 0400, not 0444$/ }
  },
  {
    name: 'a secret’s content in an environment',
    by: 'engine',
    stack: ({ services: { web } }) => {
      web.environment.GREETING = SECRET
    },
    caught: { by, says: /^its content shows in the environment of web$/, hint: /change it/ }
  },
  {
    name: 'a secret’s content in a label, in base64',
    by: 'engine',
    stack: ({ services: { watch } }) => {
      watch.deploy.labels = { 'shop.note': Buffer.from(SECRET).toString('base64') }
    },
    caught: { by, says: /^its content shows in the labels of watch$/ }
  },
  {
    name: 'a secret’s content in a command',
    by: 'engine',
    stack: ({ services: { store } }) => {
      store.command = storeProgram({ before: `key='${SECRET}'` })
    },
    caught: { by, says: /^its content shows in the command of store$/ }
  },
  {
    name: 'a program that logs its secret',
    by: 'engine',
    stack: ({ services: { store } }) => {
      store.command = storeProgram({ before: 'echo "the key is $(cat /run/secrets/api_key)"' })
    },
    caught: { by, says: /^its content shows in the log of store$/ }
  },
  {
    name: 'an image with the secret in its configuration',
    by: 'engine',
    before: async ({ client }) => {
      await importShopImage(client, 'shop/store:leaks', [...HEALTHY, `ENV NOTE="${SECRET}"`])
      return undefined
    },
    stack: ({ services: { store } }) => {
      store.image = 'shop/store:leaks'
    },
    caught: { by, says: /^its content shows in the image of store$/ }
  },
  {
    name: 'a secret that was changed in its file, and not in the swarm',
    by: 'engine',
    after: async ({ folder }) => {
      const file = path.join(folder, 'api_key.txt')
      writeFileSync(file, 'another horse')
      return async () => writeFileSync(file, SECRET)
    },
    caught: { by, says: /^store on manager1 has another content$/, hint: /under a new one/ }
  }
]
