// Checks that the inputs of actions/*/action.yml are those of src/inputs, and the tables of inputs and outputs in
// actions/*/README.md those of action.yml; with --write makes them so. action-docs writes the tables between its own
// comments.
import { copyFileSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { generateActionMarkdownDocs } from 'action-docs'
import { ACTION_INPUTS } from '../src/inputs/actions.ts'
import { withInputs } from './action-inputs.mjs'

const isWriting = process.argv.includes('--write')
const scratch = mkdtempSync(path.join(tmpdir(), 'action-docs-'))
const stale = []
const sources = globSync('actions/*/action.yml').sort()
for (const sourceFile of sources) {
  const declared = readFileSync(sourceFile, 'utf8')
  const current = withInputs(declared, ACTION_INPUTS[path.basename(path.dirname(sourceFile))] ?? {})
  if (isWriting) writeFileSync(sourceFile, current)
  else if (current !== declared)
    stale.push(`${sourceFile} is not what src/inputs says, run: node tools/check-docs.mjs --write`)
  const readme = path.join(path.dirname(sourceFile), 'README.md')
  const text = readFileSync(readme, 'utf8')
  for (const part of ['inputs', 'outputs'])
    if (!text.includes(`<!-- action-docs-${part} source="${sourceFile}" -->`))
      stale.push(`${readme} has no place for its ${part}`)
  const copy = path.join(scratch, 'README.md')
  copyFileSync(readme, copy)
  await generateActionMarkdownDocs({ sourceFile, updateReadme: true, readmeFile: copy })
  if (readFileSync(copy, 'utf8') === text) continue
  if (isWriting) copyFileSync(copy, readme)
  else stale.push(`${readme} is not what ${sourceFile} says, run: node tools/check-docs.mjs --write`)
}
rmSync(scratch, { recursive: true })
for (const line of stale) console.log(line)
console.log(`${sources.length} READMEs, ${stale.length} findings`)
process.exit(stale.length > 0 ? 1 : 0)
