// Makes schema/report.schema.json: `node tools/report-schema.mjs --write`. Without --write it fails when the file is
// stale.
import { readFileSync, writeFileSync } from 'node:fs'
import { reportJsonSchema } from '../src/report/schema/report.ts'

const FILE = 'schema/report.schema.json'
const made = `${JSON.stringify(reportJsonSchema(), undefined, 2)}\n`
if (process.argv.includes('--write')) writeFileSync(FILE, made)
else if (readFileSync(FILE, 'utf8') !== made) {
  console.error(`${FILE} is stale, run: node tools/report-schema.mjs --write`)
  process.exit(1)
}
