import { SwarmlineError } from '../errors.ts'

/** The causes that ssh names in its own words, and the way out of each. The first that fits counts. */
const CAUSES: readonly { words: RegExp; what: string; hint: (host: string) => string }[] = [
  {
    words: /REMOTE HOST IDENTIFICATION HAS CHANGED|host key for .* has changed/i,
    what: 'its host key is not the known one',
    hint: host => `if that is meant, remove the old key: ssh-keygen -R ${host}`
  },
  {
    words: /host key is known for|host key verification failed/i,
    what: 'its host key is unknown',
    hint: host => `connect once by hand and compare the fingerprint: ssh ${host}`
  },
  {
    words: /permission denied|too many authentication failures/i,
    what: 'it refuses the login',
    hint: host => `make this work without a question first: ssh -o BatchMode=yes ${host} true`
  },
  {
    words: /could not resolve|name or service not known/i,
    what: 'its name does not resolve',
    hint: () => 'see the name in DOCKER_HOST'
  },
  {
    words: /timed out|connection refused|no route to host|connection reset|connection closed|kex_exchange/i,
    what: 'it does not answer',
    hint: host => `see whether its ssh server runs: ssh ${host}`
  },
  {
    words: /administratively prohibited|open failed/i,
    what: 'its ssh server does not allow the forwarding',
    hint: () => 'allow AllowStreamLocalForwarding and AllowTcpForwarding there'
  }
]

/** The error for what `ssh` said on standard error when it failed to connect or to forward. */
export function explainSsh(host: string, stderr: string): SwarmlineError {
  const cause = CAUSES.find(c => c.words.test(stderr))
  const last = stderr
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
    .at(-1)
  return new SwarmlineError(
    'no-engine',
    `no connection to ${host} by ssh: ${cause?.what ?? last ?? 'no reason given'}`,
    {
      hint: cause?.hint(host) ?? `see: ssh -v ${host}`
    }
  )
}
