import type { Defect } from '../defect.ts'
import { IMAGE, type ShopStack } from '../healthy-stack.ts'
import { HEALTHY, importShopImage } from '../images.ts'
import type { Shop } from '../shop.ts'

const by = 'image'
/** The versions are those that the service may run. */
const runs =
  (reference: string) =>
  ({ services: { web } }: ShopStack): void => {
    web.image = reference
  }
const imports = (reference: string, instructions: readonly string[]) => async (shop: Shop) => {
  await importShopImage(shop.client, reference, instructions)
  return undefined
}

/** Lays one more layer on an image, for each command. */
const layers =
  (reference: string, ...commands: readonly string[]) =>
  async (shop: Shop): Promise<undefined> => {
    let from = IMAGE
    for (const command of commands) {
      await shop.docker('run', '--name', 'layer', '--network', 'none', from, '/bin/sh', '-c', command)
      await shop.docker('commit', 'layer', reference)
      await shop.docker('rm', '-f', 'layer')
      from = reference
    }
  }

const without = (instruction: string) => HEALTHY.filter(each => !each.startsWith(instruction))

export const image: readonly Defect[] = [
  {
    name: 'an image without a HEALTHCHECK',
    by: 'engine',
    before: imports('shop/app:v1.1', without('HEALTHCHECK')),
    stack: runs('shop/app:v1.1'),
    caught: { by, says: /^has a HEALTHCHECK is false$/, hint: /add HEALTHCHECK/ }
  },
  {
    name: 'an image whose HEALTHCHECK is taken away',
    by: 'engine',
    before: imports('shop/app:v1.2', [...without('HEALTHCHECK'), 'HEALTHCHECK NONE']),
    stack: runs('shop/app:v1.2'),
    caught: { by, says: /^has a HEALTHCHECK is false$/ }
  },
  {
    name: 'an image that runs as another user',
    by: 'engine',
    before: imports('shop/app:v1.3', [...HEALTHY, 'USER 0:0']),
    stack: runs('shop/app:v1.3'),
    caught: { by, says: /^user is “0:0”$/ }
  },
  {
    name: 'an image without its label',
    by: 'engine',
    before: imports('shop/app:v1.4', without('LABEL')),
    stack: runs('shop/app:v1.4'),
    caught: { by, says: /^Labels\["shop\.part"\] is nothing$/ }
  },
  {
    name: 'a password in an image’s history',
    by: 'engine',
    before: layers('shop/app:v1.5', 'echo the password is swordfish >/tmp/note; rm /tmp/note'),
    stack: runs('shop/app:v1.5'),
    caught: { by, says: /^its history has: .*the password is swordfish/, hint: /stays in the image/ }
  },
  {
    name: 'an image of too many layers',
    by: 'engine',
    before: layers('shop/app:v1.6', 'touch /tmp/a', 'touch /tmp/b', 'touch /tmp/c'),
    stack: runs('shop/app:v1.6'),
    caught: { by, says: /^layers is 4$/ }
  }
]
