/** One binary package at one version. */
export type DebianPackage = { name: string; version: string; architecture: string }

/** Reads what `apt-get -s install` would install, in apt's order: a package after what it depends on. */
export function plannedPackages(simulation: string): DebianPackage[] {
  const rows = simulation.matchAll(/^Inst (\S+) (?:\[[^\]]*\] )?\((\S+) [^)]*\[([^\]]+)\]\)/gm)
  return [...rows].map(([, name = '', version = '', architecture = '']) => ({
    name: name.split(':')[0] ?? name,
    version,
    architecture
  }))
}

/** The file name that apt gives to a downloaded package. */
export function debFileName({ name, version, architecture }: DebianPackage): string {
  return `${name}_${version.replaceAll(':', '%3a')}_${architecture}.deb`
}

/** What apt's signed index says of a package's file. */
export type KnownHash = { algorithm: 'sha256' | 'sha512'; hex: string }

/** Reads `apt-get --print-uris download`: file name → hash. One that is weaker than SHA-256 is none. */
export function knownHashes(printed: string): Map<string, KnownHash> {
  const rows = printed.matchAll(/^'[^']*' (\S+) \d+ (SHA256|SHA512):([0-9a-f]+)$/gm)
  return new Map(
    [...rows].map(([, file = '', name = '', hex = '']) => [
      file,
      { algorithm: name === 'SHA512' ? 'sha512' : 'sha256', hex }
    ])
  )
}

/** apt's last word on a refusal: its last `E:` line, else its last line, without the letter. */
export function refusalOf(output: string): string {
  const lines = output.split('\n').filter(line => line.trim() !== '')
  const errors = lines.filter(line => line.startsWith('E:'))
  return (errors.at(-1) ?? lines.at(-1) ?? 'no reason given').replace(/^[EW]:\s*/, '').trim()
}
