import { readFileSync } from 'node:fs'
import { type ArchiveEntry, packArchive } from '../../src/docker/archive.ts'
import type { EngineClient } from '../../src/docker/client.ts'
import { readProgress } from '../../src/docker/progress.ts'
import { echoFiles } from '../support/udp-echo.ts'

const BUSYBOX = '/bin/busybox'
/** What the programs of the stack, and checks, call by name. */
const PROGRAMS = [
  ...['sh', 'ash', 'cat', 'chmod', 'cut', 'cp', 'date', 'echo', 'env', 'false', 'grep', 'head', 'hostname'],
  ...[
    'httpd',
    'id',
    'kill',
    'ls',
    'mkdir',
    'mv',
    'nc',
    'printf',
    'rm',
    'sed',
    'sha256sum',
    'sleep',
    'stat',
    'tail'
  ],
  ...['test', 'touch', 'tr', 'true', 'usleep', 'wc', 'seq', 'ip', 'nslookup', 'yes', 'dd']
]
/**
 * A static busybox can neither resolve names for its own wget nor end it in time: the engine's resolver is asked
 * first, and `-T` is another program's.
 */
const WGET = `#!/bin/sh
for url; do :; done
place=\${url#http://}
host=\${place%%[:/]*}
case $host in
  *[!0-9.]*)
    address=$(busybox nslookup -type=a "$host" 127.0.0.11 2>/dev/null | busybox awk '/^Name:/ { n = 1 } n && /^Address/ { print $NF; exit }')
    if [ -z "$address" ]; then
      echo "wget: bad address '$host'" >&2
      exit 1
    fi
    url=http://$address\${place#"$host"}
    ;;
esac
seconds=30
to=
shown=
while [ $# -gt 1 ]; do
  case $1 in
    -T) seconds=$2; shift ;;
    -O) to=$2; shift ;;
    -S) shown=-S ;;
  esac
  shift
done
exec busybox timeout $seconds busybox wget -q $shown \${to:+-O "$to"} "$url"
`
/** The instructions of the healthy image. */
export const HEALTHY = [
  'LABEL shop.part=app',
  'HEALTHCHECK --interval=1s --timeout=5s --retries=5 CMD true',
  'CMD ["sleep", "3600"]'
]

/** Makes an image of busybox, with Dockerfile instructions of its configuration; no registry. */
export async function importShopImage(
  engine: EngineClient,
  reference: string,
  instructions: readonly string[] = HEALTHY,
  more: readonly ArchiveEntry[] = []
): Promise<void> {
  const at = reference.lastIndexOf(':')
  const answer = await engine.stream('POST', '/images/create', {
    query: {
      fromSrc: '-',
      repo: reference.slice(0, at),
      tag: reference.slice(at + 1),
      changes: instructions.join('\n')
    },
    body: await packArchive(
      oncePerPath([
        ...['bin', 'proc', 'sys', 'dev', 'etc', 'run', 'www'].map(path => ({
          kind: 'folder' as const,
          path
        })),
        { kind: 'folder', path: 'tmp', mode: 0o1777 },
        { kind: 'file', path: 'bin/busybox', content: readFileSync(BUSYBOX), mode: 0o755 },
        { kind: 'file', path: 'etc/passwd', content: 'root:x:0:0:root:/:/bin/sh\n' },
        { kind: 'file', path: 'etc/httpd.conf', content: '.json:application/json\n.html:text/html\n' },
        ...PROGRAMS.map(name => ({ kind: 'link' as const, path: `bin/${name}`, target: 'busybox' })),
        { kind: 'file', path: 'bin/wget', content: WGET, mode: 0o755 },
        ...echoFiles(),
        ...more
      ])
    ),
    contentType: 'application/x-tar',
    timeoutMs: 60_000
  })
  await readProgress(`making image ${reference}`, answer)
}

/** Programs may need the same library. */
const oncePerPath = (entries: readonly ArchiveEntry[]): ArchiveEntry[] => [
  ...new Map(entries.map(entry => [entry.path, entry])).values()
]
