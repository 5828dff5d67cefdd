// bin/test [unit|contract|integration|e2e|all|soak|faults|healthy|security|static] [-- jest arguments]
// Runs every step even when an early one fails, with a time for each, and ends with one plain line over all.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runStep, SIGNALS } from './run-step.mjs'
import { plainLine, sum } from './test-counts.mjs'
import { installPackages } from './test-packages.mjs'
import { narrowed, STEPS, SUITES } from './test-steps.mjs'

const divide = process.argv.indexOf('--')
const [suite = 'all', ...rest] = process.argv.slice(2, divide < 0 ? undefined : divide)
const jestArguments = divide < 0 ? [] : process.argv.slice(divide + 1)
if (!SUITES.includes(suite) || rest.length > 0) {
  console.error(`usage: bin/test [${SUITES.join('|')}] [-- jest arguments]`)
  process.exit(2)
}

const scratch = mkdtempSync(path.join(tmpdir(), 'swarmline-test-'))
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))
let isStopped = false
for (const signal of SIGNALS) process.on(signal, () => (isStopped = true))

const passed = { passed: 1, failed: 0, skipped: 0, skipReasons: [] }
const failed = { passed: 0, failed: 1, skipped: 0, skipReasons: [] }

async function countsOf(step) {
  if (step.kind === 'static') return (await runStep(step.argv)) === 0 ? passed : failed
  const file = path.join(scratch, `${step.name.replaceAll(' ', '-')}.json`)
  const status = await runStep(narrowed(step.argv, jestArguments), { SWARMLINE_TEST_COUNTS: file })
  if (!existsSync(file)) return failed
  const counts = JSON.parse(readFileSync(file, 'utf8'))
  // A status that the counts do not explain: a global set-up that threw, handles that would not close.
  return status !== 0 && counts.failed === 0 ? sum([counts, failed]) : counts
}

const results = []
async function record(name, look) {
  console.log(`\n── ${name}`)
  const start = performance.now()
  const counts = await look()
  results.push({ name, counts, seconds: (performance.now() - start) / 1000 })
}

await record('packages', async () => {
  const missing = await installPackages(suite)
  if (missing) console.error(missing)
  return missing ? failed : passed
})
for (const step of STEPS.filter(s => s.in.includes(suite)))
  if (!isStopped) await record(step.name, () => countsOf(step))
if (isStopped) process.exit(130)

const total = sum(results.map(r => r.counts))
if (suite === 'all' && total.skipped > 0 && mustRunEverything()) {
  console.error('\nnothing may be skipped on Debian 12 as root')
  total.failed++
}
console.log('')
for (const { name, counts, seconds } of results)
  console.log(
    `${counts.failed ? '✗' : '✓'} ${name.padEnd(18)} ${seconds.toFixed(1).padStart(6)} s  ${plainLine(counts)}`
  )
for (const reason of total.skipReasons) console.log(`skipped: ${reason}`)
console.log(plainLine(total))
process.exit(total.failed > 0 ? 1 : 0)

function mustRunEverything() {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  return process.getuid?.() === 0 && /^ID=debian$/m.test(release) && /^VERSION_ID="?12"?$/m.test(release)
}
