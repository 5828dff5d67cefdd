/** One instruction of a Dockerfile: continuation lines joined, comments and here-documents taken out. */
export type Instruction = {
  /** In capitals: `FROM`. */
  keyword: string
  /** What stands after the keyword, trimmed. */
  rest: string
  /** Where it begins, counted from 1. */
  line: number
}
export type DockerfileLines = {
  /** `# syntax=…`, `# escape=…` and the like, which count only on top of the file. */
  directives: Record<string, string>
  instructions: Instruction[]
}

/** Splits a Dockerfile as BuildKit does, as far as finding instructions needs it. Never throws. */
export function readDockerfile(text: string): DockerfileLines {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const directives = readDirectives(lines)
  const mark = directives.escape === '`' ? '`' : '\\'
  const instructions: Instruction[] = []
  let awaited: HereDocument[] = []
  let open: { text: string; line: number } | undefined

  lines.forEach((raw, index) => {
    const document = awaited[0]
    if (document) {
      if ((document.isStripped ? raw.replace(/^\t+/, '') : raw) === document.end) awaited = awaited.slice(1)
      return
    }
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) return
    const isContinued = line.endsWith(mark)
    const joined = `${open?.text ?? ''}${isContinued ? line.slice(0, -1) : line}`
    const begin = open?.line ?? index + 1
    open = isContinued ? { text: joined, line: begin } : undefined
    if (open) return
    const instruction = readInstruction(joined, begin)
    instructions.push(instruction)
    awaited = hereDocuments(instruction)
  })
  if (open)
    instructions.push(readInstruction((open as { text: string }).text, (open as { line: number }).line))
  return { directives, instructions }
}

function readInstruction(text: string, line: number): Instruction {
  const [, keyword = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/.exec(text.trim()) ?? []
  return { keyword: keyword.toUpperCase(), rest: rest.trim(), line }
}

function readDirectives(lines: readonly string[]): Record<string, string> {
  const directives: Record<string, string> = {}
  for (const line of lines) {
    const [, name, value] = /^#\s*([a-zA-Z][\w-]*)\s*=\s*(.+?)\s*$/.exec(line.trim()) ?? []
    if (name === undefined || value === undefined) break
    directives[name.toLowerCase()] ??= value
  }
  return directives
}

type HereDocument = { end: string; isStripped: boolean }

function hereDocuments({ keyword, rest }: Instruction): HereDocument[] {
  const words = keyword === 'ONBUILD' ? rest.split(/\s+/).slice(1) : rest.split(/\s+/)
  if (!/^(RUN|COPY|ADD|ONBUILD)$/.test(keyword)) return []
  return words.flatMap(word => {
    const [, dash, quoted] = /^\d*<<(-?)([^<]+)$/.exec(word) ?? []
    const end = quoted?.replace(/^(["'])(.*)\1$/, '$2')
    return end ? [{ end, isStripped: dash === '-' }] : []
  })
}
