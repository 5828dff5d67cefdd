// One run of bin/demo, timed from outside.
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type DemoRun, stepsOf } from './demo-figures.ts'

type Report = { phases?: { title: string; durationMs: number }[] }

/**
 * @param tree the work tree to run it in
 * @param place a folder for its caches, state and report; empty ones when it is not there
 * @param signal asks the run to end, which then takes down what it made
 */
export async function runDemo(tree: string, place: string, signal: AbortSignal): Promise<DemoRun> {
  signal.throwIfAborted()
  const reportDir = path.join(place, 'report')
  const env = {
    ...process.env,
    SWARMLINE_CACHE: path.join(place, 'c'),
    SWARMLINE_STATE: path.join(place, 's'),
    NO_COLOR: '1'
  }
  const began = performance.now()
  const { exitCode, log } = await ended(
    path.join(tree, 'bin/demo'),
    ['--report-dir', reportDir],
    tree,
    env,
    signal
  )
  const wallMs = performance.now() - began
  signal.throwIfAborted()
  const isGood = exitCode === 0
  if (!isGood) process.stderr.write(`${log.trimEnd().split('\n').slice(-15).join('\n')}\n`)
  const text = await readFile(path.join(reportDir, 'report.json'), 'utf8').catch(() => '{}')
  const { phases = [] } = JSON.parse(text) as Report
  return {
    isGood,
    wallMs,
    phases: phases.map(({ title, durationMs }) => ({ title, ms: durationMs })),
    steps: stepsOf(log)
  }
}

function ended(
  program: string,
  args: string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal
): Promise<{ exitCode: number | null; log: string }> {
  return new Promise((resolve, reject) => {
    // A group of its own: one signal from us, not one from the terminal as well.
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
    const end = (): void => void child.kill('SIGTERM')
    signal.addEventListener('abort', end, { once: true })
    let log = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', chunk => {
        log += chunk
      })
    child.once('error', reject)
    child.once('close', exitCode => {
      signal.removeEventListener('abort', end)
      resolve({ exitCode, log })
    })
  })
}
