import { writeSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { whyNoDockerd } from '../support/dockerd.ts'
import { whyNoListener } from '../support/listening-stack.ts'
import { describeIf } from '../support/requires.ts'
import { whyNoEcho } from '../support/udp-echo.ts'
import { confusionTable, type Finding, findingOf } from './confusion.rules.ts'
import type { Defect } from './defect.ts'
import { DEFECTS } from './defects/all.ts'
import { openShop, type Shop } from './shop.ts'

const reason = whyNoDockerd() ?? whyNoListener ?? whyNoEcho

describeIf(reason === undefined, reason ?? '', 'broken stacks', () => {
  const findings: Finding[] = []
  let shop: Shop
  beforeAll(async () => {
    shop = await openShop()
  }, 180_000)
  afterAll(async () => {
    // Straight to the terminal: the reporter keeps what tests print until their file has ended.
    if (findings.length > 0) writeSync(1, `\n${confusionTable(findings)}\n`)
    await shop?.close()
  }, 60_000)

  test.each(DEFECTS.map(defect => [defect.caught.by, defect.name, defect] as const))(
    '%s catches: %s',
    async (_check, _name, defect) => {
      const finding = await shown(defect)
      findings.push(finding)
      const sign = finding.faults.length > 0 ? '✗' : '✓'
      writeSync(1, [`${sign} ${finding.intended}: ${defect.name}`, ...finding.faults, ''].join('\n'))
      expect(finding.faults).toEqual([])
    },
    300_000
  )

  async function shown(defect: Defect): Promise<Finding> {
    const stack = shop.healthy()
    defect.stack?.(stack)
    const undos = [await defect.before?.(shop)]
    try {
      await shop.deploy(stack, defect.broken)
      undos.push(await defect.after?.(shop))
      const { answers, mesh, caught } = defect
      return findingOf(
        defect,
        await shop.verify({ disturbing: [caught.by], isSure: caught.by === 'load', answers, mesh })
      )
    } finally {
      for (const undo of undos.reverse()) await undo?.()
    }
  }
})
