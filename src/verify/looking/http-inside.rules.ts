/** What a program in a container wrote about an answer; header names are small, and everything is untrusted. */
export type InsideAnswer = { status: number; headers: Record<string, string>; body: string | undefined }

/**
 * Reads an answer with its head, as `curl -i` writes it.
 *
 * @returns `undefined` for what has no HTTP head
 */
export function readAnswer(text: string): InsideAnswer | undefined {
  const end = /\r?\n\r?\n/.exec(text)
  const head = readHead(end ? text.slice(0, end.index) : text)
  return head && { ...head, body: end ? text.slice(end.index + end[0].length) : '' }
}

/**
 * The last head in what wget writes beside the answer (`wget -S`): it follows redirects, and of an answer that is no
 * success it keeps the text to itself.
 */
export function readHead(text: string): Omit<InsideAnswer, 'body'> | undefined {
  const lines = text.split(/\r?\n/).map(line => line.trim())
  const first = lines.findLastIndex(line => /^HTTP\/\d(?:\.\d)? \d{3}\b/.test(line))
  const status = /^HTTP\/\S+ (\d{3})/.exec(lines[first] ?? '')?.[1]
  if (status === undefined) return undefined
  const found = lines.slice(first + 1).flatMap(line => {
    const [, name, value] = /^([A-Za-z0-9!#$%&'*+.^_`|~-]+): *(.*)$/.exec(line) ?? []
    return name === undefined ? [] : [[name.toLowerCase(), value ?? ''] as const]
  })
  return { status: Number(status), headers: Object.fromEntries(found) }
}
