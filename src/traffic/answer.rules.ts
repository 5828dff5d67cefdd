import { type ChunkReader, createChunkReader } from './chunks.rules.ts'
import { type Head, readHead } from './head.rules.ts'

/** `more`: not whole yet. `body` holds at most the bytes that were to be kept. */
export type Progress =
  | { kind: 'more' }
  | { kind: 'whole'; status: number; body: string; isReusable: boolean }
  | { kind: 'broken'; problem: string }

export type AnswerLimits = {
  maxHeadBytes: number
  /** A longer body is broken, whether it is kept or not. */
  maxBodyBytes: number
  /** How much of the body to keep, which depends on the status. */
  keptBytes: (status: number) => number
}

/** Reads the answers of one connection, one after the other; after `whole` it is ready for the next. */
export type AnswerReader = {
  /** `bytes` may be used again by the caller afterwards: what is kept is copied. */
  read(bytes: Buffer, length: number): Progress
  /** The server ended the connection: an answer that goes until then is whole now. */
  end(): Progress
}

const MORE: Progress = { kind: 'more' }
const broken = (problem: string): Progress => ({ kind: 'broken', problem })

export function createAnswerReader(limits: AnswerLimits): AnswerReader {
  let pending: Buffer | undefined
  // A server's heads are alike for a second at a time: reading each text once saves a third of the whole cost.
  let [lastText, lastHead]: [string, Head | string] = ['', '']
  let head: Head | undefined
  let chunks: ChunkReader | undefined
  let size = 0
  let kept: Buffer[] = []
  let room = 0

  const take = (bytes: Buffer, from: number, to: number) => {
    size += to - from
    const wanted = Math.min(room, to - from)
    if (wanted <= 0) return
    kept.push(Buffer.from(bytes.subarray(from, from + wanted)))
    room -= wanted
  }
  const whole = (isReusable: boolean): Progress => {
    const status = head?.status ?? 0
    const body = kept.length === 0 ? '' : Buffer.concat(kept).toString('utf8')
    head = chunks = undefined
    kept = []
    size = 0
    return { kind: 'whole', status, body, isReusable }
  }
  const readBody = (bytes: Buffer, from: number, end: number, at: Head): Progress => {
    const { framing } = at
    let to = end
    let isWhole = false
    if (framing.kind === 'length') {
      to = Math.min(end, from + framing.bytes - size)
      take(bytes, from, to)
      isWhole = size === framing.bytes
    } else if (framing.kind === 'chunked') {
      chunks ??= createChunkReader(take)
      const read = chunks.read(bytes, from, end)
      if (typeof read === 'string') return broken(read)
      to = read.at
      isWhole = read.isWhole
    } else take(bytes, from, end)
    if (size > limits.maxBodyBytes) return broken(`a body of more than ${limits.maxBodyBytes} bytes`)
    // Bytes behind the answer belong to no request: such a connection is not to be trusted with another one.
    return isWhole ? whole(at.isReusable && to === end) : MORE
  }

  const read = (given: Buffer, length: number): Progress => {
    let bytes = given
    let end = length
    let from = 0
    if (head) return readBody(bytes, 0, end, head)
    if (pending) {
      bytes = Buffer.concat([pending, given.subarray(0, end)])
      end = bytes.length
      pending = undefined
    }
    for (;;) {
      const at = bytes.indexOf('\r\n\r\n', from, 'latin1')
      if (at < 0 || at + 4 > end) {
        if (end - from > limits.maxHeadBytes)
          return broken(`a head of more than ${limits.maxHeadBytes} bytes`)
        pending = Buffer.from(bytes.subarray(from, end))
        return MORE
      }
      if (at - from > limits.maxHeadBytes) return broken(`a head of more than ${limits.maxHeadBytes} bytes`)
      const text = bytes.toString('latin1', from, at)
      if (text !== lastText) [lastText, lastHead] = [text, readHead(text)]
      const found = lastHead
      if (typeof found === 'string') return broken(found)
      from = at + 4
      // 100 and its like announce the answer, and are none (101 would be another protocol).
      if (found.status === 101) return broken('another protocol')
      if (found.status < 200) continue
      head = found
      room = Math.min(limits.maxBodyBytes, limits.keptBytes(found.status))
      if (found.framing.kind === 'length' && found.framing.bytes > limits.maxBodyBytes)
        return broken(`a body of more than ${limits.maxBodyBytes} bytes`)
      return readBody(bytes, from, end, found)
    }
  }
  return {
    read,
    end: () =>
      head?.framing.kind === 'until-end'
        ? whole(false)
        : broken(head || pending ? 'closed during the answer' : 'closed without an answer')
  }
}
