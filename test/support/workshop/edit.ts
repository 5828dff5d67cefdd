// A change of a file as people read it: lines that stay (a blank before them), that go (`-`) and that come (`+`).
// There are no line numbers. What stays and goes must be in the file exactly once, as whole lines.

/** @throws that says why it does not fit */
export function edit(text: string, diff: string): string {
  const lines = diff.replace(/\n$/, '').split('\n')
  for (const line of lines)
    if (!/^(?:[ +-]|$)/.test(line)) throw new Error(`a line of a change begins with a blank, + or -: ${line}`)
  if (!lines.some(line => /^[+-]/.test(line))) throw new Error('the change changes nothing')
  const side = (mark: '+' | '-') =>
    lines.filter(line => !/^[+-]/.test(line) || line.startsWith(mark)).map(line => line.slice(1))
  const before = side('-')
  const after = side('+')
  if (before.length === 0) throw new Error('the change names no line of the file: where is it to go?')
  const all = text.replace(/\n$/, '').split('\n')
  const places = all.flatMap((_, at) => (before.every((line, i) => all[at + i] === line) ? [at] : []))
  const [place] = places
  if (place === undefined) throw new Error(`not in the file:\n${before.join('\n')}`)
  if (places.length > 1) throw new Error(`${places.length} times in the file:\n${before.join('\n')}`)
  return `${all.toSpliced(place, before.length, ...after).join('\n')}\n`
}
