// Makes schema/suite.schema.json from the kinds of checks: `node tools/suite-schema.mjs --write`. Without --write it
// fails when the file is stale.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { suiteJsonSchema } from '../src/verify/suite/schema.ts'

const FILE = 'schema/suite.schema.json'
const made = `${JSON.stringify(suiteJsonSchema(), undefined, 2)}\n`
if (process.argv.includes('--write')) {
  mkdirSync('schema', { recursive: true })
  writeFileSync(FILE, made)
} else if (readFileSync(FILE, 'utf8') !== made) {
  console.error(`${FILE} is stale, run: node tools/suite-schema.mjs --write`)
  process.exit(1)
}
