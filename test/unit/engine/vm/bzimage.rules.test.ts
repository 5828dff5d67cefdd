import { expect, test } from '@jest/globals'
import { findPayload } from '../../../../src/engine/vm/bzimage.rules.ts'

/** A boot image with one setup sector, whose payload starts 16 bytes into the kernel. */
function image(payload: number[]): Buffer {
  const bytes = Buffer.alloc(4096, 0xee)
  bytes.writeUInt8(1, 0x1f1)
  bytes.write('HdrS', 0x202, 'latin1')
  bytes.writeUInt32LE(16, 0x248)
  bytes.writeUInt32LE(payload.length, 0x24c)
  Buffer.from(payload).copy(bytes, 1024 + 16)
  return bytes
}

const SIZE = [1, 2, 3, 4]

test.each([
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd, 9, 9], SIZE],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 9], SIZE],
  ['gzip', [0x1f, 0x8b, 9], []]
])('%s: exactly the packed kernel, without the size that follows it', (packer, packed, size) => {
  const found = findPayload(image([...packed, ...size]))
  expect(found.packer).toBe(packer)
  expect([...found.payload]).toEqual(packed)
})

test('what is no boot image is refused', () => {
  expect(() => findPayload(Buffer.alloc(10))).toThrow('no x86 boot image')
  expect(() => findPayload(Buffer.alloc(4096))).toThrow('no x86 boot image')
})

test('an unknown packer is refused', () => {
  expect(() => findPayload(image([1, 2, 3, 4, 5, 6]))).toThrow('unknown way')
})
