const PRIVATE =
  /^-----BEGIN (?:[A-Z0-9]+ )?PRIVATE KEY-----\r?\n([\s\S]+?)-----END (?:[A-Z0-9]+ )?PRIVATE KEY-----$/

/**
 * What is wrong with a private key that ssh is to use without asking anybody; `undefined`: nothing. The key itself is never
 * in the words.
 */
export function privateKeyFault(text: string): string | undefined {
  const key = text.trim()
  const [, body = ''] = PRIVATE.exec(key) ?? []
  if (body === '') return 'is not a private key, from -----BEGIN … PRIVATE KEY----- to its -----END line'
  return isEncrypted(key, body)
    ? 'is protected by a passphrase, for which nobody can be asked here'
    : undefined
}

/** In PEM it says so; in OpenSSH's own format a cipher is named (PROTOCOL.key). */
function isEncrypted(key: string, body: string): boolean {
  if (/BEGIN ENCRYPTED |^Proc-Type:.*ENCRYPTED/m.test(key)) return true
  if (!key.startsWith('-----BEGIN OPENSSH ')) return false
  const bytes = Buffer.from(body, 'base64')
  const magic = 'openssh-key-v1\0'
  const length = bytes.length < magic.length + 4 ? 0 : bytes.readUInt32BE(magic.length)
  const cipher = bytes.subarray(magic.length + 4, magic.length + 4 + length).toString('latin1')
  return cipher !== 'none'
}
