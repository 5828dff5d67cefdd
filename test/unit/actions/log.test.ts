import { expect, test } from '@jest/globals'
import { createActionLog } from '../../../src/actions/log.ts'
import { inWorkflow } from '../../../src/plain/text.ts'

function record() {
  const seen: string[] = []
  let now = 0
  const log = createActionLog(
    {
      info: line => seen.push(line),
      debug: line => seen.push(`debug ${line}`),
      warning: line => seen.push(`warning ${line}`),
      startGroup: title => seen.push(`[${title}`),
      endGroup: () => seen.push(']')
    },
    { now: () => now }
  )
  return { seen, log, pass: (ms: number) => (now += ms) }
}

test.each([
  ['::error::forged', ': :error::forged'],
  ['  ::add-mask::a', '  : :add-mask::a'],
  ['fine\n::stop-commands::x\rfine', 'fine\n: :stop-commands::x\nfine'],
  ['see ##[error]forged', 'see ## [error]forged'],
  ['a::b stays', 'a::b stays']
])('%j cannot command the runner', (text, shown) => {
  expect(inWorkflow(text)).toBe(shown)
})

test('the outermost step is a group, the ones within it are lines', async () => {
  const { seen, log, pass } = record()
  const result = await log.step('outer', async () => {
    pass(1000)
    await log.step('inner', async () => pass(500))
    return 7
  })
  expect(result).toBe(7)
  expect(seen).toEqual(['[outer', '… inner', '✓ inner (0.5 s)', ']', '✓ outer (1.5 s)'])
})

test('steps side by side share a group that ends with the last of them', async () => {
  const { seen, log } = record()
  let endFirst = () => {}
  const first = log.step('first', () => new Promise<void>(resolve => (endFirst = resolve)))
  const second = log.step('second', async () => {})
  await second
  endFirst()
  await first
  expect(seen).toEqual(['[first', '… second', '✓ second (0.0 s)', ']', '✓ first (0.0 s)'])
})

test('a step that fails closes its group, says why in one line, and throws on', async () => {
  const { seen, log } = record()
  const failing = log.step('push', async () => {
    throw new Error('refused\n::error::forged')
  })
  await expect(failing).rejects.toThrow('refused')
  expect(seen).toEqual(['[push', ']', '✗ push: refused; ::error::forged (0.0 s)'])
})

test('details are told at most every five seconds', async () => {
  const { seen, log, pass } = record()
  await log.step('pull', async update => {
    for (let i = 1; i <= 4; i++) {
      pass(3000)
      update(`${i} of 4`)
    }
  })
  expect(seen.filter(line => line.includes('of 4'))).toEqual(['… pull: 2 of 4', '… pull: 4 of 4'])
})
