/** Lines and encodings of fewer characters are parts of other words: hiding them hides too much, and nothing. */
const SHORTEST = 6
/** A document of more lines is no secret, but holds some: its first ones are known by themselves. */
const MOST_PARTS = 300
const LONGEST_ADDRESS = 8_192
const PEM_FRAME = /^-----(?:BEGIN|END) [A-Z0-9 ]+-----$/

/**
 * The texts that show a secret: itself, without a line end or blanks around it, on one line, each of its longer
 * lines, the password and the query's values of an address, the longer texts of a JSON document, and each of these in base64 (at every
 * offset, as in a header of `user:password`), hexadecimal, percent-encoding and JSON. None is empty.
 */
export function secretForms(secret: string | Uint8Array): string[] {
  const whole = Buffer.from(secret).toString('utf8')
  const parts = [whole, whole.replace(/[\r\n]+$/, ''), whole.trim(), whole.replace(/\s+/g, ' ').trim()]
  const inner = [...lines(whole), ...partsOfAddress(whole), ...textsOfJson(whole)]
  const long = inner.filter(part => part.length >= SHORTEST && !PEM_FRAME.test(part))
  return [...new Set([...parts, ...long.slice(0, MOST_PARTS)].flatMap(formsOf))].filter(form => form !== '')
}

const lines = (text: string): string[] => text.split(/\r\n|\r|\n/).map(line => line.trim())

/** Of `scheme://user:password@host/path?key=value` the password and the values, as they are written and are meant. */
function partsOfAddress(text: string): string[] {
  const address = /^[a-z][a-z0-9+.-]{0,30}:\/\//i.exec(text.trim())?.[0]
  const rest = address && text.trim().slice(address.length)
  if (!rest || rest.length > LONGEST_ADDRESS || /\s/.test(rest)) return []
  const at = rest.indexOf('@')
  const user = at === -1 ? '' : rest.slice(0, at)
  const values = rest
    .slice(at + 1)
    .split(/[?&#]/)
    .slice(1)
  const parts = [
    user.slice(user.indexOf(':') + 1),
    ...values.map(pair => pair.slice(pair.indexOf('=') + 1)).slice(0, MOST_PARTS)
  ]
  return parts.flatMap(part => [part, decoded(part)])
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function textsOfJson(text: string): string[] {
  if (!/^\s*[[{]/.test(text)) return []
  const found: string[] = []
  try {
    JSON.parse(text, (_key, value) => {
      if (typeof value === 'string') found.push(value)
      return value
    })
  } catch {
    // It only begins like JSON.
  }
  return found
}

function formsOf(text: string): string[] {
  const bytes = Buffer.from(text)
  const encoded = [
    JSON.stringify(text).slice(1, -1),
    encodeURIComponent(text.toWellFormed()),
    new URLSearchParams([['', text.toWellFormed()]]).toString().slice(1),
    // The end of base64 depends on what follows: its padding may not be there.
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    ...shifted(bytes),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase()
  ]
  return [text, ...encoded.filter(form => form.length >= SHORTEST)]
}

/** In base64 of something longer, where one or two bytes precede: the characters that depend on the secret alone. */
function shifted(bytes: Buffer): string[] {
  return [1, 2].map(before => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes])
    const sure = whole.length - (whole.length % 3)
    return whole.subarray(0, sure).toString('base64').slice(4)
  })
}
