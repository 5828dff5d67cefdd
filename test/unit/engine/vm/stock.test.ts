import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { VM_INIT } from '../../../../src/engine/vm/guest/vm-init.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sl-guest-'))
  mkdirSync(join(folder, 'data'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const there = (path: string) => existsSync(join(folder, 'data', path))

/** The part of the VM's init that is about the stock, on files of this machine. */
function unpack(disk: Buffer): string {
  writeFileSync(join(folder, 'disk'), disk)
  const [part = ''] = /^stock\(\) \{[\s\S]*?^stock=\$!$/m.exec(VM_INIT) ?? []
  const script = part.replaceAll('/dev/vdb', join(folder, 'disk')).replaceAll('/data', join(folder, 'data'))
  return execFileSync('bash', ['-c', `${script}\nwait $stock`], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore']
  })
}

function stock(layers: string): Buffer {
  const from = join(folder, 'from')
  for (const path of ['template/overlay2/one', 'registry/deep', 'layer'])
    mkdirSync(join(from, path), { recursive: true })
  writeFileSync(join(from, 'layer/hello'), 'from a layer')
  writeFileSync(join(from, 'layers'), layers)
  execFileSync('tar', ['-cf', join(from, 'registry/deep/blob'), '-C', join(from, 'layer'), 'hello'])
  execFileSync('tar', ['-cf', join(folder, 'stock.tar'), '-C', from, 'template', 'registry', 'layers'])
  return readFileSync(join(folder, 'stock.tar'))
}

test('the VM unpacks each layer from the blob that the registry has', () => {
  expect(unpack(stock('one deep/blob\n'))).toBe('')
  expect(readFileSync(join(folder, 'data/template/overlay2/one/diff/hello'), 'utf8')).toBe('from a layer')
  expect([there('registry/deep/blob'), there('stock')]).toEqual([true, false])
})

test('a disk without a stock is left alone', () => {
  expect(unpack(Buffer.alloc(4096))).toBe('')
  expect([there('template'), there('registry'), there('stock')]).toEqual([false, false, false])
})

test('of a stock that is not whole nothing is taken, and the console says so', () => {
  expect(unpack(stock('one deep/nothing\n'))).toBe('stock: not unpacked\n')
  expect([there('template'), there('registry'), there('stock')]).toEqual([false, false, false])
})
