/** `apt-get indextargets --format` in the form that `debianArchive` reads. */
export const TARGET_FORMAT = '$(BASE_URI)|$(ORIGIN)|$(LABEL)'

/**
 * The folder of the first of apt's sources that is Debian's own archive, ending in a slash.
 *
 * @param targets what `apt-get indextargets` prints: it knows who made an archive, but nothing before the first
 *   `apt-get update`
 * @param uris what `apt-get update --print-uris` prints: it always answers, but names only addresses
 */
export function debianArchive(targets: string, uris: string): string | undefined {
  const known = targets
    .split('\n')
    .map(line => line.split('|'))
    .find(([, origin, label]) => origin === 'Debian' && label === 'Debian')?.[0]
  if (known || targets.trim() !== '') return known
  return /^'([^']+\/debian\/dists\/[a-z]+\/)InRelease'/m.exec(uris)?.[1]
}
