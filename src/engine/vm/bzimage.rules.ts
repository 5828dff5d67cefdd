import { SwarmlineError } from '../../errors.ts'

/** How the kernel inside an x86 boot image is packed, by its first bytes. */
const PACKERS = [
  { packer: 'zstd', magic: [0x28, 0xb5, 0x2f, 0xfd] },
  { packer: 'xz', magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a] },
  { packer: 'gzip', magic: [0x1f, 0x8b] }
] as const

/**
 * Finds the packed kernel in a boot image, by the fields of its setup header (Linux's Documentation/arch/x86/boot:
 * setup_sects, payload_offset, payload_length). Four bytes at its end are the unpacked size, not part of it —
 * gzip carries them itself.
 *
 * @throws `vm-failed` when it is no boot image, or packed in another way
 */
export function findPayload(image: Uint8Array): { packer: 'zstd' | 'xz' | 'gzip'; payload: Uint8Array } {
  const view = new DataView(image.buffer, image.byteOffset, image.byteLength)
  const isBootImage = image.byteLength > 0x260 && view.getUint32(0x202, true) === 0x53726448
  if (!isBootImage) throw new SwarmlineError('vm-failed', 'the kernel package holds no x86 boot image')
  const setupSectors = view.getUint8(0x1f1) || 4
  const start = (setupSectors + 1) * 512 + view.getUint32(0x248, true)
  const packed = image.subarray(start, start + view.getUint32(0x24c, true))
  const found = PACKERS.find(p => p.magic.every((byte, i) => packed[i] === byte))
  if (!found) throw new SwarmlineError('vm-failed', 'the kernel is packed in an unknown way')
  return { packer: found.packer, payload: found.packer === 'gzip' ? packed : packed.subarray(0, -4) }
}
