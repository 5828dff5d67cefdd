// The way to an engine behind ssh, against OpenSSH's own client and server; the engine is a small HTTP server.
import { mkdtempSync, rmSync } from 'node:fs'
import http from 'node:http'
import net from 'node:net'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { connectEngine } from '../../../src/docker/client.ts'
import type { Effects } from '../../../src/effects/effects.ts'
import { type Door, openRemoteDoor } from '../../../src/engine/host-door.ts'
import { realEffects } from '../../support/real-effects.ts'
import { describeIf } from '../../support/requires.ts'
import { makeKey, type PrivateSshd, startSshd, whyNoSshd } from '../../support/sshd.ts'

const whyNot = whyNoSshd()

describeIf(whyNot === undefined, whyNot ?? '', 'an engine behind ssh', () => {
  const folder = mkdtempSync('/tmp/sl-sshd-')
  const real = realEffects()
  const fx: Effects = {
    ...real,
    exec: (file, args, options) =>
      real.exec(file, args, { ...options, env: { ...options?.env, ...sshd.env } })
  }
  const engine = http.createServer((request, response) => response.end(JSON.stringify({ path: request.url })))
  let sshd: PrivateSshd
  let door: Door | undefined

  beforeAll(async () => {
    await new Promise<void>(resolve => engine.listen(path.join(folder, 'engine.sock'), resolve))
    sshd = await startSshd(folder)
  })
  afterEach(async () => {
    await door?.close()
    door = undefined
  })
  afterAll(async () => {
    await sshd?.stop()
    engine.closeAllConnections()
    await new Promise(resolve => engine.close(resolve))
    rmSync(folder, { recursive: true, force: true })
  })

  const open = async (hostKey: string): Promise<Door> => {
    const runDir = path.join(folder, 'run')
    door = await openRemoteDoor(`${sshd.address}${folder}/engine.sock`, { runDir, hostKey }, fx)
    return door
  }

  test('answers when its host key is the one that was given', async () => {
    const { socketPath, exec } = await open(sshd.hostKey)
    const client = connectEngine(socketPath)
    expect(await client.json('GET', '/version')).toEqual({ path: '/version' })
    client.close()
    expect(await exec('printf', ['%s', 'a "b" $c'])).toMatchObject({ exitCode: 0, stdout: 'a "b" $c' })
  })

  test('is opened by a private key in a file, with no agent, and by no other', async () => {
    const noAgent: Effects = {
      ...real,
      exec: (file, args, options) =>
        real.exec(file, args, { ...options, env: { ...options?.env, SSH_AUTH_SOCK: undefined } })
    }
    const openBy = (identityPath: string): Promise<Door> =>
      openRemoteDoor(
        `${sshd.address}${folder}/engine.sock`,
        { runDir: path.join(folder, 'run'), hostKey: sshd.hostKey, identityPath },
        noAgent
      )
    door = await openBy(path.join(folder, 'user'))
    const client = connectEngine(door.socketPath)
    expect(await client.json('GET', '/version')).toEqual({ path: '/version' })
    client.close()
    await door.close()
    door = undefined
    makeKey(path.join(folder, 'stranger'))
    await expect(openBy(path.join(folder, 'stranger'))).rejects.toMatchObject({
      code: 'no-engine',
      message: expect.stringMatching(/refuses the login/)
    })
  })

  test('is refused with any other', async () => {
    await expect(open(makeKey(path.join(folder, 'other')))).rejects.toMatchObject({
      code: 'no-engine',
      message: expect.stringMatching(/key/)
    })
  })

  test('is reached through a server that hangs up for a while, as one with too many visitors does', async () => {
    const there = new URL(sshd.address)
    let greetings = 0
    const gate = net.createServer(socket => {
      greetings++
      if (greetings < 3) return void socket.destroy()
      const server = net.connect({ host: there.hostname, port: Number(there.port) })
      for (const [one, other] of [
        [socket, server],
        [server, socket]
      ] as const)
        one.on('error', () => other.destroy()).pipe(other)
    })
    await new Promise<void>(resolve => gate.listen(0, '127.0.0.1', resolve))
    const { port } = gate.address() as net.AddressInfo
    const address = `ssh://${there.username}@127.0.0.1:${port}${folder}/engine.sock`
    door = await openRemoteDoor(address, { runDir: path.join(folder, 'run'), hostKey: sshd.hostKey }, fx)
    const client = connectEngine(door.socketPath)
    expect(await client.json('GET', '/late')).toEqual({ path: '/late' })
    client.close()
    expect(greetings).toBe(3)
    await door.close()
    await new Promise(resolve => gate.close(resolve))
  })

  test('answers again after ssh was killed in the middle', async () => {
    const { socketPath, tunnel, revive, openPort } = await open(sshd.hostKey)
    const client = connectEngine(socketPath, revive)
    const masterPid = async (): Promise<number | undefined> => {
      const args = ['-F', tunnel?.configPath ?? '', '-O', 'check', tunnel?.host ?? '']
      const pid = /pid=(\d+)/.exec((await fx.exec('ssh', args, { isChecked: false })).stderr)?.[1]
      return pid === undefined ? undefined : Number(pid)
    }
    expect(await client.json('GET', '/one')).toEqual({ path: '/one' })
    const server = http.createServer((_, response) => response.end('there'))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const there = await openPort('127.0.0.1', (server.address() as { port: number }).port)
    const before = await masterPid()
    if (before === undefined) throw new Error('there is no connection to kill')
    process.kill(before, 'SIGKILL')
    for (let tries = 0; (await masterPid()) !== undefined; tries++)
      if (tries > 500) throw new Error('the connection outlives its process')
    expect(await client.json('GET', '/two')).toEqual({ path: '/two' })
    expect(await masterPid()).toEqual(expect.any(Number))
    // What else went through the connection goes through the new one.
    expect(await (await fetch(`http://${there.host}:${there.port}/`)).text()).toBe('there')
    client.close()
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  })
})
