/**
 * Whether docker can split a command into words (google/shlex): every quote is closed, and no backslash stands last.
 * A word that begins with `#` begins a comment.
 */
export function isSplittable(command: string): boolean {
  let quote = ''
  let isInWord = false
  for (let i = 0; i < command.length; i++) {
    const char = command[i] ?? ''
    if (quote === '' && !isInWord && char === '#') {
      const end = command.indexOf('\n', i)
      if (end === -1) return true
      i = end
    } else if (char === '\\' && quote !== "'") {
      if (++i >= command.length) return false
      isInWord = true
    } else if (quote === '' && (char === '"' || char === "'")) {
      quote = char
      isInWord = true
    } else if (char === quote) quote = ''
    else isInWord = quote !== '' || !/\s/.test(char)
  }
  return quote === ''
}
