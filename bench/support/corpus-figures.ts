// What a run over a corpus of stack files says in numbers.

import type { Verdict } from '../../test/support/corpus/compare.ts'
import type { Reading } from '../../test/support/corpus/read-file.ts'
import { median } from './median.ts'

export type CorpusResult = { verdict: Verdict; reading: Reading }

type Counted = { count: number; example: string }

/** The value that a share of the samples does not exceed; 0 of none. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? 0
}

const round = (value: number): number => Math.round(value * 1000) / 1000

export function corpusFigures(results: readonly CorpusResult[], hangs: readonly string[]) {
  const verdicts = results.map(({ verdict }) => verdict)
  const crashes = results.filter(({ reading }) => reading.crash !== undefined)
  const accepted = (by: Verdict['accepted']): number => verdicts.filter(each => each.accepted === by).length
  const times = results.map(({ reading }) => reading.ms)
  const slowest = results.toSorted((a, b) => b.reading.ms - a.reading.ms)[0]
  return {
    files: results.length + hangs.length,
    crashes: counted(crashes, ({ verdict, reading }) => [
      [reading.crash?.split('\n')[0] ?? '', verdict.name]
    ]),
    hangs,
    acceptedByBoth: accepted('both'),
    acceptedByUsOnly: accepted('only-us'),
    refusedByBoth: accepted('nobody'),
    refusedForTheSwarm:
      accepted('only-docker') - verdicts.filter(each => each.falseRefusals.length > 0).length,
    falseRefusals: counted(verdicts, ({ name, falseRefusals }) =>
      falseRefusals.map(({ rule, text }) => [rule, `${name}: ${text}`])
    ),
    explainedDifferences: counted(verdicts, ({ name, explained }) => explained.map(each => [each, name])),
    unexplainedDifferences: verdicts.flatMap(({ name, unexplained }) =>
      unexplained.map(each => `${name}: ${each}`)
    ),
    findings: findingsOf(results),
    medianMs: round(median(times)),
    p99Ms: round(quantile(times, 0.99)),
    slowest: slowest && { file: slowest.verdict.name, ms: round(slowest.reading.ms) }
  }
}

/** Of the files that deploy without trouble: both take them. */
function findingsOf(results: readonly CorpusResult[]) {
  const fine = results.filter(
    ({ verdict }) => verdict.accepted === 'both' && verdict.unexplained.length === 0
  )
  const numbers = fine.map(({ reading }) => reading.findings.length)
  const rules = new Map<string, { findings: number; files: number }>()
  for (const { reading } of fine) {
    const own = Map.groupBy(reading.findings, ({ rule }) => rule)
    for (const [rule, found] of own) {
      const known = rules.get(rule) ?? { findings: 0, files: 0 }
      rules.set(rule, { findings: known.findings + found.length, files: known.files + 1 })
    }
  }
  return {
    files: fine.length,
    median: median(numbers),
    p90: quantile(numbers, 0.9),
    most: Math.max(0, ...numbers),
    byRule: Object.fromEntries(
      [...rules]
        .toSorted(([, a], [, b]) => b.files - a.files)
        .map(([rule, { findings, files }]) => [rule, { findings, files, share: round(files / fine.length) }])
    )
  }
}

function counted<T>(items: readonly T[], of: (item: T) => [string, string][]): Record<string, Counted> {
  const found: Record<string, Counted> = {}
  for (const [key, example] of items.flatMap(of)) {
    const known = found[key] ?? { count: 0, example }
    found[key] = { ...known, count: known.count + 1 }
  }
  return found
}
