import { createHash } from 'node:crypto'

export type Canary = {
  shape: string
  secret: string
  /** What in it is a secret by itself. */
  parts?: readonly string[]
}

/** Secrets of the shapes that people have, none of which a list of names knows. */
export const CANARIES: readonly Canary[] = [
  { shape: 'a password', secret: "kX9'vq&2 Lm$7/w+zT" },
  {
    shape: 'a PEM',
    secret: [
      '-----BEGIN PRIVATE KEY-----',
      'MIIBVQIBADANBgkqhkiG9w0BAQEFAASCAT8wggE7AgEAAkEAq7BFUpkGp3+LQmlQ',
      'Yx2eqzDV+xeG8kx/sQFV18S5JhzGeIJNA72wSeukEPojtqUyX2J0CciPBh7eqclQ',
      '-----END PRIVATE KEY-----',
      ''
    ].join('\n')
  },
  {
    shape: 'JSON',
    secret: '{"user":"canary","key":"pQ4/81+zz==","list":["Aa7Bb8Cc9"]}',
    parts: ['pQ4/81+zz==', 'Aa7Bb8Cc9']
  },
  { shape: 'base64', secret: 'c3dhcm1saW5lLWNhbmFyeS1iYXNlNjQ/PT8+Zm9v' },
  {
    shape: 'a URL',
    secret: 'postgres://canary:s3cr%2Fet-Word@db.example:5432/app?sslkey=QwErTy12',
    parts: ['s3cr%2Fet-Word', 'QwErTy12']
  }
]

const HASHES = ['md5', 'sha1', 'sha256', 'sha512']
const SHORTEST_LINE = 8
/** Hexadecimal is found whichever letters it is written in. */
const IS_HEX = /^(?:hex|md5|sha\d+)$/

const known = new Map<string, Map<string, string>>()

/**
 * What a reader could take a secret from, each with its name: itself, each of its longer lines, and the usual ways to
 * write or hash them. Of base64 only what depends on the secret alone, wherever in something longer it stands.
 */
export function formsOf(canary: Canary): Map<string, string> {
  const before = known.get(canary.secret)
  if (before) return before
  const forms = new Map<string, string>()
  const add = (form: string, name: string): void => {
    if (!forms.has(form)) forms.set(form, name)
  }
  for (const part of partsOf(canary)) {
    const bytes = Buffer.from(part)
    add(part, 'raw')
    for (const offset of [0, 1, 2]) {
      const text = base64At(bytes, offset)
      add(text, `base64 at ${offset}`)
      add(text.replaceAll('+', '-').replaceAll('/', '_'), `base64url at ${offset}`)
    }
    add(bytes.toString('hex'), 'hex')
    add(encodeURIComponent(part), 'URL')
    add(new URLSearchParams({ '': part }).toString().slice(1), 'form')
    add(JSON.stringify(part).slice(1, -1), 'JSON')
    add(JSON.stringify(JSON.stringify(part)).slice(3, -3), 'JSON twice')
    add(inMarkup(part), 'HTML')
    for (const hash of HASHES) {
      const digest = createHash(hash).update(part).digest()
      add(digest.toString('hex'), hash)
      add(digest.toString('base64').replace(/=+$/, ''), `${hash} in base64`)
    }
  }
  known.set(canary.secret, forms)
  return forms
}

/** The forms in which a text shows a secret; none is what tests want. */
export function foundIn(text: string, canary: Canary): string[] {
  const lower = text.toLowerCase()
  return [...formsOf(canary)]
    .filter(([form, name]) => (IS_HEX.test(name) ? lower.includes(form) : text.includes(form)))
    .map(([, name]) => name)
}

function partsOf({ secret, parts = [] }: Canary): string[] {
  const lines = secret.split('\n').filter(line => line.length >= SHORTEST_LINE)
  const all = [secret, secret.trim(), ...parts, ...lines]
  return [...new Set(all)].filter(each => !/^-----/.test(each) || each.includes('\n'))
}

/** The digits of base64 that are the same whatever stands before the bytes, at this offset of three, and after them. */
function base64At(bytes: Buffer, offset: number): string {
  const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
  return text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6))
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}
const inMarkup = (text: string): string => text.replace(/[&<>"']/g, sign => ENTITIES[sign] ?? sign)
