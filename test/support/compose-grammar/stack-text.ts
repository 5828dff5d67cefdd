// The text of a generated stack file, entry by entry: those of several files make one file that docker reads at once.
import { stringify } from 'yaml'
import { type Mapping, mapping } from '../../../src/stack/read/plain.rules.ts'

export type StackText = {
  version: string | undefined
  /** The entries of each top-level section, as lines of YAML. */
  sections: Map<string, string[]>
}

const VERSIONS = [undefined, '3.13']
const STYLES: readonly ((entry: Mapping) => string)[] = [
  entry => stringify(entry, { lineWidth: 0 }),
  entry =>
    Object.entries(entry)
      .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}\n`)
      .join(''),
  entry => stringify(entry, { version: '1.1', defaultStringType: 'QUOTE_SINGLE', defaultKeyType: 'PLAIN' }),
  entry => stringify(entry, { version: '1.1', lineWidth: 0 })
]

/** @param number of the file: names that begin with `zz` begin with it, so that no other file has them */
export function stackText(model: Mapping, number: number): StackText {
  const style = STYLES[number % STYLES.length] ?? stringify
  const own = (text: string): string => text.replace(/zz(?=[-_])/g, `f${number}`)
  const sections = new Map<string, string[]>()
  for (const [section, entries] of Object.entries(model)) {
    const isSection = ['services', 'networks', 'volumes', 'secrets', 'configs'].includes(section)
    sections.set(
      section,
      isSection
        ? Object.entries(mapping(entries)).map(([key, value]) => own(indented(style({ [key]: value }))))
        : [own(stringify({ [section]: entries }))]
    )
  }
  return { version: VERSIONS[Math.floor(number / STYLES.length) % VERSIONS.length], sections }
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ')

/** Several as one file: those with the same `version`. */
export function joined(files: readonly StackText[]): string {
  const version = files[0]?.version
  const sections = new Map<string, string[]>()
  for (const file of files)
    for (const [section, entries] of file.sections)
      sections.set(section, [...(sections.get(section) ?? []), ...entries])
  const body = [...sections].map(([section, entries]) =>
    entries.every(entry => entry.startsWith(' ')) ? `${section}:\n${entries.join('')}` : entries.join('')
  )
  return (version === undefined ? '' : `version: "${version}"\n`) + body.join('')
}
