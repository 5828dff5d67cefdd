import { expect, test } from '@jest/globals'
import { VM_INIT } from '../../../../src/engine/vm/guest/vm-init.ts'
import { loopbackOf } from '../../../../src/engine/vm/network.rules.ts'
import { recipeOf } from '../../../../src/engine/vm/recipe.rules.ts'
import { parseForwards } from '../../../../src/engine/vm/usernet.rules.ts'

test.each([
  ['10.79.0.11', '127.77.0.11'],
  ['10.79.0.2', '127.77.0.2'],
  ['10.79.0.254', '127.77.0.254'],
  ['10.79.0.1', undefined],
  ['10.79.0.3', undefined],
  ['10.79.0.255', undefined],
  ['10.79.1.11', undefined],
  ['110.79.0.11', undefined],
  ['10.79.0.11x', undefined]
])('%s answers at %s', (address, expected) => {
  expect(loopbackOf(address)).toBe(expected)
})

test("QEMU's table of forwardings", () => {
  const table = `Hub -1 (net):
  Protocol[State]    FD  Source Address  Port   Dest. Address  Port RecvQ SendQ
  TCP[ESTABLISHED]   15       127.77.0.2 40899      10.79.0.2    22     0     0
  TCP[HOST_FORWARD]  14       127.77.0.2 45561      10.79.0.2    22     0     0
  TCP[HOST_FORWARD]  27      127.77.0.11    80     10.79.0.11    80     0     0
  UDP[HOST_FORWARD]  28      127.77.0.11    53     10.79.0.11    53     0     0
`
  expect(parseForwards(table)).toEqual([
    { host: '127.77.0.2', port: 45561, guestHost: '10.79.0.2', guestPort: 22 },
    { host: '127.77.0.11', port: 80, guestHost: '10.79.0.11', guestPort: 80 }
  ])
  expect(parseForwards('')).toEqual([])
})

test("in the VM no frame is flooded to the uplink, and the engine's API is on a unix socket only", () => {
  expect(VM_INIT).toContain('bridge link set dev "$uplink" flood off')
  const sockets = [...VM_INIT.matchAll(/-H (\S+)/g)].map(m => m[1])
  expect(sockets).toEqual(['unix:///run/docker.sock'])
})

test('what is built depends on the suite', () => {
  expect(recipeOf('trixie').packages).toContain('docker-cli')
  expect(recipeOf('bookworm').packages).not.toContain('docker-cli')
  expect(recipeOf('trixie').key).toMatch(/^trixie-[0-9a-f]{12}$/)
  expect(recipeOf('trixie').key).toBe(recipeOf('trixie').key)
  expect(recipeOf('sid')).toMatchObject({ isHardened: false })
})
