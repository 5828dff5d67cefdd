// What a rolling update costs visitors and how long it takes, on a real swarm with the routing mesh: the workshop's
// update and a tuned one, beside the formula for their least time, with an open-loop prober at every node; and the
// same without what makes it safe, which must show. `--rate=200 --requests=30000` asks for more where the machine
// can carry it; `--cluster=NAME` uses a swarm that is up; `--quick` leaves the workshop's slow update out.
import type { ApiServiceSpec, ApiTaskSpec, UpdateConfig } from '../src/docker/types.ts'
import { explain } from '../src/errors.ts'
import { generate } from '../src/traffic/generate.ts'
import { judgeProbe } from '../src/traffic/judge-probe.rules.ts'
import { startProber } from '../src/traffic/prober.ts'
import { realEffects } from '../test/support/real-effects.ts'
import { type MeasuredUpdate, measuredUpdate } from './support/measured-update.ts'
import { causesOf } from './support/rollout-cause.ts'
import { openWorkshopSwarm, STACK, type WorkshopSwarm } from './support/workshop-swarm.ts'

const SERVICE = `${STACK}_backend`
const SECOND = 1e9
const STEADY_MS = 10_000
/** An emulated machine that starts a container has no time for visitors: slow is not lost. */
const TIMEOUT_MS = 15_000
/**
 * Two emulated cores answer rarely more than 40 visitors a second while nothing starts. During an update the same cores start
 * containers and run health checks of 3 s at the most: at 15 a second, beside other work, healthy tasks were
 * found unhealthy and the update did not come to its end.
 */
const EMULATED_RATE = 4
const RATE = 200

const option = (name: string): string | undefined =>
  process.argv.find(arg => arg.startsWith(`--${name}=`))?.slice(name.length + 3)
const isJson = process.argv.includes('--json')
const isQuick = process.argv.includes('--quick')
const say = (line: string): void => {
  if (!isJson) console.log(line)
}

type Change = (spec: ApiServiceSpec) => ApiServiceSpec
type Variant = {
  name: string
  change: Change
  /** What hurts only when it is taken down has to run first. */
  isRunFirst?: true
  hasHealthcheck: boolean
}

const TUNED: Partial<UpdateConfig> = { Parallelism: 1, Delay: 0, Monitor: 5 * SECOND }
const withUpdate = (spec: ApiServiceSpec, update: Partial<UpdateConfig>): ApiServiceSpec => ({
  ...spec,
  UpdateConfig: { Parallelism: 1, ...spec.UpdateConfig, ...update }
})
const withContainer = (spec: ApiServiceSpec, change: Record<string, unknown>): ApiServiceSpec => {
  const container = spec.TaskTemplate.ContainerSpec as NonNullable<ApiTaskSpec['ContainerSpec']>
  return { ...spec, TaskTemplate: { ...spec.TaskTemplate, ContainerSpec: { ...container, ...change } } }
}

/** Each is a change of the spec as it was deployed. */
const VARIANTS: Variant[] = [
  { name: 'workshop', change: spec => spec, hasHealthcheck: true },
  { name: 'tuned', change: spec => withUpdate(spec, TUNED), hasHealthcheck: true },
  {
    name: 'tunedByTwo',
    change: spec => withUpdate(spec, { ...TUNED, Parallelism: 2 }),
    hasHealthcheck: true
  },
  {
    name: 'withoutHealthcheck',
    change: spec => withContainer(withUpdate(spec, TUNED), { Healthcheck: { Test: ['NONE'] } }),
    hasHealthcheck: false
  },
  {
    // The image without its STOPSIGNAL and without the script that forwards it: the server is process 1.
    name: 'withoutStopSignal',
    change: spec =>
      withContainer(withUpdate(spec, TUNED), {
        StopSignal: 'SIGTERM',
        Command: [
          'php',
          '-d',
          'display_errors=0',
          '-S',
          '0.0.0.0:80',
          '-t',
          '/srv/web',
          '/srv/web/index.php'
        ],
        Env: ['PHP_CLI_SERVER_WORKERS=4']
      }),
    isRunFirst: true,
    hasHealthcheck: true
  }
]
const wanted = option('variants')?.split(',')
const variants = VARIANTS.filter(({ name }) =>
  wanted ? wanted.includes(name) : !isQuick || name !== 'workshop'
)

const round = (value: number): number => Math.round(value * 1000) / 1000

const cancel = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => cancel.abort())
const fx = realEffects(cancel)

