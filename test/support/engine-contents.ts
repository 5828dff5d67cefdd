// Everything that an engine holds besides images, whoever made it: a test compares before and after.
import { connectEngine } from '../../src/docker/client.ts'

/** One line for each container, network and volume. */
export async function engineContents(socketPath: string): Promise<string[]> {
  const client = connectEngine(socketPath)
  try {
    const containers = await client.json<{ Names: string[] }[]>('GET', '/containers/json', {
      query: { all: true }
    })
    const networks = await client.json<{ Name: string }[]>('GET', '/networks')
    const volumes = await client.json<{ Volumes: { Name: string }[] | null }>('GET', '/volumes')
    return [
      ...containers.map(container => `container ${container.Names.join()}`),
      ...networks.map(network => `network ${network.Name}`),
      ...(volumes.Volumes ?? []).map(volume => `volume ${volume.Name}`)
    ].sort()
  } finally {
    client.close()
  }
}
