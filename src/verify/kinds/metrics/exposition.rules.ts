export type Sample = { name: string; labels: Record<string, string>; value: number }

const LINE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?[ \t]+([^ \t]+)(?:[ \t]+-?\d+)?[ \t]*$/
const LABEL = /\s*([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\.)*)"\s*(?:,|$)/y

/**
 * Prometheus' text format, as far as samples need it. Lines that are none are counted, not believed.
 *
 * Source: Prometheus, "Exposition formats", text format 0.0.4.
 */
export function parseExposition(text: string): { samples: Sample[]; badLines: number } {
  const samples: Sample[] = []
  let badLines = 0
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const sample = parseLine(line)
    if (sample) samples.push(sample)
    else badLines++
  }
  return { samples, badLines }
}

function parseLine(line: string): Sample | undefined {
  if (line.length > 10_000) return undefined
  const [, name, labelText = '', number = ''] = LINE.exec(line) ?? []
  const value = numberOf(number)
  const labels = labelsOf(labelText)
  return name === undefined || value === undefined || !labels ? undefined : { name, labels, value }
}

function labelsOf(text: string): Record<string, string> | undefined {
  const labels: [string, string][] = []
  let at = 0
  while (at < text.length) {
    LABEL.lastIndex = at
    const match = LABEL.exec(text)
    if (!match) return undefined
    labels.push([
      match[1] ?? '',
      (match[2] ?? '').replace(/\\(.)/g, (_, c: string) => (c === 'n' ? '\n' : c))
    ])
    at += match[0].length
  }
  return Object.fromEntries(labels)
}

function numberOf(text: string): number | undefined {
  if (/^[+-]?Inf$/.test(text)) return text.startsWith('-') ? -Infinity : Infinity
  if (text === 'NaN') return Number.NaN
  const value = Number(text)
  return text !== '' && Number.isFinite(value) ? value : undefined
}

/** The samples of a name that have all of these labels. */
export function select(samples: readonly Sample[], name: string, labels: Record<string, string>): Sample[] {
  return samples.filter(
    sample =>
      sample.name === name &&
      Object.entries(labels).every(
        ([label, value]) => Object.hasOwn(sample.labels, label) && sample.labels[label] === value
      )
  )
}
