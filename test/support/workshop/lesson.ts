// What a person does who follows an assignment's README: the blocks that are typed, and the changes of files, in the
// order in which they stand there. How they are written is said in workshop/README.md.

/** `text` is only to be read: output, or another way to do it. */
export type Action = { line: number } & (
  | { kind: 'run'; script: string }
  | { kind: 'write'; file: string; content: string }
  | { kind: 'change'; file: string; diff: string }
  | { kind: 'text'; language: string; text: string }
)

const FENCE = /^( *)(`{3,})([^`]*)$/

/** @throws for a block that is not closed, or says neither or both of what it is */
export function readLesson(markdown: string): Action[] {
  const actions: Action[] = []
  let open: { indent: number; marks: string; info: string; line: number; content: string[] } | undefined
  for (const [index, line] of markdown.split('\n').entries()) {
    const [, indent = '', marks = '', info = ''] = FENCE.exec(line) ?? []
    if (!open) {
      if (marks) open = { indent: indent.length, marks, info: info.trim(), line: index + 1, content: [] }
    } else if (marks.length >= open.marks.length && info.trim() === '') {
      actions.push(actionOf(open))
      open = undefined
    } else open.content.push(withoutIndent(line, open.indent))
  }
  if (open) throw new Error(`line ${open.line}: the block does not end`)
  return actions
}

function actionOf({ info, line, content }: { info: string; line: number; content: string[] }): Action {
  const [, language = '', rest = ''] = /^(\S*)\s*(.*)$/.exec(info) ?? []
  const file = /^title="([^"]+)"$/.exec(rest)?.[1]
  const text = content.map(each => `${each}\n`).join('')
  if (rest !== '' && file === undefined) throw new Error(`line ${line}: "${rest}" is not title="FILE"`)
  if (language === '') throw new Error(`line ${line}: the block does not say what it is`)
  if (language === 'bash') {
    if (file !== undefined) throw new Error(`line ${line}: a block of commands has no file: write sh`)
    return { line, kind: 'run', script: text }
  }
  if (language === 'diff') {
    if (file === undefined) throw new Error(`line ${line}: a change says in title="FILE" what it changes`)
    return { line, kind: 'change', file, diff: text }
  }
  return file === undefined
    ? { line, kind: 'text', language, text }
    : { line, kind: 'write', file, content: text }
}

function withoutIndent(line: string, indent: number): string {
  return line.slice(Math.min(indent, /^ */.exec(line)?.[0].length ?? 0))
}

/** Where the links of a text lead, each once; those in blocks of code are none. */
export function linksOf(markdown: string): string[] {
  const prose = markdown.replace(/^( *)(`{3,})[\s\S]*?^\1\2$/gm, '').replace(/`[^`\n]*`/g, '')
  return [...new Set([...prose.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target]) => target ?? []))]
}
