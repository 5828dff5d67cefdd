const POLYNOMIAL = 0xd800000000000000n

/** The table of CRC-64/ISO, each entry as its upper and its lower half: 64-bit integers are too slow for layers. */
const [UPPER, LOWER] = table()

/** The checksum that an engine keeps of every file of a layer: Go's `crc64.ISO`, eight bytes, big-endian. */
export function crc64(bytes: Uint8Array): Buffer {
  let upper = -1
  let lower = -1
  for (let i = 0; i < bytes.length; i++) {
    const index = (lower ^ (bytes[i] as number)) & 0xff
    lower = ((lower >>> 8) | (upper << 24)) ^ (LOWER[index] as number)
    upper = (upper >>> 8) ^ (UPPER[index] as number)
  }
  const sum = Buffer.alloc(8)
  sum.writeInt32BE(~upper, 0)
  sum.writeInt32BE(~lower, 4)
  return sum
}

function table(): [Int32Array, Int32Array] {
  const upper = new Int32Array(256)
  const lower = new Int32Array(256)
  for (let i = 0; i < 256; i++) {
    let entry = BigInt(i)
    for (let bit = 0; bit < 8; bit++) entry = entry & 1n ? (entry >> 1n) ^ POLYNOMIAL : entry >> 1n
    upper[i] = Number(entry >> 32n) | 0
    lower[i] = Number(entry & 0xffffffffn) | 0
  }
  return [upper, lower]
}
