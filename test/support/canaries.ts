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

/** What a reader could take a secret from: itself, each of its longer lines, and the usual ways to write or hash them. */
export function formsOf({ secret, parts: own = [] }: Canary): Map<string, string> {
  const forms = new Map<string, string>()
  const parts = [
    secret,
    secret.trim(),
    ...own,
    ...secret.split('\n').filter(line => line.length >= SHORTEST_LINE)
  ]
  for (const part of new Set(parts.filter(each => !/^-----/.test(each) || each.includes('\n')))) {
    const bytes = Buffer.from(part)
    forms.set(part, 'raw')
    forms.set(bytes.toString('base64').replace(/=+$/, ''), 'base64')
    forms.set(bytes.toString('base64url'), 'base64url')
    forms.set(bytes.toString('hex'), 'hex')
    forms.set(encodeURIComponent(part), 'URL')
    forms.set(new URLSearchParams({ '': part }).toString().slice(1), 'form')
    forms.set(JSON.stringify(part).slice(1, -1), 'JSON')
    forms.set(JSON.stringify(JSON.stringify(part)).slice(3, -3), 'JSON twice')
    for (const hash of HASHES) {
      const digest = createHash(hash).update(part).digest()
      forms.set(digest.toString('hex'), hash)
      forms.set(digest.toString('base64').replace(/=+$/, ''), `${hash} in base64`)
    }
  }
  return forms
}

/** The forms in which a text shows a secret; none is what tests want. */
export function foundIn(text: string, canary: Canary): string[] {
  const lower = text.toLowerCase()
  return [...formsOf(canary)]
    .filter(([form, name]) =>
      /^(?:hex|md5|sha\d+)$/.test(name) ? lower.includes(form) : text.includes(form)
    )
    .map(([, name]) => name)
}
