/** How far an answer's body goes: a number of bytes, chunk by chunk, or until the connection ends. */
export type Framing = { kind: 'length'; bytes: number } | { kind: 'chunked' } | { kind: 'until-end' }

/** `isReusable`: whether the connection may carry another request after this answer. */
export type Head = { status: number; framing: Framing; isReusable: boolean }

/**
 * Reads the head of an HTTP/1.x answer, its last empty line aside (RFC 9112, sections 4 and 6.3: a coding outranks
 * a length, lengths that disagree are an error, 1xx, 204 and 304 have no body).
 *
 * @returns the head, or in words why it is none
 */
export function readHead(text: string): Head | string {
  const first = /^HTTP\/1\.([01]) ([1-9]\d\d)(?: [^\r\n]*)?(?:\r\n|$)/.exec(text)
  if (!first) return 'not an HTTP/1 answer'
  const status = Number(first[2])
  const connection = /\r\nconnection:([^\r\n]*)/i.exec(text)?.[1]?.toLowerCase() ?? ''
  const isKept = first[1] === '1' ? !connection.includes('close') : connection.includes('keep-alive')
  if (status < 200 || status === 204 || status === 304)
    return { status, framing: { kind: 'length', bytes: 0 }, isReusable: isKept }
  const coding = /\r\ntransfer-encoding:([^\r\n]*)/i.exec(text)?.[1]
  const lengths = new Set(Array.from(text.matchAll(/\r\ncontent-length:([^\r\n]*)/gi), m => m[1]?.trim()))
  if (coding !== undefined)
    return /(?:^|,)\s*chunked\s*$/i.test(coding)
      ? { status, framing: { kind: 'chunked' }, isReusable: isKept && lengths.size === 0 }
      : { status, framing: { kind: 'until-end' }, isReusable: false }
  if (lengths.size === 0) return { status, framing: { kind: 'until-end' }, isReusable: false }
  const [length] = lengths
  if (lengths.size > 1 || !/^\d{1,15}$/.test(length ?? '')) return 'an invalid Content-Length'
  return { status, framing: { kind: 'length', bytes: Number(length) }, isReusable: isKept }
}
