/** Where Debian packages come from on this machine, as apt itself is configured. */
export type DebianMirror = {
  uri: string
  /** A keyring that the source names; `undefined`: apt's trusted keys. */
  signedBy: string | undefined
}

/** `apt-get indextargets --format` in the form that `chooseMirror` reads. */
export const TARGET_FORMAT = '$(REPO_URI)|$(ORIGIN)|$(LABEL)|$(CODENAME)|$(COMPONENT)|$(SOURCESENTRY)'

export type MirrorChoice = { uri: string; sourceFile: string; line: number }

/**
 * The first source that is Debian's own archive (not security, not updates: their pools hold only some
 * packages). `undefined` when apt knows none, or has not read any index yet.
 */
export function chooseMirror(targets: string): MirrorChoice | undefined {
  for (const row of targets.split('\n')) {
    const [uri, origin, label, codename, component, entry] = row.split('|')
    if (!uri || origin !== 'Debian' || label !== 'Debian' || component !== 'main') continue
    if (codename?.includes('-')) continue
    const [, sourceFile = '', line = '1'] = /^(.*):(\d+)$/.exec(entry ?? '') ?? []
    return { uri, sourceFile, line: Number(line) }
  }
  return undefined
}

const DEBIAN_SUITES = /^(bullseye|bookworm|trixie|forky|sid|oldstable|stable|testing|unstable)$/

/** The same from `apt-get update --print-uris`, which answers also before the first `apt-get update`. */
export function guessMirror(uris: string): MirrorChoice | undefined {
  for (const [, uri, suite] of uris.matchAll(/^'([^']+\/)dists\/([^/']+)\/InRelease'/gm))
    if (uri && DEBIAN_SUITES.test(suite ?? '')) return { uri, sourceFile: '', line: 1 }
  return undefined
}

/**
 * The keyring that a source names: `Signed-By:` of the deb822 stanza at `line` (apt counts stanzas for these
 * files), or `[signed-by=…]` of a one-line source. Keys written into the source itself are left to apt.
 */
export function signedBy(source: string, line: number): string | undefined {
  const isStanzas = /^[ \t]*Types:/im.test(source)
  const part = isStanzas ? stanzas(source)[line - 1] : source.split('\n')[line - 1]
  const value = isStanzas
    ? /^Signed-By:[ \t]*(\S+)/im.exec(part ?? '')?.[1]
    : /[[\s]signed-by=([^\]\s]+)/i.exec(part ?? '')?.[1]
  return value?.startsWith('/') ? value.split(',')[0] : undefined
}

function stanzas(text: string): string[] {
  const withoutComments = text.replace(/^#.*\n?/gm, '')
  return withoutComments.split(/\n(?:[ \t\r]*\n)+/).filter(stanza => stanza.trim() !== '')
}
