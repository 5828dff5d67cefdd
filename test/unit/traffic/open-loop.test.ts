import { describe, expect, test } from '@jest/globals'
import { createHistogram, percentileOf, record } from '../../../src/traffic/histogram.rules.ts'
import { type OpenLoopPlan, runOpenLoop } from '../../../src/traffic/open-loop.ts'
import type { Sample } from '../../../src/traffic/samples.ts'
import { modelledServer, turnedTimer } from './turned-timer.ts'

type Figures = Partial<OpenLoopPlan> & { rate?: number; count?: number | undefined; targets?: number }

const planOf = ({ rate = 100, count, targets = 1, ...rest }: Figures = {}): OpenLoopPlan => ({
  schedule: { ratePerSecond: rate, count, targets, sender: 0, senders: 1 },
  timeoutMs: 1000,
  capPerTarget: 1000,
  ...rest
})

function run(figures: Figures, answer: Parameters<typeof modelledServer>[1]) {
  const timer = turnedTimer()
  const server = modelledServer(timer, answer)
  const samples: Sample[] = []
  const loop = runOpenLoop(planOf(figures), server, sample => samples.push(sample), timer)
  return { timer, server, samples, loop }
}

test('each request is sent when it is due, to the targets in turn', async () => {
  const { timer, server, loop, samples } = run({ count: 5, targets: 2 }, () => ({ afterMs: 500 }))
  timer.turnTo(10_000)
  await loop.ended
  expect(server.asked.map(({ target, atMs }) => [target, atMs])).toEqual([
    [0, 0],
    [1, 10],
    [0, 20],
    [1, 30],
    [0, 40]
  ])
  expect(samples.map(each => each.endMs - each.dueMs)).toEqual([500, 500, 500, 500, 500])
})

test('what this machine was too busy to send keeps its due time', () => {
  const { timer, samples } = run({ count: 3 }, () => ({ afterMs: 1 }))
  timer.turnTo(5)
  timer.block(100)
  timer.turnTo(1000)
  expect(samples.map(({ dueMs, sentMs, endMs }) => [dueMs, sentMs, endMs])).toEqual([
    [0, 0, 1],
    [10, 105, 106],
    [20, 105, 106]
  ])
})

test('above the cap a request is not sent, and is counted; other targets are asked all the same', () => {
  const { timer, server, samples } = run({ count: 6, targets: 2, capPerTarget: 2 }, (_, target) =>
    target === 0 ? undefined : { afterMs: 1 }
  )
  timer.turnTo(60)
  const notSent = samples.filter(({ outcome }) => outcome.kind === 'not-sent')
  expect(notSent).toEqual([
    {
      target: 0,
      dueMs: 40,
      sentMs: 40,
      endMs: 40,
      outcome: { kind: 'not-sent', detail: '2 requests were under way', isCapped: true }
    }
  ])
  expect(server.asked.filter(({ target }) => target === 1)).toHaveLength(3)
})

test('a request without an answer times out, counted from its due time, and makes room', async () => {
  const { timer, server, samples, loop } = run(
    { count: 3, rate: 1, capPerTarget: 1, timeoutMs: 900 },
    () => undefined
  )
  timer.turnTo(10_000)
  await loop.ended
  expect(samples.map(({ endMs, outcome }) => [endMs, outcome.kind])).toEqual([
    [900, 'time-out'],
    [1900, 'time-out'],
    [2900, 'time-out']
  ])
  expect(server.asked.every(({ isDropped }) => isDropped)).toBe(true)
})

describe('the end', () => {
  test('stop sends no more, and waits for what is under way', async () => {
    const { timer, server, samples, loop } = run({}, () => ({ afterMs: 300 }))
    timer.turnTo(95)
    loop.stop()
    timer.turnTo(5000)
    await loop.ended
    expect([server.asked.length, samples.length]).toEqual([10, 10])
  })

  test('abort drops what is under way, and says how much that was', async () => {
    const { timer, server, samples, loop } = run({}, () => ({ afterMs: 35 }))
    timer.turnTo(95)
    expect(loop.abort()).toBe(3)
    await loop.ended
    timer.turnTo(5000)
    expect([server.asked.length, samples.length]).toEqual([10, 7])
  })

  test('a stop after the end changes nothing', async () => {
    const { timer, samples, loop } = run({ count: 2 }, () => ({ afterMs: 1 }))
    timer.turnTo(100)
    loop.stop()
    expect(loop.abort()).toBe(0)
    await loop.ended
    expect(samples).toHaveLength(2)
  })
})

describe('a server that answers after 20 ms, and stalls for a second', () => {
  const [latencyMs, stallFromMs, stallMs, durationMs, rate] = [20, 4000, 1000, 20_000, 100]
  const answer = (atMs: number) => {
    const isStalled = atMs >= stallFromMs && atMs < stallFromMs + stallMs
    return { afterMs: latencyMs + (isStalled ? stallFromMs + stallMs - atMs : 0) }
  }
  // The slowest hundredth of all requests is the first fifth of the stall's: the next one waits 0.2 s less than all.
  const theoryMs = latencyMs + stallMs - durationMs / 100

  test('the 99th percentile is what those must see who come at the rate', () => {
    const { timer, samples } = run({ rate, count: (rate * durationMs) / 1000, timeoutMs: 5000 }, answer)
    timer.turnTo(60_000)
    const latencies = createHistogram()
    for (const { dueMs, endMs } of samples) record(latencies, endMs - dueMs)
    expect(Math.abs(percentileOf(latencies, 99) - theoryMs) / theoryMs).toBeLessThan(0.01)
  })

  test('those who wait before they ask again see the stall once each, and nothing at the 99th percentile', () => {
    const timer = turnedTimer()
    const server = modelledServer(timer, answer)
    const latencies = createHistogram()
    const ask = () => {
      const sentMs = timer.now()
      server.send(0, () => {
        record(latencies, timer.now() - sentMs)
        if (timer.now() < durationMs) ask()
      })
    }
    for (let visitor = 0; visitor < (rate * latencyMs) / 1000; visitor++) ask()
    timer.turnTo(60_000)
    expect(theoryMs / percentileOf(latencies, 99)).toBeGreaterThan(10)
  })
})
