import type { FailureCategory } from './outcome.ts'

/**
 * The engine's and SwarmKit's own words, from the most to the least telling: `no suitable node` counts up
 * several reasons in one line, and what can be freed (a port, memory) is named before what cannot.
 */
const SIGNS: readonly (readonly [RegExp, FailureCategory])[] = [
  [/unhealthy container|health ?check/i, 'health'],
  [
    /host-mode port already in use|port is already allocated|address already in use|bind for .* failed/i,
    'port'
  ],
  [/insufficient resources|cannot allocate memory|no space left on device/i, 'resources'],
  [/no suitable node|max replicas per node|unsupported platform|no node (fits|is eligible)/i, 'placement'],
  [/\b(secret|config)\b.*(not found|no such|reference)|no such (secret|config)/i, 'secret'],
  [/no such image|pull access denied|manifest unknown|repository .*not found|no matching manifest/i, 'image'],
  [/unauthorized|failed to (pull|resolve)|image .*not found|invalid reference/i, 'image'],
  [
    /network .*not found|no available (ipv4|network|address)|could not find an available|subnet|sandbox/i,
    'network'
  ],
  [
    /non-zero exit|starting container failed|executable file not found|oci runtime|restarts? (is|are) used up/i,
    'exit'
  ]
]

const LONGEST = 4096

/** What kind of trouble a task's error tells of; `other` when it is none that is known. */
export function categorise(error: string): FailureCategory {
  // Patterns with a gap in them look on from each beginning to the end.
  const text = error.slice(0, LONGEST)
  return SIGNS.find(([sign]) => sign.test(text))?.[1] ?? 'other'
}
