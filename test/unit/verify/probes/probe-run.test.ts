import { describe, expect, test } from '@jest/globals'
import { EngineAnswerError, type EngineClient } from '../../../../src/docker/client.ts'
import { SwarmlineError } from '../../../../src/errors.ts'
import { runProbes } from '../../../../src/verify/probes/probe-run.ts'
import { quietEffects } from '../builders.ts'
import { probedEngine } from './probed-engine.ts'

const asks = [{ kind: 'connect' as const, address: '10.0.1.2', port: 80 }]
const run = (engine: EngineClient, keys: string[], signal = new AbortController().signal) =>
  runProbes(
    keys.map(key => ({ key, engine, containerId: `c-${key}` })),
    () => new Map(keys.map(key => [key, asks])),
    quietEffects(signal)
  )

describe('probes on one engine', () => {
  test('each source is asked, and nothing stays', async () => {
    const { engine, made, calls } = probedEngine('said 0 0\ndone\n')
    const outcomes = await run(engine, ['a', 'b', 'c'])
    expect([...outcomes.keys()].sort()).toEqual(['a', 'b', 'c'])
    expect(outcomes.get('b')).toEqual({
      isRun: true,
      listeners: [{ port: 80, address: undefined }],
      asks,
      answers: [{ kind: 'open' }]
    })
    expect([...made]).toEqual([])
    expect(calls.at(-1)).toBe('DELETE /volumes/RUN')
  })

  test('the calls grow with the sources, five for each', async () => {
    const callsFor = async (count: number) => {
      const { engine, calls } = probedEngine('said 0 0\n')
      await run(
        engine,
        Array.from({ length: count }, (_, i) => String(i))
      )
      return calls.length
    }
    expect((await callsFor(30)) - (await callsFor(10))).toBe(20 * 5)
  })

  test('one that cannot be started takes no other with it', async () => {
    let starts = 0
    const { engine, made } = probedEngine('said 0 0\n', call =>
      call.endsWith('/start') && ++starts === 1
        ? new EngineAnswerError(409, 'that is not running')
        : undefined
    )
    const outcomes = await run(engine, ['a', 'b'])
    expect(outcomes.get('a')).toEqual({ isRun: false, reason: 'that is not running' })
    expect(outcomes.get('b')).toMatchObject({ isRun: true })
    expect([...made]).toEqual([])
  })

  test('one that says nothing is removed before the others are asked', async () => {
    const { engine, calls } = probedEngine('said 0 0\n', call =>
      call === 'GET /containers/RUN-0/logs' ? new EngineAnswerError(500, 'no logs') : undefined
    )
    expect((await run(engine, ['a', 'b'])).get('a')).toEqual({ isRun: false, reason: 'no logs' })
    const asked = calls.findIndex(call => call.startsWith('PUT'))
    expect(calls.slice(0, asked)).toContain('DELETE /containers/RUN-0')
    expect(calls[asked]).toBe('PUT /containers/RUN-1/archive')
  })

  test('an engine that is lost is the outcome of all its sources', async () => {
    const { engine } = probedEngine('', () => new SwarmlineError('engine-lost', 'it does not answer'))
    const outcomes = await run(engine, ['a', 'b'])
    expect([...outcomes.values()]).toEqual([
      { isRun: false, reason: 'it does not answer' },
      { isRun: false, reason: 'it does not answer' }
    ])
  })

  test('when it is cancelled, what was made is removed', async () => {
    const abort = new AbortController()
    const { engine, made } = probedEngine('', call => {
      if (!call.startsWith('PUT')) return undefined
      abort.abort()
      return new SwarmlineError('cancelled', 'cancelled')
    })
    await expect(run(engine, ['a', 'b'], abort.signal)).rejects.toMatchObject({ code: 'cancelled' })
    expect([...made]).toEqual([])
  })
})

test('on a slow swarm one probe starts at a time, on all engines together, and is more patient', async () => {
  const seen = { now: 0, most: 0, commands: [] as unknown[] }
  const engineOf = (socketPath: string): EngineClient => {
    const { engine } = probedEngine('said 0 0\n')
    return {
      ...engine,
      socketPath,
      json: async (method, path, options) => {
        if (path !== '/containers/create') return engine.json(method, path, options)
        seen.commands.push((options?.body as { Cmd: unknown } | undefined)?.Cmd)
        seen.most = Math.max(seen.most, ++seen.now)
        await new Promise(resolve => setImmediate(resolve))
        seen.now--
        return engine.json(method, path, options)
      }
    }
  }
  const sources = ['/a', '/a', '/b', '/b', '/c'].map((socket, i) => ({
    key: String(i),
    engine: engineOf(socket),
    containerId: `c${i}`
  }))
  const fx = { ...quietEffects(), pace: () => ({ atOnce: 1, patience: 5 }) }
  const outcomes = await runProbes(sources, () => new Map(sources.map(({ key }) => [key, asks])), fx)
  expect([...outcomes.values()].map(outcome => outcome.isRun)).toEqual(Array(5).fill(true))
  expect(seen.most).toBe(1)
  expect(seen.commands[0]).toEqual(['probe', '0', '5', '10'])
})

test('a container that is being made when the run is cancelled is waited for, and removed', async () => {
  const { engine, made } = probedEngine('')
  const stop = new AbortController()
  const slow: EngineClient = {
    ...engine,
    // As a real engine: who is gone is told nothing, and what was begun is made.
    json: async (method, path, options) => {
      if (options?.signal?.aborted) throw new SwarmlineError('cancelled', 'cancelled')
      if (path !== '/containers/create') return engine.json(method, path, options)
      stop.abort()
      const making = new Promise(resolve => setImmediate(resolve)).then(() =>
        engine.json(method, path, options)
      )
      if (options?.signal?.aborted) throw new SwarmlineError('cancelled', 'cancelled')
      return (await making) as never
    }
  }
  await expect(run(slow, ['a'], stop.signal)).rejects.toMatchObject({ code: 'cancelled' })
  await new Promise(resolve => setImmediate(resolve))
  await new Promise(resolve => setImmediate(resolve))
  expect([...made]).toEqual([])
})
