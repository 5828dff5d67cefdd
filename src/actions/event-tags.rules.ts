/** What a workflow's run is for, as GitHub says it. */
export type EventFacts = {
  /** `refs/heads/main`, `refs/tags/v1.2.3`, `refs/pull/5/merge` */
  ref: string | undefined
  /** Of a pull request the head's. */
  sha: string | undefined
  defaultBranch: string | undefined
  pullRequest: number | undefined
}

const SEMVER = /^v?((0|[1-9]\d*)\.(0|[1-9]\d*)\.(?:0|[1-9]\d*))(-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/

/**
 * The tags of images that a workflow builds, the one that is never moved first: of a branch `sha-<short>`, its name and, of the
 * default branch, `latest`; of a release `1.2.3`, `1.2`, `1` and `sha-<short>`, of a prerelease only the first and the
 * last; of a pull request `pr-<n>`, after `sha-<short>`.
 */
export function eventTags({ ref = '', sha, defaultBranch, pullRequest }: EventFacts): string[] {
  const commit = sha === undefined ? [] : [`sha-${sha.slice(0, 7)}`]
  if (pullRequest !== undefined) return [...commit, `pr-${pullRequest}`]
  const [, kind, name = ''] = /^refs\/(heads|tags)\/(.+)$/.exec(ref) ?? []
  if (kind === 'tags') return [...releaseTags(name), ...commit]
  const branch = kind === 'heads' ? [asTag(name)].filter(tag => tag !== '') : []
  return [...commit, ...branch, ...(kind === 'heads' && name === defaultBranch ? ['latest'] : [])]
}

function releaseTags(name: string): string[] {
  const [, version, major, minor, prerelease] = SEMVER.exec(name) ?? []
  if (version === undefined) return [asTag(name)].filter(tag => tag !== '')
  if (prerelease !== undefined) return [asTag(`${version}${prerelease}`)]
  // Anything may change between two versions of 0: nobody wants to follow it.
  return [version, `${major}.${minor}`, ...(major === '0' ? [] : [`${major}`])]
}

/** A branch may be called anything: what a tag cannot have becomes a dash. */
const asTag = (name: string): string =>
  name
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 128)
