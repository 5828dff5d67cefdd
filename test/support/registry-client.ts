// What a test asks of a registry and of an engine that uses it.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { connectEngine } from '../../src/docker/client.ts'
import { readProgress } from '../../src/docker/progress.ts'

/** The Basic credentials in a docker client's folder, for a registry. */
export function credentialsIn(dockerConfigDir: string, registry: string): string {
  const config = JSON.parse(readFileSync(path.join(dockerConfigDir, 'config.json'), 'utf8'))
  return config.auths[registry].auth
}

/** The status that a registry answers with. */
export async function statusOf(url: string, auth?: string, method = 'GET'): Promise<number> {
  const answer = await fetch(url, { method, headers: auth ? { authorization: `Basic ${auth}` } : {} })
  await answer.arrayBuffer()
  return answer.status
}

/** Pulls on the engine at `socketPath`, without a login. Throws with the engine's words. */
export async function pull(socketPath: string, name: string, tag: string): Promise<void> {
  await transfer(socketPath, `/images/create`, { fromImage: name, tag }, undefined)
}

/** Pushes from the engine at `socketPath`, with Basic credentials or none. Throws with the engine's words. */
export async function push(socketPath: string, name: string, tag: string, auth?: string): Promise<void> {
  await transfer(socketPath, `/images/${name}/push`, { tag }, auth ?? '')
}

async function transfer(
  socketPath: string,
  url: string,
  query: Record<string, string>,
  auth: string | undefined
): Promise<void> {
  const client = connectEngine(socketPath)
  const [username = '', password = ''] = Buffer.from(auth ?? '', 'base64')
    .toString()
    .split(/:(.*)/)
  // Docker wants base64url with its padding.
  const header = Buffer.from(JSON.stringify({ username, password }))
    .toString('base64')
    .replaceAll('+', '-')
    .replaceAll('/', '_')
  try {
    const answer = await client.stream('POST', url, {
      query,
      timeoutMs: 60_000,
      ...(auth === undefined ? {} : { headers: { 'x-registry-auth': header } })
    })
    await readProgress(url, answer)
  } finally {
    client.close()
  }
}
