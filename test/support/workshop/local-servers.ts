// The backend of a solution as processes of this machine: three servers that call themselves differently, one Redis that
// wants its password, and an engine that asks for their health. What they answer is judged by the grader’s own checks.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { systemClock } from '../../../src/effects/clock.ts'
import { waitFor } from '../../../src/effects/wait-for.ts'
import { freePort, startRedis, writePassword } from '../workload.ts'
import type { Folder } from './folder.ts'
import { writeFolder } from './folder.ts'

/** As containers are called: the first twelve digits of an id. */
export const HOSTNAMES = ['aaaaaaaaaaa1', 'aaaaaaaaaaa2', 'aaaaaaaaaaa3']

export type LocalServers = { ports: number[]; stop(): Promise<void> }

/** How a solution’s server is started: program, arguments, and what its files must say otherwise than in a container. */
export type Launch = {
  /** Within the solution. */
  cwd: string
  argv(port: number): string[]
  env?(about: { redisPort: number; passwordFile: string; port: number }): Record<string, string>
}

export async function startServers(folder: Folder, launch: Launch): Promise<LocalServers> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'servers-'))
  const passwordFile = writePassword(scratch, 'koekje van eigen deeg\n')
  const redis = await startRedis(scratch, passwordFile)
  const running: ChildProcess[] = []
  const stop = async (): Promise<void> => {
    for (const child of running) child.kill('SIGKILL')
    await redis.stop('SIGKILL')
    rmSync(scratch, { recursive: true, force: true })
  }
  try {
    writeFolder(scratch, localised(folder, redis.port, passwordFile))
    const ports: number[] = []
    for (const name of HOSTNAMES) {
      const port = await freePort()
      const own = launch.env?.({ redisPort: redis.port, passwordFile, port }) ?? {}
      const argv = launch.argv(port)
      // A name of its own, as a container has.
      const named = ['--uts', 'sh', '-c', 'hostname "$0" && exec "$@"', name, ...argv]
      running.push(
        spawn('unshare', named, {
          cwd: path.join(scratch, launch.cwd),
          env: { PATH: process.env.PATH ?? '', HOSTNAME: name, ...own },
          stdio: 'ignore'
        })
      )
      ports.push(port)
    }
    for (const port of ports)
      await waitFor(`an answer on port ${port}`, async () => (await listens(port)) || undefined, {
        clock: systemClock,
        deadlineMs: 60_000,
        everyMs: 20
      })
    writeFileSync(path.join(scratch, 'ready'), '')
    return { ports, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The names of a container’s world are those of this machine: where Redis is, and the secret’s file. */
function localised(folder: Folder, redisPort: number, passwordFile: string): Folder {
  return new Map(
    [...folder].map(([file, { text, isExecutable }]) => [
      file,
      {
        isExecutable,
        text: text
          .replace(/connect\('(?:redis|store|numbers)', 6379/g, `connect('127.0.0.1', ${redisPort}`)
          .replaceAll('/run/secrets/db_password', passwordFile)
      }
    ])
  )
}

const listens = (port: number): Promise<boolean> =>
  new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })

/** Asks every server for a path, again and again, as health checks and Prometheus do. */
export function askRepeatedly(ports: readonly number[], page: string, everyMs: number): () => void {
  const timer = setInterval(() => {
    for (const port of ports)
      void fetch(`http://127.0.0.1:${port}${page}`).then(
        answer => answer.text(),
        () => undefined
      )
  }, everyMs)
  return () => clearInterval(timer)
}
