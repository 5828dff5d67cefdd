import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Text that says nothing without its key; both in base64. */
export type Sealed = { data: string; key: string }

/**
 * Seals a text under a key of its own.
 *
 * @param place what it is a part of: elsewhere it does not open
 */
export function seal(text: string, place: string): Sealed {
  const key = randomBytes(32)
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(place))
  const body = Buffer.concat([cipher.update(text, 'latin1'), cipher.final()])
  const data = Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')
  return { data, key: key.toString('base64') }
}

/** The text; `undefined` for what was not sealed under this key for this place. */
export function unseal({ data, key }: Sealed, place: string): string | undefined {
  try {
    const bytes = Buffer.from(data, 'base64')
    const nonce = bytes.subarray(0, NONCE_BYTES)
    const cipher = createDecipheriv(ALGORITHM, Buffer.from(key, 'base64'), nonce, {
      authTagLength: TAG_BYTES
    })
    cipher.setAAD(Buffer.from(place))
    cipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    const body = bytes.subarray(NONCE_BYTES + TAG_BYTES)
    return Buffer.concat([cipher.update(body), cipher.final()]).toString('latin1')
  } catch {
    return undefined
  }
}
