import path from 'node:path'
import { SwarmlineError } from '../errors.ts'
import type { Endpoint, EngineEffects, TunnelState } from './engine-state.ts'
import * as ssh from './ssh.ts'

/** What goes through a connection beside the engine's socket, remembered so that it can go through the next one. */
export type Forwards = {
  /** The path here of the socket at `remotePath` there. */
  openSocket(remotePath: string, name: string): Promise<string>
  /** Where `address:port`, as the machine there sees it, answers here. May be asked again. */
  openPort(address: string, port: number): Promise<Endpoint>
  /** Asks a connection that is new for everything that the one before it forwarded. */
  again(): Promise<void>
}

/** Added to a port that is taken, or that only root may listen on. */
const PORT_STEPS = [0, 20_000, 30_000]

export function createForwards(tunnel: TunnelState, runDir: string, fx: EngineEffects): Forwards {
  const sockets = new Map<string, string>()
  const ports = new Map<string, ssh.PortForward>()
  return {
    openSocket: async (remotePath, name) => {
      const localPath = path.join(runDir, `${name}.sock`)
      await ssh.forwardSocket(tunnel, localPath, remotePath, fx)
      sockets.set(localPath, remotePath)
      return localPath
    },
    openPort: async (address, port) => {
      const host = `127.77.0.${address.split('.').at(-1)}`
      for (const localPort of PORT_STEPS.map(step => port + step).filter(p => p < 65_536)) {
        try {
          // ssh answers the repetition of a forwarding that it has with success.
          const forward = { localHost: host, localPort, remoteHost: address, remotePort: port }
          await ssh.forwardPort(tunnel, forward, fx)
          ports.set(`${host}:${localPort}`, forward)
          return { host, port: localPort }
        } catch (error) {
          if (!(error instanceof SwarmlineError) || error.code !== 'port-taken') throw error
        }
      }
      throw new SwarmlineError('port-taken', `no port is free on ${host} for ${address}:${port}`, {
        hint: 'stop what listens there'
      })
    },
    again: async () => {
      for (const [localPath, remotePath] of sockets)
        await ssh.forwardSocket(tunnel, localPath, remotePath, fx)
      for (const forward of ports.values()) await ssh.forwardPort(tunnel, forward, fx)
    }
  }
}
