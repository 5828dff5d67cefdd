// Checks who imports whom, that nobody imports in circles, that pure files are pure, names and lengths: `node tools/lint-imports.mjs [root]`.
// What counts as an import of values is what esbuild keeps of one: type imports are gone by then.
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { circlesOf } from './import-circles.mjs'
import { judgeEdge, judgeText, typeImports } from './import-rules.mjs'
import { judgePurity } from './purity-rules.mjs'

const root = path.resolve(process.argv[2] ?? '.')
const sources = globSync(['src/**/*.ts', 'actions/*/*.ts'], { cwd: root }).sort()
const texts = new Map(
  [...sources, ...globSync(['{test,bench}/**/*.ts', 'tools/**/*.mjs'], { cwd: root }).sort()].map(file => [
    file,
    readFileSync(path.join(root, file), 'utf8')
  ])
)
const edges = []

for (const file of sources)
  for (const { path: specifier, line } of typeImports(texts.get(file)))
    edges.push(edgeOf(file, specifier, line, true))

/** Hears of each import that is left when types are gone, and follows none. */
const listener = {
  name: 'value-imports',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ kind, importer, path: specifier }) => {
      if (kind === 'entry-point') return undefined
      const file = path.relative(root, importer)
      edges.push(edgeOf(file, specifier, lineOf(texts.get(file), specifier), false))
      return { path: specifier, external: true }
    })
  }
}
await build({
  absWorkingDir: root,
  entryPoints: sources,
  outdir: 'out',
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
  plugins: [listener]
})

const found = [
  ...edges.map(edge => ({ ...edge, message: judgeEdge(edge) })).filter(({ message }) => message),
  ...circlesOf(edges).map(way => ({
    file: way[0],
    line: 1,
    message: `an import circle: ${[...way, way[0]].join(' → ')}`
  })),
  ...judgePurity(
    edges.filter(edge => !edge.isType),
    texts
  ),
  ...[...texts].flatMap(([file, text]) => judgeText(file, text).map(finding => ({ file, ...finding })))
]
const lines = new Set(found.map(({ file, line, message }) => `${file}:${line}: ${message}`))
for (const line of [...lines].sort()) console.log(line)
console.log(`${texts.size} files, ${lines.size} findings`)
process.exit(lines.size > 0 ? 1 : 0)

function edgeOf(file, specifier, line, isType) {
  const isExternal = !specifier.startsWith('.')
  const target = isExternal ? specifier : path.join(path.dirname(file), specifier)
  return { file, target, line, isType, isExternal }
}

function lineOf(text, specifier) {
  const at = Math.max(text.indexOf(`'${specifier}'`), text.indexOf(`"${specifier}"`), 0)
  return text.slice(0, at).split('\n').length
}
