import { isDiskFull, SwarmlineError } from '../errors.ts'

/**
 * The base image that a builder could not have, as it is written or in full; `undefined` when that was not the
 * trouble. BuildKit marks the step that failed with `>`; the classic builder ends at a `FROM` without an image.
 */
function missingBase(lines: readonly string[]): string | undefined {
  for (const line of lines) {
    const [, base] = /^\s*> \[.*internal\] load metadata for (\S+?):?$/.exec(line) ?? []
    if (base) return base.replace(/^docker\.io\/(library\/(?=[^/]+$))?/, '')
  }
  const step = lines.findLastIndex(line => /^Step \d+\/\d+ : /.test(line))
  const [, base] = /^Step \d+\/\d+ : FROM (?:--\S+ )*(\S+)/i.exec(lines[step] ?? '') ?? []
  return lines.slice(step).some(line => line.startsWith(' ---> ')) ? undefined : base
}

const REASON =
  /connection refused|no such host|i\/o timeout|no route to host|pull access denied|manifest unknown|unauthorized|no basic auth credentials|certificate [a-z ]+|not found/i

/** The one line for a build that failed, from the lines that it printed. Nothing secret is in a build's steps. */
export function explainBuild(name: string, lines: readonly string[]): SwarmlineError {
  const text = lines.join('\n')
  if (isDiskFull(text))
    return new SwarmlineError('disk-full', `building ${name}: no space left on the engine's disk`, {
      hint: 'free some space: docker system prune'
    })
  const base = missingBase(lines)
  if (base !== undefined) {
    const reason = REASON.exec(text)?.[0]
    return new SwarmlineError(
      'build-failed',
      `building ${name}: the base image ${base} is not available${reason ? ` (${reason})` : ''}`,
      { hint: "check its name in the Dockerfile, log in to its registry, or put it into the engine's mirror" }
    )
  }
  if (/cannot connect to the docker daemon|error during connect/i.test(text))
    return new SwarmlineError('engine-lost', `building ${name}: the engine does not answer`, {
      hint: 'see whether it still runs: swarmline ls'
    })
  if (
    /is not a docker command|unknown (?:shorthand )?flag/i.test(text) ||
    /spawn \S*docker-buildx/.test(text)
  )
    return new SwarmlineError('missing-tool', `building ${name}: there is no buildx`, {
      hint: 'install it: apt-get install docker-buildx'
    })
  const place = lines.findLast(line => /^\S+:\d+$/.test(line))
  const where = place === undefined ? '' : ` (${place})`
  return new SwarmlineError('build-failed', `building ${name}: ${lastTelling(lines)}${where}`, {
    hint: 'the last lines of the build are above'
  })
}

const TELLING = /error|fail|returned a non-zero code|not found|denied|unknown/i

function lastTelling(lines: readonly string[]): string {
  const written = lines.map(line => line.trim()).filter(line => line !== '')
  return (
    written.findLast(line => TELLING.test(line)) ??
    written.at(-1) ??
    'it failed without an error message'
  ).slice(0, 300)
}

/** The one line for a push that failed. @param attempts how often it was tried */
export function explainPush(reference: string, said: string, attempts = 1): SwarmlineError {
  const line = said.trim().split('\n').at(-1)?.slice(0, 300) ?? ''
  const hint = /denied|unauthorized|authentication required|no basic auth/i.test(said)
    ? 'log in first: docker login, or give the registry login to the action'
    : /server gave HTTP response to HTTPS client/i.test(said)
      ? 'the registry speaks plain HTTP: the engine needs it in insecure-registries'
      : /connection refused|no such host|i\/o timeout|no route to host/i.test(said)
        ? 'see whether the registry runs, and whether the engine reaches it'
        : isDiskFull(said)
          ? "free some space on the registry's disk"
          : /too ?many ?requests|rate limit|\b429\b/i.test(said)
            ? 'the registry limits how often it is asked: log in, or push again later'
            : 'push it by hand to see more: docker push'
  return new SwarmlineError(
    'push-failed',
    `pushing ${reference}${attempts > 1 ? ` (${attempts} attempts)` : ''}: ${line || 'it failed without an error message'}`,
    {
      hint
    }
  )
}
