const LEAST = 6

/**
 * Widths for columns whose longest cells take `natural` columns, on a screen of `width`: the widest give way first,
 * none below 6, so that on a very narrow screen lines are wider than it rather than unreadable.
 */
export function columnWidths(natural: readonly number[], width: number, gap: number): number[] {
  const widths = [...natural]
  const total = () => widths.reduce((sum, each) => sum + each + gap, 0) - gap
  while (total() > width) {
    const widest = widths.indexOf(Math.max(...widths))
    if ((widths[widest] ?? 0) <= LEAST) break
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  return widths
}
