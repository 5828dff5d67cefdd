// What a pure file may not touch: I/O, the clock, chance, the process. A file is pure when its name says so, or
// when a pure file imports a value from it. Functions of text: no I/O.

export const saysItIsPure = file =>
  /\.rules\.ts$|^src\/(?:plain|inputs)\/|\/kinds\/[^/]+\/judge\.ts$|^src\/rollout\/assess[^/]*\.ts$/.test(
    file
  )

/** Modules that only compute; what `node:crypto` has of chance is among the words below. */
const PURE_MODULES = ['node:path', 'node:util', 'node:crypto', 'node:vm', 'yaml']

const IMPURE = [
  /\bDate\.now\b/,
  /\bnew Date\(\s*\)/,
  /\bprocess\./,
  /\bMath\.random\b/,
  /\brandom(?:Bytes|Int|UUID)\b/,
  /\bperformance\.now\b/,
  /\bfetch\(/,
  /\bset(?:Timeout|Interval|Immediate)\(/,
  /\bconsole\./,
  /\bimport\(/
]

/**
 * @param {import('./import-rules.mjs').Edge[]} edges all imports of values in the project
 * @param {Map<string, string>} texts file → its text
 * @returns {{file: string, line: number, message: string}[]}
 */
export function judgePurity(edges, texts) {
  const found = []
  for (const [file, becauseOf] of pureFiles(edges, texts)) {
    const why = becauseOf === file ? 'a pure file' : `a file that the pure ${becauseOf} imports`
    for (const { line, target, isExternal } of edges.filter(edge => edge.file === file))
      if (isExternal && !PURE_MODULES.includes(target))
        found.push({ file, line, message: `${why} imports ${target}` })
    for (const [index, line] of withoutComments(texts.get(file) ?? '')
      .split('\n')
      .entries())
      for (const word of IMPURE.flatMap(pattern => pattern.exec(line)?.[0] ?? []))
        found.push({ file, line: index + 1, message: `${why} uses ${word.replace(/\($/, '')}` })
  }
  return found
}

/** @returns {Map<string, string>} file → the file whose name makes it pure */
function pureFiles(edges, texts) {
  const pure = new Map([...texts.keys()].filter(saysItIsPure).map(file => [file, file]))
  // A Map hands out what is added while it is walked: this reaches everything that pure files reach.
  for (const [file, becauseOf] of pure)
    for (const edge of edges)
      if (edge.file === file && !edge.isExternal && !pure.has(edge.target)) pure.set(edge.target, becauseOf)
  return pure
}

/** Comments and plain strings become blanks, line by line; template literals stay, since they hold code. */
export function withoutComments(text) {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, part =>
    part.replace(/[^\n]/g, ' ')
  )
}
