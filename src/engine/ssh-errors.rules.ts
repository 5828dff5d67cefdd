import { SwarmlineError } from '../errors.ts'

/** The machine that ssh was to reach, as people name it and look at it. */
export type Reached = {
  /** `ops@build.example.org`, `the VM`. */
  name: string
  /** What a person types to get there; without it nobody but us can. */
  command?: string
  /** Its name in known_hosts: `host`, `[host]:2222`. */
  knownAs?: string
  /** Where its own log is, on this machine. */
  logPath?: string
}

type Cause = {
  words: RegExp
  what: string
  /** The way out for whoever can reach the machine by hand. */
  hint: (by: { command: string; knownAs: string }) => string
  /** A little later the same attempt may succeed. */
  isPassing?: true
}

/** The causes that ssh names in its own words, and the way out of each. The first that fits counts. */
const CAUSES: readonly Cause[] = [
  {
    words: /REMOTE HOST IDENTIFICATION HAS CHANGED|host key for .* has changed/i,
    what: 'its host key is not the known one',
    hint: ({ knownAs }) => `if that is expected, remove the old key: ssh-keygen -R ${knownAs}`
  },
  {
    words: /host key is known for|host key verification failed/i,
    what: 'its host key is unknown',
    hint: ({ command }) => `connect once by hand and compare the fingerprint: ${command}`
  },
  {
    words: /permission denied|too many authentication failures/i,
    what: 'it refuses the login',
    hint: ({ command }) =>
      `make this work without a prompt first: ${command.replace(/^ssh /, 'ssh -o BatchMode=yes ')} true`
  },
  {
    words: /could not resolve|name or service not known/i,
    what: 'its name does not resolve',
    hint: () => 'check the name in DOCKER_HOST'
  },
  {
    words: /connection refused/i,
    what: 'nothing listens there',
    hint: ({ command }) => `see whether its ssh server runs: ${command}`,
    isPassing: true
  },
  {
    // What a server does that has too many visitors (MaxStartups), or punishes one (PerSourcePenalties).
    words: /kex_exchange|banner exchange|not allowed at this time|connection (?:reset|closed)|broken pipe/i,
    what: 'its ssh server closes the connection',
    hint: ({ command }) =>
      `see its log (sshd drops connections when there are too many), and try: ${command}`,
    isPassing: true
  },
  {
    words: /timed out|did not finish|no route to host|network is unreachable/i,
    what: 'it does not answer',
    hint: ({ command }) => `see whether its ssh server runs: ${command}`,
    isPassing: true
  },
  {
    words: /administratively prohibited|open failed/i,
    what: 'its ssh server does not allow the forwarding',
    hint: () => 'allow AllowStreamLocalForwarding and AllowTcpForwarding there'
  }
]

const causeOf = (stderr: string): Cause | undefined => CAUSES.find(cause => cause.words.test(stderr))

/** May the same attempt succeed a little later? */
export const isPassingSsh = (stderr: string): boolean => causeOf(stderr)?.isPassing ?? false

/** The last thing that ssh said on standard error. */
export const lastLineOf = (stderr: string): string | undefined =>
  stderr
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
    .at(-1)

/**
 * The error for what `ssh` said on standard error when it failed to connect or to forward.
 *
 * @param waitedMs how long it was tried again, when it was
 */
export function explainSsh(to: Reached, stderr: string, waitedMs = 0): SwarmlineError {
  const cause = causeOf(stderr)
  const last = lastLineOf(stderr)
  const what = cause?.what ?? last ?? 'no reason given'
  const said = cause && last ? ` (ssh said: ${last})` : ''
  const tried = waitedMs >= 1000 ? `, tried again for ${Math.round(waitedMs / 1000)} s` : ''
  return new SwarmlineError('no-engine', `no connection to ${to.name} by ssh: ${what}${said}${tried}`, {
    hint: hintFor(to, cause)
  })
}

function hintFor({ name, command, knownAs, logPath }: Reached, cause: Cause | undefined): string {
  if (logPath !== undefined) return `see its log: ${logPath}`
  if (command === undefined) return 'see what this machine can do: swarmline doctor'
  return cause?.hint({ command, knownAs: knownAs ?? name }) ?? `see: ${command.replace(/^ssh /, 'ssh -v ')}`
}
