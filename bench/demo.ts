// How long the first demo from empty caches takes, and whether it ends well.
//   bin/bench demo --against=COMMIT [--rounds=2] [--json]   another commit and the working tree in turn, and behind each
//                                                           first run a second one, which finds its caches
//   bin/bench demo [--rounds=5] [--loops=CORES] [--json]    first runs of the working tree alone, beside busy loops
// Each side runs in a git work tree of its own, each round with a cache and a state folder of its own; npm packages
// are there beforehand, and so are this machine's packages. An engine of this machine is used as bin/demo uses it.
// One run takes 2 to 15 minutes where all is emulated: leave the machine alone meanwhile.
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { examine } from '../src/engine/examine.ts'
import { explain } from '../src/errors.ts'
import { installMissing } from '../src/usecases/doctor.ts'
import { realEffects } from '../test/support/real-effects.ts'
import { startBusyLoops } from './support/busy-loops.ts'
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

async function bench(against: string | undefined, rounds: number, loops: number): Promise<void> {
  const fx = realEffects(cancel)
  // Short, since the sockets' paths below it must be.
  const folder = mkdtempSync(path.join(tmpdir(), 'bd-'))
  const trees: WorkTree[] = []
  let endLoops = (): void => undefined
  try {
    const before = against === undefined ? undefined : await commitOf(PROJECT, against, fx)
    const now = await snapshotOfWorkingTree(PROJECT, folder, fx)
    const sides: Side[] = []
    for (const [name, commit] of [['before', before] as const, ['now', now] as const]) {
      if (commit === undefined) continue
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
    endLoops = startBusyLoops(loops)
    for (let round = 1; round <= rounds; round++)
      for (const side of sides) await runPair(side, round, folder, before !== undefined)
    print(before, rounds, loops, sides, loadBefore)
  } finally {
    endLoops()
    for (const tree of trees) await tree.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A first run from empty caches; behind one that ended well, a second where it is asked for. */
async function runPair(side: Side, round: number, folder: string, isAgainAsked: boolean): Promise<void> {
  const place = path.join(folder, `${side.name}-${round}`)
  try {
    for (const kind of isAgainAsked ? (['first', 'again'] as const) : (['first'] as const)) {
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
  against: string | undefined,
  rounds: number,
  loops: number,
  sides: readonly Side[],
  loadBefore: number | undefined
): void {
  const figures = new Map(
    sides.map(({ name, first, again }) => [name, { first: figuresOf(first), again: figuresOf(again) }])
  )
  const [before, now] = [figures.get('before'), figures.get('now')]
  if (!now) return
  console.log(
    JSON.stringify({
      bench: 'demo',
      rounds,
      cores: availableParallelism(),
      /** Busy loops of ours beside each run. */
      loops,
      /** What else this machine had to do, by its load just before the first run. */
      loadBefore,
      failed: now.first.failed + now.again.failed,
      ...(before
        ? {
            against,
            /** First runs from empty caches: how much of the time before is left. */
            overBefore: ratioOf(now.first, before.first),
            /** The same of second runs, which find the caches of the first. */
            againOverBefore: ratioOf(now.again, before.again),
            failedBefore: before.first.failed + before.again.failed
          }
        : {}),
      now,
      before
    })
  )
}

const against = option('against')
const rounds = Number(option('rounds') ?? (against ? 2 : 5))
const loops = Number(option('loops') ?? (against ? 0 : availableParallelism()))
if (against === '' || !Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(loops) || loops < 0) {
  console.error('usage: bin/bench demo [--against=COMMIT] [--rounds=N] [--loops=N] [--json]')
  process.exit(2)
}
try {
  await bench(against, rounds, loops)
} catch (error) {
  console.error(`bench demo: ${cancel.signal.aborted ? 'cancelled' : explain(error)}`)
  process.exitCode = cancel.signal.aborted ? 130 : 1
}
