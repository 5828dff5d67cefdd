import { expect, test } from '@jest/globals'
import type { Exec } from '../../../src/effects/effects.ts'
import { loadModules, lookAtMachine } from '../../../src/engine/kernel.ts'
import { SwarmlineError } from '../../../src/errors.ts'

const machine =
  (...paths: string[]) =>
  async (path: string) =>
    paths.includes(path)

test('a mesh needs IPVS and vxlan; each is seen for itself', async () => {
  expect(await lookAtMachine(machine('/proc/1/net/ip_vs', '/sys/module/vxlan'))).toEqual({
    hasIpvs: true,
    hasVxlan: true,
    isOurVm: false
  })
  expect(await lookAtMachine(machine('/sys/module/vxlan'))).toMatchObject({ hasIpvs: false, hasVxlan: true })
  expect(await lookAtMachine(machine('/proc/1/net/ip_vs'))).toMatchObject({ hasIpvs: true, hasVxlan: false })
})

test('a VM of ours has both our program and our bridge', async () => {
  const isOurs = async (...paths: string[]) => (await lookAtMachine(machine(...paths))).isOurVm
  expect(await isOurs('/usr/sbin/node-init', '/sys/class/net/br0')).toBe(true)
  expect(await isOurs('/sys/class/net/br0')).toBe(false)
  expect(await isOurs('/usr/sbin/node-init')).toBe(false)
})

const recorded = (answers: (number | Error)[]) => {
  const commands: string[] = []
  const exec: Exec = async (file, args) => {
    commands.push([file, ...args].join(' '))
    const answer = answers.shift()
    if (answer instanceof Error) throw answer
    return { exitCode: answer ?? 0, stdout: '', stderr: '' }
  }
  return { exec, commands }
}

test('modules are loaded as who we are; with sudo only where that fails', async () => {
  const root = recorded([0])
  await loadModules(root.exec)
  expect(root.commands).toEqual(['modprobe -a -q ip_vs ip_vs_rr xt_ipvs vxlan br_netfilter overlay'])
  const user = recorded([1, 0])
  await loadModules(user.exec)
  expect(user.commands[1]).toMatch(/^sudo -n modprobe -a/)
})

test('what cannot be loaded is no error: it may be built in', async () => {
  const none = recorded([new SwarmlineError('missing-tool', 'modprobe is not installed'), 1])
  await expect(loadModules(none.exec)).resolves.toBeUndefined()
})

test('giving up ends it', async () => {
  const { exec } = recorded([new SwarmlineError('cancelled', 'cancelled')])
  await expect(loadModules(exec)).rejects.toMatchObject({ code: 'cancelled' })
})
