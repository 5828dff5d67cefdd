// What the workshop has of itself twice: the files of workshop/steps/, the table of assignments in workshop/README.md, and
// the schemas of suites and grades. `node tools/workshop.mjs --write` makes them; without it, it fails when one is stale.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gradingKinds } from '../src/grading/kinds/all.ts'
import { gradeJsonSchema } from '../src/grading/results/grade-schema.ts'
import { loadAssignments } from '../src/grading/suite/load-workshop.ts'
import { assignmentJsonSchema } from '../src/grading/suite/schema.ts'
import { states, stepFiles, WORKSHOP } from '../test/support/workshop/course.ts'
import { beyond, writeFolder } from '../test/support/workshop/folder.ts'

const isWriting = process.argv.includes('--write')
const stale = []
const nobody = { files: [], read: async () => '', runScripts: async () => [] }
const kinds = gradingKinds(nobody)

for (const [name, { own }] of states()) {
  const kept = stepFiles(name)
  if (beyond(kept, own).size === 0 && kept.size === own.size) continue
  const step = path.join(WORKSHOP, 'steps', name)
  if (!isWriting) stale.push(`workshop/steps/${name}`)
  else {
    for (const file of kept.keys()) if (!own.has(file)) rmSync(path.join(step, file))
    writeFolder(step, own)
  }
}

const text = value => `${JSON.stringify(value, undefined, 2)}\n`
keep('schema/assignment.schema.json', text(assignmentJsonSchema(kinds)))
keep('schema/grade.schema.json', text(gradeJsonSchema()))
const readme = readFileSync(path.join(WORKSHOP, 'README.md'), 'utf8')
keep(
  'workshop/README.md',
  readme.replace(/(\| # \| assignment.*\n\| ---.*\n)(?:\|.*\n)*/, `$1${await rows()}`)
)

for (const file of stale) console.error(`${file} is stale, run: node tools/workshop.mjs --write`)
process.exit(stale.length > 0 ? 1 : 0)

function keep(file, made) {
  const at = path.resolve(WORKSHOP, '..', file)
  if (readOr(at) === made) return
  if (!isWriting) return void stale.push(file)
  mkdirSync(path.dirname(at), { recursive: true })
  writeFileSync(at, made)
}

function readOr(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

async function rows() {
  const facts = { NODES: '3', PORT: '80' }
  const assignments = await loadAssignments({ root: WORKSHOP, kinds, facts, cast: new Map() })
  return assignments
    .map(({ name, title, isBonus, needsSwarm, checks }) => {
      const points = checks.reduce((sum, check) => sum + check.points, 0)
      const about = isBonus ? ', bonus' : needsSwarm ? ', on a running swarm' : ''
      return `| ${Number.parseInt(name, 10)} | [${title}](assignments/${name}/README.md) | ${points}${about} |\n`
    })
    .join('')
}
