import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { whyNoDockerd } from '../support/dockerd.ts'
import { whyNoListener } from '../support/listening-stack.ts'
import { describeIf } from '../support/requires.ts'
import { whyNoEcho } from '../support/udp-echo.ts'
import { isRed } from './confusion.rules.ts'
import { openShop, type Shop } from './shop.ts'

const reason = whyNoDockerd() ?? whyNoListener ?? whyNoEcho
const RUNS = 30
/** They take as long as all others together: the first run shows that the stack can pass them. */
const DISTURBING = ['rolling-update', 'rollback', 'self-healing', 'persistence']

describeIf(reason === undefined, reason ?? '', 'the healthy stack', () => {
  let shop: Shop
  beforeAll(async () => {
    shop = await openShop()
  }, 180_000)
  afterAll(() => shop?.close(), 60_000)

  test.each(Array.from({ length: RUNS }, (_, i) => i + 1))(
    'passes every check, run %i',
    async run => {
      const verdicts = await shop.verify({ disturbing: run === 1 ? DISTURBING : [] })
      expect(verdicts.filter(isRed)).toEqual([])
    },
    240_000
  )
})
