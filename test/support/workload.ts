// Runs the workload's own programs on loopback, without containers: the Redis image's entrypoint around Debian's
// redis-server, and the backend's start script around Debian's PHP.
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { systemClock } from '../../src/effects/clock.ts'
import { waitFor } from '../../src/effects/wait-for.ts'

const root = path.resolve(import.meta.dirname, '../..')

export type Running = {
  pid: number
  port: number
  /** All that it printed so far. */
  output(): string
  /** Signals its first process only, as an engine does, and waits for its end: the exit status. */
  stop(signal?: NodeJS.Signals): Promise<number>
}

export const scratchFolder = (): string => mkdtempSync(path.join(tmpdir(), 'workload-'))

export function writePassword(folder: string, content: string | Uint8Array): string {
  const file = path.join(mkdtempSync(path.join(folder, 'secret-')), 'db_password')
  writeFileSync(file, content, { mode: 0o600 })
  return file
}

/** What the base image does before it starts Redis is its own business; here nothing. */
function baseImage(folder: string): string {
  const bin = path.join(folder, 'base-image')
  mkdirSync(bin, { recursive: true })
  writeFileSync(path.join(bin, 'docker-entrypoint.sh'), '#!/bin/sh\nexec "$@"\n')
  chmodSync(path.join(bin, 'docker-entrypoint.sh'), 0o755)
  return bin
}

export function spawnRedis(folder: string, env: Record<string, string>, args: string[]): Launched {
  const data = path.join(folder, 'data')
  mkdirSync(data, { recursive: true })
  return launch(path.join(root, 'redis/override_entrypoint.sh'), args, data, {
    PATH: `${baseImage(folder)}:${process.env.PATH}`,
    ...env
  })
}

export async function startRedis(folder: string, passwordFile: string, port?: number): Promise<Running> {
  const at = port ?? (await freePort())
  const args = ['redis-server', '--bind', '127.0.0.1', '--port', String(at)]
  const started = spawnRedis(folder, { REDIS_PASSWORD_FILE: passwordFile }, args)
  return running(started, at)
}

export async function startBackend(redisPort: number, passwordFile: string): Promise<Running> {
  const port = await freePort()
  const temporary = scratchFolder()
  const started = launch(path.join(root, 'backend/serve.sh'), [], root, {
    PATH: process.env.PATH ?? '',
    LISTEN: `127.0.0.1:${port}`,
    WEB_ROOT: path.join(root, 'backend/web'),
    TMPDIR: temporary,
    REDIS_HOST: '127.0.0.1',
    REDIS_PORT: String(redisPort),
    REDIS_PASSWORD_FILE: passwordFile
  })
  void started.ended.then(() => rmSync(temporary, { recursive: true, force: true }))
  return running(started, port)
}

type Launched = { child: ChildProcess; output: () => string; ended: Promise<number> }

function launch(file: string, args: string[], cwd: string, env: Record<string, string>): Launched {
  // In a process group of its own, as in a container: the backend signals its whole group.
  const child = spawn(file, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (text += chunk))
  const ended = new Promise<number>(resolve => child.on('close', code => resolve(code ?? 128)))
  return { child, output: () => text, ended }
}

async function running({ child, output, ended }: Launched, port: number): Promise<Running> {
  await waitFor(`an answer on port ${port}`, async () => (await answers(port)) || undefined, {
    clock: systemClock,
    deadlineMs: 120_000,
    everyMs: 20
  })
  return {
    pid: child.pid ?? 0,
    port,
    output,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal)
      return ended
    }
  }
}

const answers = (port: number): Promise<boolean> =>
  new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** Sends commands on one connection, and answers the first line of each reply: `+PONG`, `-NOAUTH …`, `:3`, `$1`. */
export function askRedis(port: number, ...commands: (string | Uint8Array)[][]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, '127.0.0.1').on('error', reject)
    let text = ''
    socket.setTimeout(60_000, () => socket.destroy(new Error('Redis does not answer')))
    socket.on('data', chunk => {
      text += chunk
      const lines = text.split('\r\n').filter(line => /^[-+:$]/.test(line))
      if (lines.length < commands.length) return
      socket.end()
      resolve(lines)
    })
    for (const words of commands) {
      socket.write(`*${words.length}\r\n`)
      for (const word of words.map(each => Buffer.from(each))) {
        socket.write(`$${word.length}\r\n`)
        socket.write(word)
        socket.write('\r\n')
      }
    }
  })
}
