/** ELF's numbers for the machines that engines run on, by the engine's name for them. */
const MACHINES: Record<string, number> = { amd64: 62, arm64: 183, arm: 40, ppc64le: 21, s390x: 22 }
const PT_INTERP = 3

/**
 * Whether a file is a program for Linux on `architecture` (the engine's word: `amd64`, `arm64` …) that needs no
 * library beside it: a little-endian ELF file without an interpreter.
 */
export function isStaticProgram(file: Buffer, architecture: string): boolean {
  if (file.length < 64 || file.readUInt32BE(0) !== 0x7f454c46 || file[5] !== 1) return false
  if (file.readUInt16LE(18) !== MACHINES[architecture]) return false
  const is64 = file[4] === 2
  const start = is64 ? Number(file.readBigUInt64LE(32)) : file.readUInt32LE(28)
  const size = file.readUInt16LE(is64 ? 54 : 42)
  const count = file.readUInt16LE(is64 ? 56 : 44)
  for (let i = 0; i < count; i++) {
    const at = start + i * size
    if (at + 4 > file.length || file.readUInt32LE(at) === PT_INTERP) return false
  }
  return count > 0
}
