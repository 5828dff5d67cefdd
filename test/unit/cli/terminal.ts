// As much of a terminal as log-update speaks to: enough to say what a person would see.

/** The lines that stand on the screen after `output`, without trailing blanks and without empty lines at the end. */
export function screenAfter(output: string): string[] {
  const lines: string[][] = [[]]
  let row = 0
  let column = 0
  const line = (at: number) => {
    while (lines.length <= at) lines.push([])
    return lines[at] ?? []
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what a terminal reads
  for (const [token] of output.matchAll(/\u001b\[(\?)?[\d;]*[A-Za-z]|\n|[^\u001b\n]/gu)) {
    const count = Number(/\d+/.exec(token)?.[0] ?? 1)
    if (token === '\n') {
      row++
      column = 0
      line(row)
    } else if (!token.startsWith('\u001b')) {
      line(row)[column++] = token
    } else if (token.endsWith('A')) row = Math.max(0, row - count)
    else if (token.endsWith('B')) row += count
    else if (token.endsWith('G')) column = 0
    else if (token.endsWith('K')) {
      if (token === '\u001b[2K') lines[row] = []
      else line(row).splice(column)
    } else if (!/[hlm]$/.test(token))
      throw new Error(`a sequence that this terminal does not know: ${JSON.stringify(token)}`)
  }
  const shown = lines.map(cells =>
    Array.from(cells, cell => cell ?? ' ')
      .join('')
      .trimEnd()
  )
  while (shown.at(-1) === '') shown.pop()
  return shown
}
