import { oneLine } from './text.rules.ts'

/**
 * The parts of Markdown that a summary page is made of. Cells are Markdown: untrusted text becomes
 * text by `text` or `code` first.
 */

export function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

export function details(title: string, ...parts: string[]): string {
  return `<details><summary>${text(title)}</summary>\n\n${parts.join('\n\n')}\n\n</details>`
}

/** Entities instead of backslashes: they hold inside tables, HTML and code alike. */
export function escapeMarkdown(value: string): string {
  return oneLine(value).replace(/[&<>"'`*_{}[\]()#|\\~@$]|(?<=:)\/\/|^[-+=]|^\d+(?=[.)])|(?<=www)\./g, sign =>
    [...sign].map(c => `&#${c.codePointAt(0)};`).join('')
  )
}

export function text(value: string): string {
  return escapeMarkdown(value)
}

export function code(value: string): string {
  return `<code>${escapeMarkdown(value)}</code>`
}
