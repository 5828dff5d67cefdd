import { parse } from 'yaml'

/** What a text says: names with values, and the lines that say nothing, of which every part may be a secret. */
export type SecretsSaid = { entries: [name: string, value: string][]; strays: string[] }

const PAIR = /^([^=\s]+)=(.*)$/s

/** The lines of a text that has several, each without white space around it. */
export const linesIn = (text: string): string[] =>
  text.includes('\n')
    ? text
        .split(/\r?\n/)
        .map(line => line.trim())
        .filter(line => line !== '')
    : []

/**
 * Secrets in any form in which workflows have them: `NAME=VALUE` lines; `"NAME=VALUE"` over several lines, with `""` for a quote (as in docker/build-push-action); `NAME<<END` up to a line
 * `END` (as in GITHUB_OUTPUT); or a mapping in JSON or YAML.
 */
export function secretsIn(text: string): SecretsSaid {
  const trimmed = text.trim()
  return mappingIn(trimmed) ?? linesSaid(trimmed.split(/\r?\n/))
}

/** A mapping of texts, in JSON or in YAML; `undefined` where it is none. */
function mappingIn(text: string): SecretsSaid | undefined {
  if (!text.startsWith('{') && !/^[\w.-]+:(\s|$)/.test(text)) return undefined
  try {
    const value: unknown = text.startsWith('{')
      ? JSON.parse(text)
      : parse(text, { maxAliasCount: 0, schema: 'failsafe', logLevel: 'silent' })
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    const entries = Object.entries(value)
    return entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')
      ? { entries, strays: [] }
      : { entries: [], strays: [text] }
  } catch {
    return text.startsWith('{') ? { entries: [], strays: [text] } : undefined
  }
}

function linesSaid(lines: readonly string[]): SecretsSaid {
  const said: SecretsSaid = { entries: [], strays: [] }
  for (let i = 0; i < lines.length; i++) {
    const line = (lines[i] ?? '').trim()
    if (line === '' || line.startsWith('#')) continue
    const block = blockAt(lines, i)
    const pair = block ? pairOf(block.text) : pairOf(line)
    if (block) i = block.end
    if (pair) said.entries.push(pair)
    else said.strays.push(...(block ? [block.text] : [line]))
  }
  return said
}

const pairOf = (text: string): [string, string] | undefined => {
  const [, key, value] = PAIR.exec(text) ?? []
  return key === undefined || value === undefined ? undefined : [key, value]
}

/** What goes on over several lines, as `NAME=VALUE`, and its last line; `undefined`: the line stands alone. */
function blockAt(lines: readonly string[], start: number): { text: string; end: number } | undefined {
  const first = (lines[start] ?? '').trim()
  if (first.startsWith('"')) {
    for (let end = start; end < lines.length; end++) {
      const text = lines
        .slice(start, end + 1)
        .join('\n')
        .trim()
      const inner = text.slice(1)
      const close = inner.replaceAll('""', '\u0000\u0000').indexOf('"')
      if (close === -1) continue
      return close === inner.length - 1 ? { text: inner.slice(0, -1).replaceAll('""', '"'), end } : undefined
    }
    return undefined
  }
  const [, name, mark] = /^([^=\s<]+)<<(\S+)$/.exec(first) ?? []
  const end = name === undefined ? -1 : lines.findIndex((line, i) => i > start && line.trim() === mark)
  return end === -1 ? undefined : { text: `${name}=${lines.slice(start + 1, end).join('\n')}`, end }
}
