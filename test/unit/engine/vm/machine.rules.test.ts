import { expect, test } from '@jest/globals'
import type { VmFiles } from '../../../../src/engine/vm/files.ts'
import {
  fingerprintOf,
  type Machine,
  qemuArguments,
  topNode
} from '../../../../src/engine/vm/machine.rules.ts'

const files: VmFiles = {
  key: 'trixie-1',
  suite: 'trixie',
  folder: '/c',
  kernelPath: '/c/vmlinux',
  initrdPath: '/c/initrd.gz',
  diskPath: '/c/root.ext4'
}
const machine: Machine = { acceleration: 'tcg', memoryMb: 4096, cpus: 2 }
const paths = { initrd: '/r/initrd', console: '/r/a,b/console', qmp: '/r/qmp', pid: '/r/pid' }
const disk = { base: files.diskPath, layers: ['/r/0', '/r/1'] }
const optionOf = (args: string[], flag: string) => args[args.indexOf(flag) + 1] ?? ''

test('the only ways out of the network are those that are opened on purpose', () => {
  for (const acceleration of ['kvm', 'hvf', 'tcg'] as const) {
    const args = qemuArguments({ ...machine, acceleration }, files, disk, paths, 'boot')
    expect(optionOf(args, '-netdev')).toBe(
      'user,id=net,restrict=on,ipv6=off,net=10.79.0.0/24,host=10.79.0.1,dns=10.79.0.3,hostfwd=tcp:127.77.0.2:0-10.79.0.2:22'
    )
    expect(args.filter(a => a === '-netdev')).toHaveLength(1)
    expect(args).toEqual(expect.arrayContaining(['-nodefaults', '-no-user-config', '-no-reboot']))
  }
})

test('the built disk is never written, and only the top layer is', () => {
  const args = qemuArguments(machine, files, disk, paths, 'boot')
  const node = JSON.parse(optionOf(args, '-blockdev'))
  expect(node).toMatchObject({
    'node-name': 'disk2',
    'read-only': false,
    file: { filename: '/r/1' },
    backing: {
      'node-name': 'disk1',
      'read-only': true,
      file: { filename: '/r/0' },
      backing: { 'node-name': 'disk0', 'read-only': true, driver: 'raw', file: { filename: '/c/root.ext4' } }
    }
  })
  expect(args).toContain(`virtio-blk-pci,drive=${topNode(disk)}`)
})

test('a comma in a path ends no value', () => {
  expect(optionOf(qemuArguments(machine, files, disk, paths, 'boot'), '-chardev')).toContain(
    'path=/r/a,,b/console'
  )
})

test('waking waits for what was saved; booting does not', () => {
  expect(optionOf(qemuArguments(machine, files, disk, paths, 'restore'), '-incoming')).toBe('defer')
  expect(qemuArguments(machine, files, disk, paths, 'boot')).not.toContain('-incoming')
})

test('shortcuts for emulation are taken in emulation only', () => {
  const append = (acceleration: Machine['acceleration']) =>
    optionOf(qemuArguments({ ...machine, acceleration }, files, disk, paths, 'boot'), '-append')
  expect(append('tcg')).toContain('mitigations=off')
  expect(append('kvm')).not.toMatch(/mitigations|nokaslr|tsc/)
  expect(append('kvm')).toContain('NET=10.79.0')
})

test('a snapshot fits the same machine, files and QEMU, wherever the run lies', () => {
  const print = fingerprintOf(machine, files, 'QEMU 7.2')
  expect(fingerprintOf(machine, { ...files, kernelPath: '/elsewhere/vmlinux' }, 'QEMU 7.2')).toBe(print)
  const others = [
    fingerprintOf({ ...machine, memoryMb: 2048 }, files, 'QEMU 7.2'),
    fingerprintOf({ ...machine, cpus: 4 }, files, 'QEMU 7.2'),
    fingerprintOf({ ...machine, acceleration: 'kvm' }, files, 'QEMU 7.2'),
    fingerprintOf(machine, { ...files, key: 'trixie-2' }, 'QEMU 7.2'),
    fingerprintOf(machine, files, 'QEMU 8.2')
  ]
  expect(new Set([print, ...others]).size).toBe(6)
})

test('the device of the stock is there with and without one, and only read', () => {
  const nodeOf = (stock?: string) => {
    const args = qemuArguments(machine, files, { ...disk, stock }, paths, 'boot')
    expect(args[args.indexOf('virtio-blk-pci,drive=stock') - 1]).toBe('-device')
    return JSON.parse(args[args.lastIndexOf('-blockdev') + 1] ?? '')
  }
  expect(nodeOf('/r/stock.tar')).toMatchObject({
    ...{ 'node-name': 'stock', 'read-only': true, driver: 'raw' },
    file: { driver: 'file', filename: '/r/stock.tar' }
  })
  expect(nodeOf()).toMatchObject({ 'node-name': 'stock', 'read-only': true, driver: 'null-co' })
  const devices = (stock?: string) =>
    qemuArguments(machine, files, { ...disk, stock }, paths, 'boot').filter(
      (_, i, all) => all[i - 1] === '-device'
    )
  expect(devices('/r/stock.tar')).toEqual(devices())
})
