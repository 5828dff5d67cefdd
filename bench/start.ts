// How long each bundle, and the command line, takes to say its first line, beside a node that does nothing: an
// action without inputs says what is missing, the command line its version. Runs are interleaved, so that a busy machine is slow for all.
import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import path from 'node:path'
import { median } from './support/median.ts'

const RUNS = 15

const programs = new Map<string, string[]>([['node', ['-e', '0']]])
for (const main of globSync('actions/*/dist/main.js').sort())
  programs.set(path.basename(path.dirname(path.dirname(main))), [main])
programs.set('swarmline', ['src/cli/start.ts', '--version'])

/** Milliseconds from the start to the first line, or to the end of a program that says nothing. */
function timeOf(argv: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const begin = performance.now()
    const env = { PATH: process.env.PATH, HOME: process.env.HOME }
    const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'inherit'], env })
    child.stdout.once('data', () => resolve(performance.now() - begin))
    child.once('error', reject)
    child.once('close', () => resolve(performance.now() - begin))
  })
}

const times = new Map([...programs.keys()].map(name => [name, [] as number[]]))
for (let run = 0; run <= RUNS; run++)
  for (const [name, argv] of programs) {
    const ms = await timeOf(argv)
    // The first round only fills the page cache.
    if (run > 0) times.get(name)?.push(ms)
  }

const round = (value: number): number => Math.round(value * 1000) / 1000
const nodeMs = median(times.get('node') ?? [])
const bundles = Object.fromEntries(
  [...times]
    .filter(([name]) => name !== 'node')
    .map(([name, samples]) => [
      name,
      { ms: round(median(samples)), overNode: round(median(samples) / nodeMs) }
    ])
)
const ratios = Object.values(bundles).map(bundle => bundle.overNode)
const result = {
  bench: 'start',
  /** The slowest bundle: every other one is faster. */
  overNode: Math.max(...ratios),
  medianOverNode: round(median(ratios)),
  nodeMs: round(nodeMs),
  runs: RUNS,
  bundles
}
if (!process.argv.includes('--json'))
  for (const [name, { ms, overNode }] of Object.entries(bundles))
    console.log(`${name.padEnd(14)} ${ms.toFixed(1).padStart(7)} ms  ${overNode.toFixed(2)} × node`)
console.log(JSON.stringify(result))
