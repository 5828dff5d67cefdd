// A real swarm of one node on a private engine, with images that need no registry.
import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'
import { connectEngine, type EngineClient } from '../../src/docker/client.ts'
import type { DockerCommand } from '../../src/docker/command.ts'
import { startDockerd } from './dockerd.ts'
import { importTinyImage } from './tiny-image.ts'

export { realEffects } from './real-effects.ts'

export type SwarmOfOne = { client: EngineClient; docker: DockerCommand; stop(): Promise<void> }

/** Its tasks use the images that are there and pull nothing; ports other tests do not use. */
export async function startSwarmOfOne(images: readonly string[]): Promise<SwarmOfOne> {
  process.env.DOCKER_SERVICE_PREFER_OFFLINE_IMAGE = '1'
  const engine = await startDockerd()
  const client = connectEngine(engine.socketPath)
  const stop = async (): Promise<void> => {
    client.close()
    await engine.stop()
  }
  try {
    const port = await freeSwarmPort()
    const address = `127.0.0.1:${port}`
    await client.json('POST', '/swarm/init', {
      body: { ListenAddr: address, AdvertiseAddr: address, DataPathPort: port + 10_000 },
      timeoutMs: 240_000
    })
    for (const image of images) await importTinyImage(client, image)
    return { client, docker: { file: 'docker', configDir: engine.folder, env: {} }, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** A TCP port whose UDP port 10,000 above is free, too: the one for managers, the other for overlay networks. */
async function freeSwarmPort(): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    const port = 20_000 + Math.floor(Math.random() * 10_000)
    if ((await isFreeTcp(port)) && (await isFreeUdp(port + 10_000))) return port
  }
  throw new Error('no port is free for a swarm')
}

const isFreeTcp = (port: number): Promise<boolean> =>
  new Promise(resolve => {
    const server = createServer().once('error', () => resolve(false))
    server.listen(port, () => server.close(() => resolve(true)))
  })

const isFreeUdp = (port: number): Promise<boolean> =>
  new Promise(resolve => {
    const socket = createSocket('udp4').once('error', () => {
      socket.close()
      resolve(false)
    })
    socket.bind(port, () => socket.close(() => resolve(true)))
  })
