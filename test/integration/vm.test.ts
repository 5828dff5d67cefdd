import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { connect } from 'node:net'
import { homedir, networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { connectEngine } from '../../src/docker/client.ts'
import { importImage } from '../../src/docker/import-image.ts'
import type { ApiInfo } from '../../src/docker/types.ts'
import { waitFor } from '../../src/effects/wait-for.ts'
import type { Engine } from '../../src/engine/engine-state.ts'
import { withQmp } from '../../src/engine/qmp.ts'
import { openTunnel, run } from '../../src/engine/ssh.ts'
import { attachVm } from '../../src/engine/vm/attach.ts'
import { buildVm } from '../../src/engine/vm/build.ts'
import { checkpointVm } from '../../src/engine/vm/checkpoint.ts'
import { type Emulator, fasterQemu } from '../../src/engine/vm/emulator.ts'
import { endVm } from '../../src/engine/vm/end.ts'
import type { VmFiles } from '../../src/engine/vm/files.ts'
import { readRecord, runFolder, type VmState } from '../../src/engine/vm/run-folder.ts'
import { findSnapshot } from '../../src/engine/vm/snapshots.ts'
import { startVm } from '../../src/engine/vm/start.ts'
import { openVmTunnel } from '../../src/engine/vm/tunnel.ts'
import { obtainPackages } from '../../src/images/offline/obtain.ts'
import { footprint, leftSince } from '../support/leftovers.ts'
import { networkSockets, socketsDuring } from '../support/qemu-sockets.ts'
import { realEffects } from '../support/real-effects.ts'
import { hasFrameTo, listening } from '../support/traffic.ts'

const MINUTE = 60_000
const cacheDir = process.env.SWARMLINE_CACHE ?? join(homedir(), '.cache', 'swarmline')
const scratch = mkdtempSync(join(tmpdir(), 'swarmline-vm-test-'))
const runDir = join(scratch, 'vm')
const fx = realEffects()
const key = `test-${process.pid}`
const clean = footprint(runDir)

/** What is left of our VM, while other tests may run beside this one. */
const left = () => leftSince(clean, runDir, entry => entry.includes(scratch) || entry.includes(': 127.77.0.'))

let files: VmFiles
let emulator: Emulator | undefined
let state: VmState
let engine: Engine
let fingerprint: string

/** Runs a line of shell in the VM; what it prints. */
async function inVm(script: string): Promise<string> {
  const tunnel = await openVmTunnel(runFolder(runDir), fx)
  const said = await run(tunnel, ['sh', '-c', script], fx, { isChecked: false, timeoutMs: 240_000 })
  return (said.stdout + said.stderr).trim()
}

/** A web server at `address` in the network that a cluster makes, from an image of nothing but folders. */
async function startHttpd(address: string): Promise<void> {
  const client = connectEngine(engine.socketPath)
  const folders = ['usr', 'proc', 'sys', 'dev', 'etc', 'tmp', 'www'].map(path => ({
    kind: 'folder' as const,
    path
  }))
  const page = { kind: 'file' as const, path: 'www/index.html', content: 'hello from the VM' }
  const links = ['bin', 'lib', 'lib64'].map(path => ({ kind: 'link' as const, path, target: `usr/${path}` }))
  await importImage(client, 'httpd:test', [...folders, page, ...links])
  await client.json('POST', '/networks/create', {
    body: {
      Name: 'cluster',
      Driver: 'bridge',
      IPAM: { Config: [{ Subnet: '10.79.0.0/24', Gateway: '10.79.0.2' }] },
      Options: { 'com.docker.network.bridge.name': engine.bridge }
    }
  })
  const { Id } = await client.json<{ Id: string }>('POST', '/containers/create', {
    query: { name: 'httpd' },
    body: {
      Image: 'httpd:test',
      Cmd: ['/usr/bin/busybox', 'httpd', '-f', '-p', '8080', '-h', '/www'],
      HostConfig: { NetworkMode: 'cluster', Binds: ['/usr:/usr:ro'] },
      NetworkingConfig: { EndpointsConfig: { cluster: { IPAMConfig: { IPv4Address: address } } } }
    }
  })
  await client.json('POST', `/containers/${Id}/start`)
  client.close()
}

/** An archive as a VM is stocked with: one layer with one file. */
async function writeSmallStock(file: string): Promise<boolean> {
  const folder = join(scratch, 'stock')
  for (const path of ['template/overlay2/one', 'registry', 'layer'])
    mkdirSync(join(folder, path), { recursive: true })
  writeFileSync(join(folder, 'layer/hello'), 'from a layer')
  writeFileSync(join(folder, 'layers'), 'one blob\n')
  execFileSync('tar', ['-cf', join(folder, 'registry/blob'), '-C', join(folder, 'layer'), 'hello'])
  execFileSync('tar', ['-cf', file, '-C', folder, 'template', 'registry', 'layers'])
  return true
}

/** The web server's page, as soon as it serves. */
const page = () =>
  waitFor(
    'the web server in the VM',
    async () => {
      const answer = await fetch('http://127.77.0.11:8080/', { signal: AbortSignal.timeout(10_000) }).catch(
        () => undefined
      )
      return answer?.text()
    },
    { clock: fx.clock, deadlineMs: 120_000 }
  )

beforeAll(async () => {
  files = await buildVm({ suite: 'trixie', cacheDir }, fx)
  emulator = await fasterQemu({ cacheDir, obtain: obtainPackages(cacheDir) }, fx)
}, 20 * MINUTE)

afterAll(async () => {
  if (state) await endVm(state, fx)
  rmSync(scratch, { recursive: true, force: true })
})
/** A connection (state 01: established) from here to 127.77.0.11:8080, as /proc writes it. */
const isVisit = (socket: string) => /^tcp 0B004D7F:1F90 \S+ 01$/.test(socket)

describe('a VM of our own', () => {
  test('boots, and its engine answers', async () => {
    const request = { files, emulator, runDir, cacheDir, snapshotKeys: [key], stock: writeSmallStock }
    const started = await startVm(request, fx)
    state = started.state
    expect(started.restoredKey).toBeUndefined()
    engine = await attachVm(state, fx)
    const client = connectEngine(engine.socketPath)
    const info = await client.json<ApiInfo>('GET', '/info')
    client.close()
    expect(info).toMatchObject({ Driver: 'overlay2', Name: 'swarmline-vm', CgroupVersion: '2' })
    expect(engine).toMatchObject({ kind: 'vm', hasMesh: true, version: info.ServerVersion })
  })

  test('boots without anybody knocking at its sshd: the first connection is the one that is used', async () => {
    const log = await inVm('cat /run/sshd.log')
    expect(log.match(/Accepted publickey/g)).toHaveLength(1)
    expect(log).not.toMatch(/kex_exchange_identification|banner|Connection (?:closed|reset)/)
  })

  test('has unpacked its stock by the time its engine answers, and nobody else keeps a copy', async () => {
    expect(await inVm('cat /data/template/overlay2/one/diff/hello; ls /data /data/registry')).toBe(
      'from a layer/data:\nregistry\ntemplate\n\n/data/registry:\nblob'
    )
    expect(existsSync(join(runDir, 'stock.tar'))).toBe(false)
  })

  test('its kernel can carry a mesh, and its /usr what a node needs', async () => {
    expect(await inVm('grep -c "IP Virtual Server" /proc/net/ip_vs')).toBe('1')
    expect(await inVm('ls /sys/module | grep -cxE "vxlan|br_netfilter|overlay|veth|xt_ipvs"')).toBe('5')
    const programs = 'dockerd containerd runc iptables tini ip busybox node-init docker'
    expect(await inVm(`for p in ${programs}; do which $p > /dev/null || echo $p is missing; done`)).toBe('')
  })

  test('a person gets in with the ssh configuration in its folder, and a docker client too', async () => {
    const ssh = ['-F', join(runDir, 'ssh_config'), 'swarmline-vm']
    const ping = 'GET /_ping HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n\r\n'
    const said = await fx.exec('ssh', [...ssh, 'docker system dial-stdio'], {
      input: ping,
      timeoutMs: 120_000
    })
    expect(said.stdout).toMatch(/^HTTP\/1.1 200 OK/)
  })

  test('nobody gets in whose host keys do not name it', async () => {
    const { sshPort } = await readRecord(runFolder(runDir))
    const stranger = { kind: 'user' as const, host: '127.77.0.2', user: 'root', port: sshPort }
    const attempt = openTunnel(stranger, { folder: join(scratch, 'stranger'), name: 'x' }, fx)
    await expect(attempt).rejects.toMatchObject({
      code: 'no-engine',
      message: expect.stringContaining('unknown')
    })
    expect(readdirSync(join(scratch, 'stranger'))).toEqual([])
  })

  test('a port of its network answers here once it is opened, and only then', async () => {
    await startHttpd('10.79.0.11')
    await expect(fetch('http://127.77.0.11:8080/')).rejects.toThrow()
    const endpoint = { host: '127.77.0.11', port: 8080 }
    expect(await engine.openPort('10.79.0.11', 8080)).toEqual(endpoint)
    expect(await engine.openPort('10.79.0.11', 8080)).toEqual(endpoint)
    expect(await page()).toBe('hello from the VM')
  })

  test('a port that another program holds is refused by name', async () => {
    const holder = await listening('127.77.0.12', 8080)
    try {
      await expect(engine.openPort('10.79.0.12', 8080)).rejects.toMatchObject({
        code: 'port-taken',
        message: 'another program listens at 127.77.0.12:8080'
      })
    } finally {
      holder.server.close()
    }
    await expect(engine.openPort('10.80.0.12', 8080)).rejects.toMatchObject({ code: 'input' })
  })

  test('packets to a dead node, to this machine and to the world reach nothing', async () => {
    const loopback = await listening('127.0.0.1', 0)
    const own = Object.values(networkInterfaces())
      .flatMap(addresses => addresses ?? [])
      .find(a => a.family === 'IPv4' && !a.internal)?.address
    const outside = own ? await listening(own, loopback.port) : undefined
    const capture = join(scratch, 'uplink.pcap')
    const dump = { 'qom-type': 'filter-dump', id: 'dump', netdev: 'net', file: capture }
    await withQmp(runFolder(runDir).qmp, qmp => qmp.execute('object-add', dump))

    const targets = ['10.79.0.99', '10.79.0.1', '192.0.2.1', ...(own ? [own] : [])]
    const send = (to: string) =>
      `(bash -c 'echo x > /dev/udp/${to}/4000'; busybox nc -w 2 ${to} ${loopback.port}; busybox ping -c 1 -W 1 ${to}) &`
    // A dead node as the others remember it: with an address that the uplink does not take, and with one that it does.
    const dead = (mac: string) =>
      `ip neigh replace 10.79.0.99 lladdr ${mac} dev br0\n${targets.map(send).join('\n')}\nwait`
    try {
      const opened = await socketsDuring(state.pid, async () => {
        await inVm(dead('02:42:0a:4f:00:63'))
        await inVm(dead('52:55:0a:4f:00:01'))
      })
      await withQmp(runFolder(runDir).qmp, qmp => qmp.execute('object-del', { id: 'dump' }))
      expect(opened).toEqual([])
      expect([loopback.visits, outside?.visits ?? 0]).toEqual([0, 0])

      // The packets did come as far as QEMU: so it was QEMU that let none out.
      const frames = readFileSync(capture)
      for (const to of ['192.0.2.1', '10.79.0.99']) expect(hasFrameTo(frames, to)).toBe(true)
      // And this way of looking does see a connection when there is one.
      const visitor = connect(8080, '127.77.0.11')
      const isSeen = async () => [...networkSockets(state.pid)].some(isVisit) || undefined
      await waitFor('QEMU takes the visitor', isSeen, { clock: fx.clock, deadlineMs: 60_000, everyMs: 20 })
      visitor.destroy()
    } finally {
      loopback.server.close()
      outside?.server.close()
    }
  })

  test('is saved while it runs, and runs on', async () => {
    state = await checkpointVm(state, key, fx)
    engine = await attachVm(state, fx)
    expect(await page()).toBe('hello from the VM')
  })

  test('ends with all that belongs to it', async () => {
    await endVm(state, fx)
    expect(await left()).toEqual([])
    expect(existsSync(runDir)).toBe(false)
    await endVm(state, fx)
  })

  test('wakes as it was saved, at the right time', async () => {
    const started = await startVm({ files, emulator, runDir, cacheDir, snapshotKeys: [key] }, fx)
    state = started.state
    expect(started.restoredKey).toBe(key)
    engine = await attachVm(state, fx)
    await engine.openPort('10.79.0.11', 8080)
    expect(await page()).toBe('hello from the VM')
    fingerprint = (await readRecord(runFolder(runDir))).fingerprint
    // However long the question takes, the answer lies between its start and its end.
    const askedAt = Date.now() / 1000
    const said = Number(await inVm('date +%s'))
    expect(said).toBeGreaterThan(askedAt - 3)
    expect(said).toBeLessThan(Date.now() / 1000 + 3)
    await endVm(state, fx)
  })

  test('a saved VM that is damaged is told and thrown away, and a new one boots', async () => {
    const snapshot = await findSnapshot({ cacheDir, filesKey: files.key, fingerprint, key })
    truncateSync(snapshot?.statePath ?? '', 1_000_000)
    const started = await startVm({ files, emulator, runDir, cacheDir, snapshotKeys: [key] }, fx)
    state = started.state
    expect(started.restoredKey).toBeUndefined()
    expect(fx.lines.join('\n')).toMatch(/the saved VM could not be resumed \(.+\); booting a new one/)
    expect(existsSync(snapshot?.folder ?? '')).toBe(false)
    await endVm(state, fx)
  })

  test('a start that is cancelled leaves nothing', async () => {
    const abort = new AbortController()
    const dying = realEffects(abort)
    const starting = startVm({ files, emulator, runDir, cacheDir, snapshotKeys: [] }, dying)
    const refused = expect(starting).rejects.toMatchObject({ code: 'cancelled' })
    const isStarting = async () => existsSync(runFolder(runDir).pid) || undefined
    await waitFor('QEMU', isStarting, { clock: fx.clock, deadlineMs: 120_000, everyMs: 20 })
    abort.abort()
    await refused
    expect(await left()).toEqual([])
    expect(existsSync(runDir)).toBe(false)
  })
})
