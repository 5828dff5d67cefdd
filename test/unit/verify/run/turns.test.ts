import { describe, expect, test } from '@jest/globals'
import { createTurns, type Turn } from '../../../../src/verify/run/turns.ts'

const ALONE: Turn = { kind: 'alone' }
const VISIT: Turn = { kind: 'visit' }
const still = (service: string): Turn => ({ kind: 'still', service })
const settled = () => new Promise(resolve => setImmediate(resolve))

/** Turns whose begins and ends are noted; each ends when it is told to. */
function noted(counting: number) {
  const turns = createTurns(counting)
  const active: string[] = []
  const ends = new Map<string, (error?: Error) => void>()
  const pauses: Record<string, number> = {}
  const ask = (name: string, turn: Turn, signal = new AbortController().signal) => {
    pauses[name] = 0
    const step = (by: number) => () => {
      pauses[name] = (pauses[name] ?? 0) + by
    }
    const watch = { pause: step(1), resume: step(-1), add: () => undefined }
    const work = () =>
      new Promise<string>((resolve, reject) => {
        active.push(name)
        ends.set(name, error => (error ? reject(error) : resolve(name)))
      }).finally(() => active.splice(active.indexOf(name), 1))
    const taken = turns.take(turn, work, { signal, watch })
    taken.catch(() => undefined)
    return { taken }
  }
  const end = async (name: string, error?: Error) => {
    ends.get(name)?.(error)
    await settled()
  }
  return { turns, active, ask, end, pauses }
}

describe('who counts', () => {
  test('is alone, one after the other, also after a failure', async () => {
    const { active, ask, end } = noted(2)
    const { taken: first } = ask('c1', ALONE)
    const { taken: second } = ask('c2', ALONE)
    await settled()
    expect(active).toEqual(['c1'])
    await end('c1', new Error('lost'))
    await expect(first).rejects.toThrow('lost')
    expect(active).toEqual(['c2'])
    await end('c2')
    expect(await second).toBe('c2')
  })
  test('sees no visits before the last one of them has ended', async () => {
    const { turns, active, ask, end } = noted(2)
    for (const name of ['v1', 'v2']) ask(name, VISIT)
    ask('c1', ALONE)
    await settled()
    expect(active).toEqual(['c1'])
    await end('c1')
    turns.countingEnded()
    await settled()
    expect(active).toEqual([])
    turns.countingEnded()
    await settled()
    expect(active).toEqual(['v1', 'v2'])
  })
})

describe('who stands still', () => {
  test('does so beside others, of other services, when nobody counts any more', async () => {
    const { active, ask, end } = noted(4)
    ask('c1', ALONE)
    for (const [name, service] of [
      ['web', 'web'],
      ['web2', 'web'],
      ['shop', 'shop']
    ] as const)
      ask(name, still(service))
    ask('c2', ALONE)
    await settled()
    await end('c1')
    expect(active).toEqual(['c2'])
    await end('c2')
    expect(active).toEqual(['web', 'shop'])
    ask('c3', ALONE)
    await end('web')
    expect(active).toEqual(['shop'])
    await end('shop')
    expect(active).toEqual(['c3'])
    await end('c3')
    expect(active).toEqual(['web2'])
  })
})

describe('waiting', () => {
  test('stops the watch', async () => {
    const { ask, end, pauses } = noted(2)
    ask('c1', ALONE)
    ask('c2', ALONE)
    await settled()
    expect(pauses).toEqual({ c1: 0, c2: 1 })
    await end('c1')
    expect(pauses).toEqual({ c1: 0, c2: 0 })
  })
  test('ends with its signal, and the turn comes to the next', async () => {
    const { active, ask, end, pauses } = noted(3)
    const stop = new AbortController()
    ask('c1', ALONE)
    const { taken: gone } = ask('c2', ALONE, stop.signal)
    ask('c3', ALONE)
    await settled()
    stop.abort()
    await expect(gone).rejects.toMatchObject({ code: 'cancelled' })
    await expect(ask('c4', ALONE, stop.signal).taken).rejects.toMatchObject({ code: 'cancelled' })
    expect(pauses).toMatchObject({ c2: 0, c4: 0 })
    await end('c1')
    expect(active).toEqual(['c3'])
  })
})
