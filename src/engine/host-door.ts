import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Exec } from '../effects/effects.ts'
import { SwarmlineError } from '../errors.ts'
import type { Endpoint, EngineEffects, TunnelState } from './engine.ts'
import * as ssh from './ssh.ts'
import { parseSshHost } from './ssh-target.rules.ts'

/** The way to an engine's machine: its socket as a path here, its other sockets and addresses, its programs. */
export type Door = {
  socketPath: string
  tunnel: TunnelState | undefined
  /** `on this machine`, `on build.example.org`. */
  where: string
  openSocket(remotePath: string, name: string): Promise<string>
  openPort(address: string, port: number): Promise<Endpoint>
  /** Runs a program on the engine's machine. */
  exec: Exec
  /** The group that owns the engine's socket there; `undefined` when it cannot be seen. */
  socketGid(): Promise<number | undefined>
  close(): Promise<void>
}

export const DEFAULT_DOCKER_HOST = 'unix:///var/run/docker.sock'

/** The engine's machine is this one: everything is where it says it is. */
export function localDoor(socketPath: string, fx: EngineEffects): Door {
  return {
    socketPath,
    tunnel: undefined,
    where: 'on this machine',
    openSocket: async remotePath => remotePath,
    openPort: async (host, port) => ({ host, port }),
    exec: fx.exec,
    socketGid: async () => (await stat(socketPath).catch(() => undefined))?.gid,
    close: async () => undefined
  }
}

/** Opens the connection to another machine and its engine's socket. */
export async function openRemoteDoor(dockerHost: string, runDir: string, fx: EngineEffects): Promise<Door> {
  const { target, remoteSocket } = parseSshHost(dockerHost)
  const tunnel = await ssh.openTunnel(target, { folder: runDir, name: 'engine' }, fx)
  const socketPath = path.join(runDir, 'docker.sock')
  try {
    await ssh.forwardSocket(tunnel, socketPath, remoteSocket, fx)
  } catch (error) {
    await ssh.closeTunnel(tunnel, fx)
    throw error
  }
  return {
    ...remoteDoor(tunnel, socketPath, runDir, fx),
    socketGid: async () => {
      const said = await ssh.run(tunnel, ['stat', '-L', '-c', '%g', remoteSocket], fx, { isChecked: false })
      return /^\d+$/.test(said.stdout.trim()) ? Number(said.stdout) : undefined
    }
  }
}

/** A connection that an earlier command opened. */
export function remoteDoor(tunnel: TunnelState, socketPath: string, runDir: string, fx: EngineEffects): Door {
  return {
    socketPath,
    tunnel,
    where: `on ${tunnel.host}`,
    openSocket: async (remotePath, name) => {
      const localPath = path.join(runDir, `${name}.sock`)
      await ssh.forwardSocket(tunnel, localPath, remotePath, fx)
      return localPath
    },
    openPort: (address, port) => openPort(tunnel, address, port, fx),
    exec: (file, args, options) => ssh.run(tunnel, [file, ...args], fx, options),
    socketGid: async () => undefined,
    close: () => ssh.closeTunnel(tunnel, fx)
  }
}

/** Added to a port that is taken, or that only root may listen on. */
const PORT_STEPS = [0, 20_000, 30_000]

/** ssh answers the repetition of a forwarding that it has with success, so this may be asked again. */
async function openPort(
  tunnel: TunnelState,
  address: string,
  port: number,
  fx: EngineEffects
): Promise<Endpoint> {
  const host = `127.77.0.${address.split('.').at(-1)}`
  for (const localPort of PORT_STEPS.map(step => port + step).filter(p => p < 65_536)) {
    try {
      await ssh.forwardPort(tunnel, { localHost: host, localPort, remoteHost: address, remotePort: port }, fx)
      return { host, port: localPort }
    } catch (error) {
      if (!(error instanceof SwarmlineError) || error.code !== 'port-taken') throw error
    }
  }
  throw new SwarmlineError('port-taken', `no port is free on ${host} for ${address}:${port}`, {
    hint: 'stop what listens there'
  })
}
