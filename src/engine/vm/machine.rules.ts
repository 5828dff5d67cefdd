import { createHash } from 'node:crypto'
import type { Acceleration } from '../engine-state.ts'
import type { VmFiles } from './files.ts'
import { VM_NETWORK } from './network.rules.ts'

/** The machine that QEMU plays. A snapshot fits only the very same one. */
export type Machine = { acceleration: Acceleration; memoryMb: number; cpus: number }

/** The paths of one run; all below its folder. */
export type RunPaths = { initrd: string; console: string; qmp: string; pid: string }

/** What is under the VM's disk, from the bottom: the built root (never written), then one layer per checkpoint. */
export type DiskLayers = {
  base: string
  layers: readonly string[]
  /** An archive that the VM unpacks when it boots; its device is there also without one, so that snapshots fit. */
  stock?: string | undefined
}

/**
 * QEMU's arguments for a VM, without the program's name. Every network packet that is not to the VM itself ends
 * inside QEMU (`restrict=on`): ssh and the ports that are opened on purpose are the only ways in, and none leads out.
 */
export function qemuArguments(
  machine: Machine,
  files: VmFiles,
  disk: DiskLayers,
  paths: RunPaths,
  start: 'boot' | 'restore'
): string[] {
  const { prefix, gateway, resolver, vm, hostPrefix } = VM_NETWORK
  const netdev =
    `user,id=net,restrict=on,ipv6=off,net=${prefix}.0/24,host=${gateway},dns=${resolver}` +
    // Port 0: the kernel chooses a free one, which QEMU's monitor then tells.
    `,hostfwd=tcp:${hostPrefix}.2:0-${vm}:22`
  return [
    ...processorArguments(machine),
    ...['-kernel', files.kernelPath, '-initrd', paths.initrd],
    ...['-append', kernelCommandLine(machine.acceleration)],
    ...['-rtc', 'base=utc,clock=host', '-device', 'virtio-rng-pci', '-device', 'vmgenid,guid=auto'],
    ...['-blockdev', JSON.stringify(blockNode(disk)), '-device', `virtio-blk-pci,drive=${topNode(disk)}`],
    ...['-blockdev', JSON.stringify(stockNode(disk.stock)), '-device', 'virtio-blk-pci,drive=stock'],
    ...['-netdev', netdev, '-device', 'virtio-net-pci,netdev=net,romfile='],
    ...['-chardev', `file,id=console,path=${escaped(paths.console)}`, '-serial', 'chardev:console'],
    ...['-qmp', `unix:${escaped(paths.qmp)},server=on,wait=off`],
    ...['-daemonize', '-pidfile', paths.pid],
    ...(start === 'restore' ? ['-incoming', 'defer'] : [])
  ]
}

/** The part that a probe of the acceleration shares with a VM. */
export function processorArguments(machine: Machine): string[] {
  const accelerators: Record<Acceleration, string> = {
    kvm: 'kvm',
    hvf: 'hvf',
    tcg: 'tcg,thread=multi,tb-size=1024'
  }
  // In emulation the vector units cost more than they bring, and 5-level page tables only time.
  const processor = machine.acceleration === 'tcg' ? 'max,-avx,-avx2,-fma,-f16c,-la57' : 'host'
  return [
    ...['-machine', 'q35', '-accel', accelerators[machine.acceleration], '-cpu', processor],
    ...['-smp', String(machine.cpus), '-m', `${machine.memoryMb}M`],
    ...['-nodefaults', '-no-user-config', '-no-reboot', '-display', 'none']
  ]
}

export function kernelCommandLine(acceleration: Acceleration): string {
  // A busy machine may not give the kernel's test of its timer the ticks that it counts; the timer works all the same.
  const emulated = 'mitigations=off nokaslr tsc=reliable no_timer_check '
  return `console=ttyS0 quiet panic=-1 random.trust_cpu=on ${acceleration === 'tcg' ? emulated : ''}NET=${VM_NETWORK.prefix}`
}

/** Names all that a snapshot depends on: QEMU's version, the machine, the files. */
export function fingerprintOf(machine: Machine, files: VmFiles, qemuVersion: string): string {
  const nowhere: RunPaths = { initrd: '', console: '', qmp: '', pid: '' }
  const args = qemuArguments(machine, { ...files, kernelPath: '' }, { base: '', layers: [] }, nowhere, 'boot')
  return createHash('sha256')
    .update(JSON.stringify([qemuVersion, files.key, args]))
    .digest('hex')
    .slice(0, 16)
}

/** The name of the topmost node of a disk: the one that is written. */
export function topNode(disk: Pick<DiskLayers, 'layers'>): string {
  return `disk${disk.layers.length}`
}

type BlockNode = { driver: string; 'node-name': string; file: object; backing?: BlockNode } & Record<
  string,
  unknown
>

function blockNode(disk: DiskLayers): BlockNode {
  const cache = { direct: false, 'no-flush': true }
  const file = (filename: string) => ({ driver: 'file', filename })
  const base: BlockNode = { driver: 'raw', 'node-name': 'disk0', 'read-only': true, file: file(disk.base) }
  return disk.layers.reduce<BlockNode>(
    (backing, path, i) => ({
      driver: 'qcow2',
      'node-name': `disk${i + 1}`,
      'read-only': i < disk.layers.length - 1,
      discard: 'unmap',
      cache,
      file: file(path),
      backing
    }),
    base
  )
}

function stockNode(stock: string | undefined): object {
  const common = { 'node-name': 'stock', 'read-only': true }
  return stock === undefined
    ? { ...common, driver: 'null-co', size: 1 << 20, 'read-zeroes': true }
    : { ...common, driver: 'raw', file: { driver: 'file', filename: stock } }
}

/** In QEMU's lists a comma ends a value; two stand for one. */
function escaped(path: string): string {
  return path.replaceAll(',', ',,')
}