/** The updates run, again and again until enough requests were sent, under one prober. */
async function run(
  { swarm, targets }: WorkshopSwarm,
  variant: Variant,
  deployed: ApiServiceSpec,
  ratePerSecond: number,
  requests: number
) {
  const place = { client: swarm.manager, stack: STACK, service: SERVICE }
  const change = () => variant.change(deployed)
  if (variant.isRunFirst) await measuredUpdate(place, change, undefined, fx)
  const probeBeganAtMs = Date.now()
  const prober = startProber({ targets, ratePerSecond, timeoutMs: TIMEOUT_MS }, fx)
  const updates: MeasuredUpdate[] = []
  try {
    await fx.clock.sleep(2000, fx.signal)
    do updates.push(await measuredUpdate(place, change, prober, fx))
    while (prober.soFar().sent < requests)
  } finally {
    await prober.stop()
  }
  const probed = await prober.stop()
  const overs = updates.map(update => update.wallMs / update.formulaMs)
  const slots = updates.flatMap(update => update.slots)
  const slotMs = slots.reduce((sum, slot) => sum + slot.runsAtMs - slot.madeAtMs, 0) / slots.length
  const killed = updates.reduce((sum, update) => sum + update.killed, 0)
  const { hasHealthcheck } = variant
  return {
    outcome: updates.find(update => update.outcome !== 'converged')?.outcome ?? 'converged',
    /** The worst of the updates; 1.15 is allowed. */
    overFormula: round(Math.max(...overs)),
    wallMs: Math.round(Math.max(...updates.map(update => update.wallMs))),
    formulaMs: Math.round(Math.max(...updates.map(update => update.formulaMs))),
    slotMs: Math.round(slotMs),
    updates: updates.length,
    requests: probed.answered + probed.failed,
    failed: probed.failed,
    failedByKind: probed.failedByKind,
    notSent: probed.notSent,
    latencyP50Ms: probed.latencyMs.p50,
    latencyP99Ms: probed.latencyMs.p99,
    killedTasks: killed,
    causes: causesOf({ firstFailures: probed.firstFailures, probeBeganAtMs, slots, hasHealthcheck, killed }),
    words: judgeProbe(probed, { maxFailedRequests: 0 }).words
  }
}

async function bench(workshop: WorkshopSwarm): Promise<void> {
  const { swarm, targets } = workshop
  const engine = swarm.cluster?.engineTitle ?? ''
  const ratePerSecond = Number(option('rate') ?? (engine.includes('TCG') ? EMULATED_RATE : RATE))
  const requests = Number(option('requests') ?? 0)
  const { Spec: deployed } = await swarm.manager.json<{ Spec: ApiServiceSpec }>('GET', `/services/${SERVICE}`)
  // Without an update nothing fails, or the figures below say nothing of updates.
  const load = {
    targets,
    ratePerSecond,
    durationMs: STEADY_MS,
    timeoutMs: TIMEOUT_MS,
    connections: 'fresh' as const
  }
  const steady = await generate(load, fx)
  say(
    `steady, ${ratePerSecond}/s: ${steady.failed} of ${steady.planned} failed, p99 ${steady.latencyMs.p99} ms`
  )
  const results: Record<string, Awaited<ReturnType<typeof run>>> = {}
  for (const variant of variants) {
    const figures = await run(
      workshop,
      variant,
      deployed,
      ratePerSecond,
      variant.hasHealthcheck && !variant.isRunFirst ? requests : 0
    )
    results[variant.name] = figures
    const { overFormula, wallMs, formulaMs, failed } = figures
    say(
      `${variant.name.padEnd(19)} ${(wallMs / 1000).toFixed(1)} s, formula ${(formulaMs / 1000).toFixed(1)} s: × ` +
        `${overFormula}; ${failed} of ${figures.requests} failed`
    )
    for (const line of [...figures.causes, ...figures.words.slice(1)]) say(`  ${line}`)
  }
  const safe = ['workshop', 'tuned', 'tunedByTwo'].flatMap(name => results[name] ?? [])
  console.log(
    JSON.stringify({
      bench: 'rollout',
      /** The worst of the updates with the workload's own health check and stop signal. */
      overFormula: Math.max(...safe.map(figures => figures.overFormula)),
      requests: safe.reduce((sum, figures) => sum + figures.requests, 0),
      failed: safe.reduce((sum, figures) => sum + figures.failed, 0),
      ratePerSecond,
      engine,
      steady: {
        requests: steady.planned,
        failed: steady.failed,
        p99Ms: steady.latencyMs.p99,
        isVoid: steady.isVoid
      },
      variants: results
    })
  )
}

try {
  const workshop = await openWorkshopSwarm(
    { existing: option('cluster'), isDirect: process.argv.includes('--direct') },
    fx
  )
  try {
    await bench(workshop)
  } finally {
    await workshop.end()
  }
} catch (error) {
  console.error(`bench rollout: ${cancel.signal.aborted ? 'cancelled' : explain(error)}`)
  process.exitCode = cancel.signal.aborted ? 130 : 1
}
