import type { ReportedDeploy } from './run-report.ts'

/** A stretch of a rollout in which visitors were asked for, and how many of their requests failed. */
export type Loss = { fromMs: number; toMs: number; sent: number; failed: number }

const MOST = 240

/** What the probe met, in stretches of equal length from the deploy's start on; none without a probe. */
export function lossesOf({ probe, startedAt }: ReportedDeploy, totalMs: number): Loss[] {
  if (!probe || totalMs <= 0) return []
  const offsetMs = probe.startedAtMs - Date.parse(startedAt)
  const stepMs = Math.max(1_000, Math.ceil(totalMs / MOST / 1_000) * 1_000)
  const losses = new Map<number, Loss>()
  for (const { second, sent, failed } of probe.series) {
    const atMs = offsetMs + second * 1_000
    // It was asked before, too, to know what is usual; and the picture ends with the rollout.
    if (!(atMs > -1_000 && atMs <= totalMs)) continue
    const at = Math.max(0, Math.floor(atMs / stepMs))
    const known = losses.get(at) ?? { fromMs: at * stepMs, toMs: (at + 1) * stepMs, sent: 0, failed: 0 }
    losses.set(at, { ...known, sent: known.sent + sent, failed: known.failed + failed })
  }
  return [...losses.values()].toSorted((a, b) => a.fromMs - b.fromMs)
}
