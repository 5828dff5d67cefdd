// One test for each sample: what is derived passes on it as it is, and finds what somebody changes by hand.
import { writeSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Verdict } from '../../../src/verify/verdict.ts'
import { whyNoDockerd } from '../../support/dockerd.ts'
import { whyNoListener } from '../../support/listening-stack.ts'
import { describeIf } from '../../support/requires.ts'
import { examine } from './examine.ts'
import { type Ground, openGround } from './ground.ts'
import type { Sample } from './sample.ts'

const reason = whyNoDockerd() ?? whyNoListener
const MINUTE = 60_000

/** @param prefix the first three octets of the nodes' network: no other test's */
export function describeDerived(title: string, samples: readonly Sample[], prefix: string): void {
  describeIf(reason === undefined, reason ?? '', title, () => {
    let on: Ground
    let asked = 0
    let caught = 0
    beforeAll(async () => {
      on = await openGround(prefix)
    }, 10 * MINUTE)
    afterAll(async () => {
      // Straight to the terminal: the reporter keeps what tests print until their file has ended.
      writeSync(1, `derived checks that caught what was done by hand: ${caught}/${asked}\n`)
      await on?.close()
    }, 5 * MINUTE)

    test.each(samples.map(sample => [sample.title, sample] as const))(
      '%s',
      async (_title, sample) => {
        const { text, textAfter, unasked, derived, written, byHand } = await examine(sample, on)
        expect(derived.flatMap(notPassed)).toEqual([])
        expect(written.flatMap(notPassed)).toEqual([])
        expect(unasked).toEqual((sample.unasked ?? []).map(says => expect.stringMatching(says)))
        // Each on a line of the suite's head, broken where it is long.
        const head = text.split('title:')[0]?.replaceAll(/\n# +/g, ' ')
        for (const each of unasked) expect(head).toContain(`- ${each}`)
        // What is meant to be does not follow hands; only nodes are as they are.
        expect(withoutNodes(textAfter)).toBe(withoutNodes(text))

        const says = Object.entries(sample.says)
        expect(written.map(({ id }) => id).sort()).toEqual(says.map(([id]) => id).sort())
        const missed = says.flatMap(([id, words]) => {
          const verdict = byHand.find(each => each.id === id)
          const isCaught = verdict?.status === 'fail' && words.test(verdict.observed)
          return isCaught ? [] : [`${id} should say ${words}; it is ${verdict?.status}: ${verdict?.observed}`]
        })
        asked += says.length
        caught += says.length - missed.length
        expect(missed).toEqual([])
      },
      10 * MINUTE
    )
  })
}

const notPassed = ({ id, status, observed }: Verdict): string[] =>
  status === 'pass' ? [] : [`${id} is ${status}: ${observed}`]

const withoutNodes = (text: string): string => text.slice(text.indexOf('- id: service'))
