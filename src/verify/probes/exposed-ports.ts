import type { ProbeSource } from './probe-run.ts'

type Inspected = { Config?: { ExposedPorts?: Record<string, unknown> | null } }

/**
 * The TCP ports on which containers should listen, as their images' EXPOSE and their services' ports have it. Of those
 * that cannot be asked nothing is said.
 */
export async function exposedBy(
  sources: readonly ProbeSource[],
  signal: AbortSignal
): Promise<Map<string, number[]>> {
  const found = await Promise.all(
    sources.map(async ({ key, engine, containerId }) => {
      const read = engine.json<Inspected>('GET', `/containers/${containerId}/json`, { signal })
      const inspected = await read.catch(() => undefined)
      return inspected ? [[key, portsIn(inspected)] as const] : []
    })
  )
  return new Map(found.flat())
}

function portsIn({ Config }: Inspected): number[] {
  return Object.keys(Config?.ExposedPorts ?? {}).flatMap(name => {
    const port = /^(\d{1,5})\/tcp$/.exec(name)?.[1]
    return port === undefined ? [] : [Number(port)]
  })
}
