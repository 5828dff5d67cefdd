// Lists every sentence that a user can see, with its place and what it is: `node tools/sentences.mjs [KIND…]`. Kinds
// are help, option, error, hint and text (reports, logs, verdicts). For whoever reads the language through.
import path from 'node:path'
import { SyntaxKind } from 'typescript/unstable/ast'
import { API } from 'typescript/unstable/sync'

/** Files whose texts are for programs: scripts of a VM, styles, names of packages. */
const FOR_PROGRAMS = /^src\/(?:engine\/vm\/guest|docker\/types|images\/offline\/.*script)|\.css\.ts$/
/** Calls whose texts nobody reads. */
const NOT_READ =
  /^(?:RegExp|test|exec|match|split|startsWith|endsWith|includes|replaceAll|replace|join|sh|shell)$/
const HOLE = '…'
/** Two words with a space between them, and none of the marks of code. */
const isSentence = text =>
  /\p{L}{2}[^\p{L}]{0,3} [^\p{L}]{0,3}\p{L}{2}/u.test(text) &&
  !/; \}|[;{] [\w-]+: |^[<{]|<svg|; (?:do|done|then|shift|exit) |^set -e |\$\{/.test(text)

/** @returns {Map<string, {kind: string, places: string[]}>} sentence → what it is, and where it stands */
export function sentencesOf(root) {
  const api = new API({ cwd: root })
  try {
    const [project] = api.updateSnapshot({ openProject: path.join(root, 'tsconfig.json') }).getProjects()
    const found = new Map()
    for (const name of project.program.getSourceFileNames()) {
      const file = path.relative(root, name)
      if (!/^(?:src|actions)\//.test(file) || FOR_PROGRAMS.test(file)) continue
      const source = project.program.getSourceFile(name)
      eachText(source, undefined, (text, kind, node) => {
        if (!isSentence(text)) return
        const at = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
        const seen = found.get(text) ?? { kind, places: [] }
        found.set(text, { ...seen, places: [...seen.places, `${file}:${at}`] })
      })
    }
    return found
  } finally {
    api.close()
  }
}

/** Calls `say` for every text below `node`; what is put together with `+` is one text. */
function eachText(node, kind, say) {
  const text = textOf(node)
  if (text !== undefined) {
    say(text.replace(/\s+/g, ' ').trim(), kind ?? 'text', node)
    node.forEachChild(child => holesIn(child, kind, say))
    return
  }
  if (isUnread(node)) return
  const inside = kindOf(node) ?? kind
  node.forEachChild(child => eachText(child, inside, say))
}

/** The texts within the holes of a text. */
function holesIn(node, kind, say) {
  if (node.kind === SyntaxKind.TemplateSpan) node.forEachChild(child => eachText(child, kind, say))
  else if (node.kind === SyntaxKind.BinaryExpression) node.forEachChild(child => holesIn(child, kind, say))
  else if (textOf(node) !== undefined) node.forEachChild(child => holesIn(child, kind, say))
}

/** The whole text that a literal, a template or a sum of such stands for. */
function textOf(node) {
  switch (node.kind) {
    case SyntaxKind.StringLiteral:
    case SyntaxKind.NoSubstitutionTemplateLiteral:
      return node.text
    case SyntaxKind.TemplateExpression:
      return node.head.text + node.templateSpans.map(span => HOLE + span.literal.text).join('')
    case SyntaxKind.BinaryExpression: {
      if (node.operatorToken.kind !== SyntaxKind.PlusToken) return undefined
      const [left, right] = [textOf(node.left), textOf(node.right)]
      if (left === undefined && right === undefined) return undefined
      return (left ?? HOLE) + (right ?? HOLE)
    }
    default:
      return undefined
  }
}

function isUnread(node) {
  if (node.kind === SyntaxKind.ImportDeclaration || node.kind === SyntaxKind.TaggedTemplateExpression)
    return false
  if (node.kind !== SyntaxKind.CallExpression) return false
  const { expression } = node
  const name = expression.name?.text ?? expression.text ?? ''
  return NOT_READ.test(name)
}

function kindOf(node) {
  if (node.kind === SyntaxKind.PropertyAssignment) {
    const name = node.name.text
    if (name === 'hint') return 'hint'
    if (['summary', 'description', 'examples'].includes(name)) return 'help'
    if (name === 'fault') return 'error'
  }
  if (node.kind === SyntaxKind.NewExpression && node.expression.text === 'SwarmlineError') return 'error'
  if (node.kind === SyntaxKind.CallExpression) {
    const name = node.expression.name?.text ?? node.expression.text
    if (['input', 'but', 'option', 'argument'].includes(name)) return 'option'
  }
  return undefined
}

if (process.argv[1] === import.meta.filename) {
  const kinds = process.argv.slice(2)
  const found = [...sentencesOf(process.cwd())].filter(
    ([, { kind }]) => kinds.length === 0 || kinds.includes(kind)
  )
  for (const [text, { kind, places }] of found.sort(([, a], [, b]) => a.places[0].localeCompare(b.places[0])))
    console.log(`${places.join(' ')}\t${kind}\t${text}`)
  console.log(`${found.length} sentences`)
}
