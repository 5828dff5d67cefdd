// Real sockets against a server on loopback that does everything wrong.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { build } from 'esbuild'
import { execa } from 'execa'
import { systemClock } from '../../src/effects/clock.ts'
import { waitFor } from '../../src/effects/wait-for.ts'
import { generate } from '../../src/traffic/generate.ts'
import type { LoadRequest } from '../../src/traffic/load-plan.rules.ts'
import { startProber } from '../../src/traffic/prober.ts'
import type { TrafficTarget } from '../../src/traffic/samples.ts'
import { workersAsData } from '../../tools/workers-as-data.mjs'
import { FAULTS, type FaultyServer, faultyServer } from '../support/faulty-server.ts'

let server: FaultyServer
/** A port on which nobody listens, and that no system hands out. */
const DEAD_PORT = 1
beforeAll(async () => {
  server = await faultyServer()
})
afterAll(() => server.close())

const fx = () => ({ signal: new AbortController().signal })
const at = (name: string): TrafficTarget => ({ name, host: '127.0.0.1', port: server.port, path: name })
const dead = (): TrafficTarget => ({ name: 'dead', host: '127.0.0.1', port: DEAD_PORT })
const loadOf = (targets: TrafficTarget[], more: Partial<LoadRequest> = {}): LoadRequest =>
  ({
    targets,
    ratePerSecond: 200,
    count: 3 * targets.length,
    connections: 'fresh',
    // What answers at all does so within this time on any machine, and what never does costs it.
    timeoutMs: 5000,
    maxBodyBytes: 256 * 1024,
    expect: { bodyIncludes: 'I am the backend' },
    identify: { lineAfter: 'The responding server is:' },
    // A busy machine is no business of these tests.
    limits: { maxCpuShare: 9, maxSendLagP99Ms: 1e6, maxLoopLagP99Ms: 1e6 },
    ...more
  }) as LoadRequest

describe('the generator', () => {
  test.each(['fresh', 'kept'] as const)('tells every failure apart, on %s connections', async connections => {
    const targets = [...Object.keys(FAULTS).map(at), dead()]
    const result = await generate(loadOf(targets, { connections }), fx())
    expect(Object.fromEntries(result.targets.map(each => [each.name, each.failedByKind]))).toEqual({
      '/good': {},
      '/until-end': {},
      '/wrong-status': { status: 3 },
      '/wrong-body': { body: 3 },
      '/no-http': { body: 3 },
      '/reset': { reset: 3 },
      '/never': { 'time-out': 3 },
      '/half-closed': { reset: 3 },
      '/cut-short': { reset: 3 },
      '/too-long': { body: 3 },
      '/trickle': { 'time-out': 3 },
      dead: { refused: 3 }
    })
    expect(result.replicas.map(each => [each.name, each.answered, each.failedByKind])).toEqual([
      ['r1', 6, {}],
      ['r2', 0, { status: 3 }]
    ])
    expect(result).toMatchObject({ planned: 36, answered: 6, failed: 30, notSent: 0, isVoid: false })
    const words = result.firstFailures.map(each => each.detail)
    expect(words).toContain('HTTP 503: ::error::no The responding server is: r2')
    expect(words.join('')).not.toMatch(/\p{Cc}/u)
  })

  test('fresh connections are one for each request, kept ones are used again', async () => {
    const before = server.connections()
    await generate(loadOf([at('/good')], { count: 20, connections: 'fresh' }), fx())
    expect(server.connections() - before).toBe(20)
    await generate(loadOf([at('/good')], { count: 20, ratePerSecond: 50, connections: 'kept' }), fx())
    expect(server.connections() - before).toBeLessThan(40)
  })

  test('the cap is kept, and what it holds back is counted', async () => {
    const result = await generate(loadOf([at('/never')], { count: 20, maxOutstanding: 4 }), fx())
    expect(result).toMatchObject({ planned: 20, answered: 0, failed: 4, notSent: 16 })
  })

  test('threads share the schedule and add up', async () => {
    const result = await generate(loadOf([at('/good'), at('/wrong-body')], { count: 41, workers: 2 }), fx())
    expect(result.targets.map(each => [each.answered, each.failed])).toEqual([
      [21, 0],
      [0, 20]
    ])
    expect(result.generator.threads).toBe(2)
  })

  test.each([1, 2])('an abort ends %d threads at once', async workers => {
    const before = server.connections()
    const stop = new AbortController()
    const load = loadOf([at('/never')], { count: 100_000, timeoutMs: 1e6, workers })
    const run = generate(load, { signal: stop.signal })
    const isUnderWay = async () => (server.connections() > before ? true : undefined)
    await waitFor('a request', isUnderWay, { clock: systemClock, deadlineMs: 60_000, everyMs: 10 })
    stop.abort()
    await expect(run).rejects.toMatchObject({ code: 'cancelled' })
  })

  test('in a bundle of one file, threads work too', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'swarmline-traffic-'))
    try {
      const generator = path.resolve('src/traffic/generate.ts')
      const { outputFiles } = await build({
        stdin: {
          contents: `import { generate } from ${JSON.stringify(generator)}
            const result = await generate(JSON.parse(process.argv[2]), { signal: new AbortController().signal })
            console.log(JSON.stringify(result))`,
          resolveDir: '.'
        },
        bundle: true,
        write: false,
        platform: 'node',
        format: 'esm',
        plugins: [workersAsData]
      })
      const file = path.join(folder, 'bundle.mjs')
      writeFileSync(file, outputFiles[0]?.text ?? '')
      const load = loadOf([at('/good')], { count: 10, workers: 2 })
      const { stdout } = await execa(process.execPath, [file, JSON.stringify(load)], { cwd: folder })
      expect(JSON.parse(stdout)).toMatchObject({ answered: 10, generator: { threads: 2 } })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('the prober', () => {
  const until = (what: string, isSo: () => boolean) =>
    waitFor(what, async () => (isSo() ? true : undefined), {
      clock: systemClock,
      deadlineMs: 60_000,
      everyMs: 5
    })

  test('goes on when nodes are not there, and says in which phase what was lost', async () => {
    const prober = startProber({ targets: [at('/good'), dead(), at('/never')], timeoutMs: 3000 }, fx())
    await until('requests', () => prober.soFar().sent >= 20)
    prober.phase('update')
    const before = prober.soFar().sent
    await until('more requests', () => prober.soFar().sent >= before + 60)
    const result = await prober.stop()
    expect(result.phases.map(each => each.name)).toEqual(['before', 'update'])
    for (const phase of result.phases) {
      expect(phase.nodes.map(each => [each.name, Object.keys(each.failedByKind)])).toEqual([
        ['/good', []],
        ['dead', ['refused']],
        ['/never', ['time-out']]
      ])
      expect(phase.nodes[0]?.answered).toBeGreaterThan(0)
    }
    expect(result).toMatchObject({ unfinished: 0, notSent: 0 })
    expect(result.planned).toBe(result.answered + result.failed)
    expect(result.nodes[1]?.longestGap).toMatchObject({ fromMs: 0, toMs: result.durationMs })
    expect(await prober.stop()).toBe(result)
  })

  test('an abort ends it without waiting for anyone', async () => {
    const stop = new AbortController()
    const before = server.connections()
    const prober = startProber({ targets: [at('/never')], timeoutMs: 1e6 }, { signal: stop.signal })
    await until('requests', () => server.connections() > before + 3)
    stop.abort()
    const result = await prober.stop()
    expect(result.unfinished).toBeGreaterThan(3)
    expect(result).toMatchObject({ answered: 0, failed: 0, planned: result.unfinished })
  })
})
