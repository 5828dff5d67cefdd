/**
 * An assignment’s Markdown for a terminal: answers stay folded unless they are asked for, links keep their words, marks of
 * emphasis go.
 */
export function lessonText(markdown: string, { withAnswers }: { withAnswers: boolean }): string {
  const unfolded = markdown.replace(
    /^( *)<details>\s*<summary>([\s\S]*?)<\/summary>\s*([\s\S]*?)<\/details>/gm,
    (_all, indent: string, summary: string, answer: string) => {
      const question = `${indent}▸ ${plain(summary)}`
      return withAnswers ? `${question}\n\n${answer.trimEnd()}` : question
    }
  )
  const folded = unfolded !== markdown && !withAnswers
  const lines = unfolded.replace(/\n{3,}/g, '\n\n').trimEnd()
  const text = outsideBlocks(lines, prose)
  return folded ? `${text}\n\nShow the folded parts (▸) with --answers.` : text
}

const prose = (line: string): string =>
  plain(line)
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, (_all, words: string, target: string) =>
      /^https?:/.test(target) ? `${words} (${target})` : words
    )
    .replace(/\*\*([^*]+)\*\*/g, '$1')

const plain = (text: string): string =>
  text
    .replace(/<\/?code>/g, '`')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')

/** Blocks of code stay as they are, without their fences. */
function outsideBlocks(text: string, change: (line: string) => string): string {
  let isBlock = false
  return text
    .split('\n')
    .flatMap(line => {
      const fence = /^ *`{3,}(?:\S*(?: title="([^"]*)")?)? *$/.exec(line)
      if (fence) {
        isBlock = !isBlock
        return isBlock && fence[1] !== undefined ? [`    ── ${fence[1]}`] : []
      }
      return [isBlock ? `    ${line}`.trimEnd() : change(line)]
    })
    .join('\n')
}
