/** What the workload says of itself in its answer to `/`. */
export type ReplicaAnswer =
  | { isReadable: true; hostname: string; visits: number | undefined }
  | { isReadable: false; problem: string }

const HOSTNAME = /^[a-z0-9][a-z0-9._-]{0,252}$/i

/**
 * Reads the workload's text: `I am the backend server`, `The responding server is: <hostname>` and, once there
 * is a Redis, `Number of visits: <n>`. Order and other lines do not matter. `visits` is `undefined` without its line,
 * and where that has no whole number: who answers is another question. The text comes from the checked service, so
 * nothing in it is believed beyond these three forms.
 */
export function readReplicaAnswer(body: string): ReplicaAnswer {
  const lines = body.split(/\r?\n/).map(line => line.trim())
  if (!lines.includes('I am the backend server'))
    return { isReadable: false, problem: 'no line `I am the backend server`' }
  const hostname = valueAfter(lines, 'The responding server is:')
  if (hostname === undefined)
    return { isReadable: false, problem: 'no line `The responding server is: <hostname>`' }
  if (!HOSTNAME.test(hostname))
    return { isReadable: false, problem: 'the responding server is not a hostname' }
  const visits = valueAfter(lines, 'Number of visits:')
  const isNumber = visits !== undefined && /^\d{1,15}$/.test(visits)
  return { isReadable: true, hostname, visits: isNumber ? Number(visits) : undefined }
}

function valueAfter(lines: string[], label: string): string | undefined {
  return lines
    .find(line => line.startsWith(label))
    ?.slice(label.length)
    .trim()
}
