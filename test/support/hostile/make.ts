// Hostile inputs: what people write, with pieces taken out, doubled, exchanged, and blown up.
import type { Random } from './random.ts'

/** What breaks readers: marks of the formats that are read, characters that hide, paths that lead out. */
const PIECES = [
  ...[
    '\n',
    '\r',
    '\t',
    ' ',
    '  ',
    '- ',
    ': ',
    '? ',
    '{',
    '}',
    '[',
    ']',
    ',',
    '#',
    '|',
    '>',
    '"',
    "'",
    '`',
    '\\'
  ],
  ...[
    '&a ',
    '*a',
    '&b ',
    '*b',
    '<<: *a',
    '<<: [*a, *b]',
    '!reset ',
    '!!binary ',
    '!!set ',
    '%YAML 1.1\n',
    '---\n',
    '...\n'
  ],
  ...[
    '$',
    '$$',
    '${',
    '${A}',
    '${A:-',
    '${A:?',
    '${{ secrets.X }}',
    '::',
    '::error::',
    '::add-mask::',
    '##[',
    '%0A'
  ],
  ...[
    '\u0000',
    '\u0007',
    '\u001b[2J',
    '\u001b]0;',
    '\u0085',
    '\u009b',
    '\u200b',
    '\u202e',
    '\u2028',
    '\ud800',
    '\ufeff',
    '😀'
  ],
  ...[
    '../',
    '../../../../etc/passwd',
    '/etc/passwd',
    '/dev/zero',
    'file:///',
    '~',
    'sha256:',
    '__proto__',
    'constructor'
  ],
  ...[
    'null',
    'true',
    '.inf',
    '.nan',
    '0x',
    '1e999',
    '99999999999999999999',
    '-1',
    '0',
    '@',
    '://',
    'u:p@',
    'a=b',
    'a="b"'
  ],
  ...[
    'services:\n',
    'checks:\n',
    'image: ',
    'kind: ',
    'FROM ',
    'RUN ',
    'HTTP/1.1 200 OK\r\n',
    'Bearer realm="',
    'deb ['
  ]
]
const MOST = 120_000

/** A text made of others, changed in a few places; one in twenty is long. */
export function hostileText(seeds: readonly string[], random: Random): string {
  let text = random.chance(0.15) ? '' : random.pick(seeds)
  for (let edits = 1 + random.below(8); edits > 0; edits--) {
    const [from, to] = [random.below(text.length + 1), random.below(text.length + 1)].sort(
      (a, b) => a - b
    ) as [number, number]
    const piece = random.pick(PIECES)
    switch (random.below(6)) {
      case 0:
        text = text.slice(0, from) + text.slice(Math.min(to, from + 60))
        break
      case 1:
        text = text.slice(0, to) + text.slice(from)
        break
      case 2:
        text = text.slice(0, from) + random.pick(seeds).slice(0, random.below(400)) + text.slice(from)
        break
      case 3:
        text = text.slice(0, from) + piece.repeat(1 + random.below(40)) + text.slice(from)
        break
      default:
        text = text.slice(0, from) + piece + text.slice(from)
    }
  }
  if (random.chance(0.05)) {
    const unit = random.pick(PIECES) + (random.chance(0.5) ? random.pick(PIECES) : '')
    const at = random.below(text.length + 1)
    text = text.slice(0, at) + unit.repeat(Math.ceil((1 + random.below(MOST)) / unit.length)) + text.slice(at)
  }
  return text.slice(0, MOST)
}

const VALUES: readonly ((random: Random) => unknown)[] = [
  () => null,
  () => true,
  () => -1,
  () => 1e308,
  () => '',
  () => [],
  () => ({}),
  () => [null],
  () => 'a'.repeat(2000),
  () => '../../../../etc/passwd',
  () => JSON.parse('{"__proto__":{"a":1}}'),
  random => random.pick(PIECES).repeat(1 + random.below(30)),
  random => `sha256:${random.pick(['', '..', 'A', '0'.repeat(64), 'f'.repeat(63)])}`,
  () => Array.from({ length: 300 }, () => ({}))
]

/** A value with some of its parts exchanged, taken out or doubled. */
export function hostileValue(value: unknown, random: Random, share = 0.06): unknown {
  if (random.chance(share)) return random.pick(VALUES)(random)
  if (Array.isArray(value)) {
    const kept = value.filter(() => !random.chance(share / 2)).map(item => hostileValue(item, random, share))
    return random.chance(share) ? [...kept, ...kept] : kept
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) =>
      random.chance(share / 2) ? [] : [[key, hostileValue(item, random, share)] as const]
    )
  )
}

/** JSON as it should not be: cut, nested without end, or of a hostile value. */
export function hostileJson(value: unknown, random: Random): string {
  const text = JSON.stringify(hostileValue(value, random)) ?? ''
  if (random.chance(0.05)) return text.slice(0, random.below(text.length))
  if (random.chance(0.02)) return '['.repeat(1 + random.below(100_000))
  return random.chance(0.05) ? hostileText([text], random) : text
}
