// Runs shellcheck on every shell program of the project: *.sh, and what begins with a shell's shebang.
import { spawnSync } from 'node:child_process'
import { globSync, readFileSync, statSync } from 'node:fs'

const SHEBANG = /^#!.*\b(?:sh|bash)\b|^# shellcheck shell=/
const programs = globSync('{bin,.ci,backend,redis,src,tools,workshop}/**/*')
  .filter(file => statSync(file).isFile() && !/\.(ts|mjs|md|ya?ml|json)$/.test(file))
  .filter(file => SHEBANG.test(readFileSync(file, 'utf8').split('\n', 1)[0]))
const { status, error } = spawnSync('shellcheck', ['-x', '--source-path=SCRIPTDIR/..', ...programs], {
  stdio: 'inherit'
})
if (error) console.error('shellcheck is not installed')
console.log(`${programs.length} shell programs`)
process.exit(error ? 1 : status)
