// The first demo from empty caches, and a second one behind it, of another commit and of the working tree in turn:
// `--against=COMMIT`, `--rounds=2`. Each runs in a git work tree of its own with a cache and a state folder of its own;
// npm packages are there beforehand, and so are this machine's packages. An engine of this machine is used as
// bin/demo uses it. One run takes 5 to 15 minutes where all is emulated: leave the machine alone meanwhile.
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { examine } from '../src/engine/examine.ts'
import { explain } from '../src/errors.ts'
import { installMissing } from '../src/usecases/doctor.ts'
import { realEffects } from '../test/support/real-effects.ts'
import { type DemoRun, figuresOf, ratioOf } from './support/demo-figures.ts'
import { runDemo } from './support/demo-run.ts'
import { addWorkTree, commitOf, snapshotOfWorkingTree, type WorkTree } from './support/work-trees.ts'

const PROJECT = path.resolve(import.meta.dirname, '..')
const option = (name: string): string | undefined =>
  process.argv.find(arg => arg.startsWith(`--${name}=`))?.slice(name.length + 3)
const isJson = process.argv.includes('--json')
const say = (line: string): void => void (isJson ? process.stderr : process.stdout).write(`${line}\n`)

type Side = { name: 'before' | 'now'; tree: WorkTree; first: DemoRun[]; again: DemoRun[] }

const cancel = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => cancel.abort())

async function bench(against: string, rounds: number): Promise<void> {
  const fx = realEffects(cancel)
  // Short, since the sockets' paths below it must be.
  const folder = mkdtempSync(path.join(tmpdir(), 'bd-'))
  const trees: WorkTree[] = []
  try {
    const before = await commitOf(PROJECT, against, fx)
    const now = await snapshotOfWorkingTree(PROJECT, folder, fx)
    const sides: Side[] = []
    for (const [name, commit] of [['before', before] as const, ['now', now] as const]) {
      const tree = await addWorkTree({ project: PROJECT, folder: path.join(folder, name), commit }, fx)
      trees.push(tree)
      sides.push({ name, tree, first: [], again: [] })
    }
    // Before any clock runs: else the first run alone would pay for it.
    const home = {
      engine: 'auto' as const,
      dockerHost: process.env.DOCKER_HOST || undefined,
      suite: 'trixie'
    }
    await installMissing(await examine({ ...home, cacheDir: path.join(folder, 'empty') }, fx), fx)
    const loadBefore = loadavg()[0]
    for (let round = 1; round <= rounds; round++) for (const side of sides) await runPair(side, round, folder)
    print(before, rounds, sides, loadBefore)
  } finally {
    for (const tree of trees) await tree.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A first run from empty caches; behind one that ended well, a second. */
async function runPair(side: Side, round: number, folder: string): Promise<void> {
  const place = path.join(folder, `${side.name}-${round}`)
  try {
    for (const kind of ['first', 'again'] as const) {
      const run = await runDemo(side.tree.folder, place, cancel.signal)
      side[kind].push(run)
      say(
        `${side.name.padEnd(6)} ${kind} ${round}: ${run.isGood ? '' : 'FAILED after '}${(run.wallMs / 1000).toFixed(0)} s`
      )
      if (!run.isGood) return
    }
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

function print(
  against: string,
  rounds: number,
  sides: readonly Side[],
  loadBefore: number | undefined
): void {
  const [before, now] = sides.map(({ first, again }) => ({
    first: figuresOf(first),
    again: figuresOf(again)
  }))
  if (!before || !now) return
  console.log(
    JSON.stringify({
      bench: 'demo',
      against,
      rounds,
      /** First runs from empty caches: how much of the time before is left. */
      overBefore: ratioOf(now.first, before.first),
      /** The same of second runs, which find the caches of the first. */
      againOverBefore: ratioOf(now.again, before.again),
      failed: now.first.failed + now.again.failed,
      failedBefore: before.first.failed + before.again.failed,
      cores: cpus().length,
      /** What else this machine had to do, by its load just before the first run. */
      loadBefore,
      now,
      before
    })
  )
}

const against = option('against')
const rounds = Number(option('rounds') ?? 2)
if (!against || !Number.isInteger(rounds) || rounds < 1) {
  console.error('usage: bin/bench demo --against=COMMIT [--rounds=2] [--json]')
  process.exit(2)
}
try {
  await bench(against, rounds)
} catch (error) {
  console.error(`bench demo: ${cancel.signal.aborted ? 'cancelled' : explain(error)}`)
  process.exitCode = cancel.signal.aborted ? 130 : 1
}
