import type { RunReport } from '../../src/report/run-report.ts'
import { failingReport } from './sample-report.ts'
import { taskEntries } from './sample-timeline.ts'

/** A rollout of so many slots on twelve nodes: each slot's new task begins when its old one ends. */
export function largeReport(slots: number): RunReport {
  const report = failingReport()
  if (!report.deploy) throw new Error('the sample has no deploy')
  const { startedAt } = report.deploy
  const timeline = Array.from({ length: slots }, (_, i) => {
    const service = `workshop_${['api', 'web', 'worker'][Math.floor((i * 3) / slots)]}`
    const made = { service, slot: String(i + 1), node: `node${(i * 7) % 12}` }
    const at = Math.round((i / slots) * 110_000)
    const end = i % 97 === 0 ? 'failed' : 'running'
    return [
      ...taskEntries(
        startedAt,
        { ...made, task: `old${i}`, isCurrent: false },
        [-90_000, 'new'],
        [-80_000, 'running'],
        [at, 'shutdown']
      ),
      ...taskEntries(
        startedAt,
        { ...made, task: `new${i}` },
        [at, 'new'],
        [at + 900, 'preparing'],
        [at + 4_000, end]
      )
    ]
  }).flat()
  return { ...report, deploy: { ...report.deploy, timeline } }
}
