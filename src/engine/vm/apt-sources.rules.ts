import { APT_SAFETY } from '../../plain/apt-safety.ts'

/** One archive as apt on this machine names it: `apt-get indextargets` prints a record of `Field: value` lines. */
type Target = Record<string, string>

/**
 * The sources for a suite of Debian, from the archive that this machine's own apt uses (so also through its
 * local mirror), with the security archive where there is one.
 *
 * @param indexTargets what `apt-get indextargets` prints
 * @param isHardened whether the suite has a security archive
 * @returns lines of a sources.list; none when apt knows no Debian archive
 */
export function debianSources(indexTargets: string, suite: string, isHardened: boolean): string[] {
  const targets = indexTargets
    .split(/\n\s*\n/)
    .map(parse)
    .filter(t => t['Created-By'] === 'Packages' && t.Component === 'main')
    // Before the first `apt-get update` the origin is unknown.
    .filter(t => t.Origin === undefined || t.Origin === 'Debian')
  const uriOf = (isWanted: (release: string) => boolean) =>
    targets.find(t => isWanted(t.Release ?? '') && t['Repo-URI'])?.['Repo-URI']
  const main = uriOf(release => !/-(security|updates|backports)|\/updates$/.test(release))
  const security = uriOf(release => release.endsWith('-security'))
  return [
    ...(main ? [`deb ${main} ${suite} main`] : []),
    ...(main && security && isHardened ? [`deb ${security} ${suite}-security main`] : [])
  ]
}

/**
 * The way to the archive that apt on this machine is told to take (proxies, time-outs), for an apt elsewhere; and what
 * is safe, whatever this machine's takes.
 *
 * @param config what `apt-config dump --format '%F "%v";%n' Acquire` prints
 */
export function acquireOptions(config: string): string {
  const safety = Object.entries(APT_SAFETY).map(([name, value]) => `${name} "${value}";\n`)
  const taken = config
    .split('\n')
    .filter(
      line => /^Acquire::(https?|ForceIPv[46]|Retries|Check-|Queue)/i.test(line) && !line.endsWith(' "";')
    )
    .map(line => `${line}\n`)
  return [...taken, ...safety].join('')
}

/** What apt or dpkg said last in what a run of mmdebstrap printed: their errors, without mmdebstrap's own. */
export function lastWordOfBuild(output: string): string | undefined {
  const lines = output.split('\n').map(line => line.trimEnd())
  // A line that is indented goes on with what dpkg said in the line before.
  const ofDpkg = lines.flatMap((line, i) =>
    /^dpkg(-deb)?: error/.test(line)
      ? [[line, /^\s/.test(lines[i + 1] ?? '') ? lines[i + 1]?.trim() : ''].join(' ')]
      : []
  )
  const errors = lines.filter(line => line.startsWith('E: '))
  // apt begins its sentences with a capital, mmdebstrap does not.
  const ofApt = errors.filter(line => /^E: [A-Z]/.test(line))
  return (ofDpkg.at(-1) ?? ofApt.at(-1) ?? errors.at(-1))?.replace(/^E: /, '').trim()
}

/** What mmdebstrap does now, by a line that it prints; `undefined` for what is no step of it. */
export function stepOfBuild(line: string): string | undefined {
  const [, step] = /^I: (.*?)(?:\.\.\.)?$/.exec(line) ?? []
  if (step === undefined || /^main\(\)|^automatically chosen/.test(step)) return undefined
  return step.startsWith('running --customize-hook') ? 'adding the kernel' : step
}

function parse(record: string): Target {
  return Object.fromEntries(
    record.split('\n').flatMap(line => {
      const at = line.indexOf(': ')
      return at > 0 && line.slice(at + 2).trim() ? [[line.slice(0, at), line.slice(at + 2).trim()]] : []
    })
  )
}
