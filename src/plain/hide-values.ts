import { HIDDEN, withoutUrlSecrets } from './urls.ts'

const SHORTEST = 4

/**
 * What a program says, without the values that it was given and may quote, each of their longer lines, and without
 * the secrets of addresses. Values of fewer than four characters stay: they are parts of other words.
 */
export function withoutValues(said: string, values: Iterable<string>): string {
  const known = [...values].flatMap(value => [value, ...value.split(/\r?\n/)]).map(value => value.trim())
  const longestFirst = [...new Set(known)]
    .filter(value => value.length >= SHORTEST)
    .sort((a, b) => b.length - a.length)
  return withoutUrlSecrets(longestFirst.reduce((text, value) => text.replaceAll(value, HIDDEN), said))
}
