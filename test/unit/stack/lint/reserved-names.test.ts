import { afterAll, expect, test } from '@jest/globals'
import { stackFolder } from '../../../support/stack-folder.ts'

const { load, refusal, remove } = stackFolder()
afterAll(remove)
const web = 'services: {web: {image: x}}\n'

test.each([
  ['configs: {a: {external: true, name: swarmline-key-shop}}', 'configs'],
  ['configs: {a: {external: true, name: "${N}"}}', 'configs'],
  ['configs: {swarmline-key-shop: {external: true}}', 'configs'],
  ['configs: {a: {external: {name: swarmline-key-shop}}}', 'configs'],
  ['configs: {a: {name: swarmline-lock-shop, file: /etc/hostname}}', 'configs'],
  ['configs: {a: {name: "swarmline-clock-${N}", file: /etc/hostname}}', 'configs'],
  ['secrets: {a: {file: /etc/hostname, name: Swarmline-x}}', 'secrets'],
  ['networks: {a: {external: true, name: swarmline-x}}', 'networks'],
  ['networks: {a: {name: swarmline-x}}', 'networks'],
  ['volumes: {a: {name: swarmline-x-store}}', 'volumes']
])('%s is refused with its line, and nothing silences it', async (text, section) => {
  const variables = { N: 'swarmline-key-shop' }
  for (const comment of ['', '# swarmline: ignore reserved-name\n'])
    expect(await refusal(`${web}${comment}${text}`, variables)).toMatch(
      new RegExp(`stack0\\.yml:\\d: ${section}: names that begin with swarmline- are swarmline’s own`)
    )
})

test('a key that only begins so is called by the stack first', async () => {
  const plan = await load(`${web}networks: {swarmline-net: {}}\nvolumes: {swarmline-data: }`)
  expect(plan.networks).toEqual(['swarmline-net'])
})
