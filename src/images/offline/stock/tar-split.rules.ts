import { posix } from 'node:path'
import { crc64 } from './crc64.rules.ts'

const BLOCK = 512

/** What an engine keeps of a layer's archive beside the unpacked files, so that it can make the same bytes again. */
export type TarSplit = {
  /** Lines of JSON, as github.com/vbatts/tar-split writes them. */
  text: string
  /** Bytes of all files. */
  sizeBytes: number
}

/**
 * Takes an archive apart: everything but the files' contents is kept as it is, and of each file its name, size and
 * checksum.
 *
 * @returns `undefined` for what no layer of ours has: whiteouts, devices, names in formats other than POSIX's
 */
export function splitTar(archive: Buffer): TarSplit | undefined {
  const lines: string[] = []
  const add = (entry: object) => lines.push(JSON.stringify({ ...entry, position: lines.length }))
  let sizeBytes = 0
  let keptFrom = 0
  let at = 0
  let longName: string | undefined
  while (at + BLOCK <= archive.length && archive[at] !== 0) {
    const header = archive.subarray(at, at + BLOCK)
    const type = String.fromCharCode(header[156] ?? 0)
    const size = Number.parseInt(textOf(header, 124, 12), 8)
    const content = at + BLOCK
    if (!Number.isSafeInteger(size) || content + size > archive.length) return undefined
    at = content + Math.ceil(size / BLOCK) * BLOCK
    if (type === 'x') {
      longName = paxPath(archive.subarray(content, content + size)) ?? longName
      continue
    }
    if (!'0125'.includes(type)) return undefined
    const name = longName ?? nameOf(header)
    longName = undefined
    if (posix.basename(name).startsWith('.wh.')) return undefined
    add({ type: 2, payload: archive.subarray(keptFrom, content).toString('base64') })
    const bytes = archive.subarray(content, content + size)
    add({
      type: 1,
      name,
      ...(size > 0 ? { size } : {}),
      payload: size > 0 ? crc64(bytes).toString('base64') : null
    })
    sizeBytes += size
    keptFrom = content + size
  }
  add({ type: 2, payload: archive.subarray(keptFrom).toString('base64') })
  return { text: `${lines.join('\n')}\n`, sizeBytes }
}

function textOf(header: Buffer, from: number, length: number): string {
  const field = header.subarray(from, from + length)
  const end = field.indexOf(0)
  return field.subarray(0, end < 0 ? length : end).toString('utf8')
}

function nameOf(header: Buffer): string {
  const prefix = textOf(header, 345, 155)
  return prefix ? `${prefix}/${textOf(header, 0, 100)}` : textOf(header, 0, 100)
}

/** The `path` among pax records, each `LENGTH KEY=VALUE\n` with the length in bytes. */
function paxPath(records: Buffer): string | undefined {
  for (let at = 0; at < records.length; ) {
    const length = Number.parseInt(records.subarray(at, at + 12).toString('latin1'), 10)
    if (!(length > 0)) return undefined
    const record = records.subarray(at, at + length - 1).toString('utf8')
    const value = /^\d+ path=([\s\S]*)$/.exec(record)?.[1]
    if (value !== undefined) return value
    at += length
  }
  return undefined
}
