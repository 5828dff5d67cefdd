// An ssh connection that dies under the client: ssh is played by functions, the sockets are real.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import http from 'node:http'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { connectEngine } from '../../../src/docker/client.ts'
import type { Effects, Exec } from '../../../src/effects/effects.ts'
import { openRemoteDoor } from '../../../src/engine/host-door.ts'
import { realEffects } from '../../support/real-effects.ts'

let folder: string
let engine: http.Server
let forward: net.Server | undefined
let isAlive = false
let calls: string[] = []

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'sl-revive-'))
  calls = []
  isAlive = false
  engine = http.createServer((request, response) => response.end(JSON.stringify({ path: request.url })))
  await new Promise<void>(resolve => engine.listen(path.join(folder, 'engine.sock'), resolve))
})
afterEach(async () => {
  cut()
  engine.closeAllConnections()
  await new Promise(resolve => engine.close(resolve))
  rmSync(folder, { recursive: true, force: true })
})

const open = new Set<net.Socket>()
/** The ssh process is killed: its socket stays behind, and nobody answers at it. */
function cut(): void {
  isAlive = false
  for (const socket of open) socket.destroy()
  forward?.close()
  forward = undefined
}

const ssh: Exec = async (_file, args) => {
  const ok = { exitCode: 0, stdout: '', stderr: '' }
  const asked = args.includes('-O') ? args[args.indexOf('-O') + 1] : args.includes('-M') ? 'open' : 'run'
  calls.push(asked ?? '')
  if (asked === 'open') isAlive = true
  if (!isAlive) return { ...ok, exitCode: 255, stderr: 'Control socket connect: No such file or directory' }
  if (asked === 'forward') {
    const [local = '', remote = ''] = (args[args.indexOf('-L') + 1] ?? '').split(':')
    rmSync(local, { force: true })
    forward = net.createServer(socket => {
      open.add(socket)
      const there = net.connect(remote)
      socket.on('error', () => there.destroy())
      there.on('error', () => socket.destroy())
      socket.pipe(there).pipe(socket)
    })
    await new Promise<void>(resolve => forward?.listen(local, resolve))
  }
  return ok
}

const openDoor = (hostKey?: string) => {
  const fx: Effects = { ...realEffects(), exec: ssh }
  return openRemoteDoor(`ssh://me@h${folder}/engine.sock`, { runDir: path.join(folder, 'run'), hostKey }, fx)
}

test('a request that only reads is made again through a new connection', async () => {
  const door = await openDoor()
  const client = connectEngine(door.socketPath, door.revive)
  expect(await client.json('GET', '/one')).toEqual({ path: '/one' })
  cut()
  calls = []
  expect(await client.json('GET', '/two')).toEqual({ path: '/two' })
  expect(calls.filter(call => call === 'open')).toHaveLength(1)
  client.close()
})

test('many that fail at once open one connection', async () => {
  const door = await openDoor()
  const client = connectEngine(door.socketPath, door.revive)
  cut()
  calls = []
  await Promise.all(['/a', '/b', '/c'].map(each => client.json('GET', each)))
  expect(calls.filter(call => call === 'open')).toHaveLength(1)
  client.close()
})

test('one that changes something is not made twice, but the next one gets through', async () => {
  const door = await openDoor()
  const client = connectEngine(door.socketPath, door.revive)
  cut()
  await expect(client.json('POST', '/change')).rejects.toMatchObject({ code: 'engine-lost' })
  expect(await client.json('POST', '/change')).toEqual({ path: '/change' })
  client.close()
})

test('a host key that was given is the only one that ssh is told of', async () => {
  await openDoor('h ssh-ed25519 AAAA')
  expect(readFileSync(path.join(folder, 'run', 'engine.known_hosts'), 'utf8')).toBe(
    'swarmline-pinned ssh-ed25519 AAAA\n'
  )
  expect(readFileSync(path.join(folder, 'run', 'engine.ssh_config'), 'utf8')).toContain(
    'HostKeyAlias swarmline-pinned'
  )
})
